import { useMemo } from 'react'
import { api } from '../../shared/api/api.ts'
import { ApiProblem } from '../../shared/api/problem.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { Form } from '../../shared/form/Form.tsx'
import { useForm } from '../../shared/form/use-form.ts'
import { useFormats, useLanguage, useText } from '../../shared/language/LanguageProvider.tsx'
import { languages } from '../../shared/language/languages.ts'
import { SelectField, TextField } from '../../shared/ui/FormField.tsx'
import { TextLink } from '../../shared/ui/TextLink.tsx'
import { countryCodes } from '../../shared/language/countries.ts'
import { signInAndReturn } from '../parts/use-switch-account.ts'

export type Details = { companyName: string; country: string; language: string; displayName: string; mail: string }

export type StartedRegistration = { registrationSecret: string; details: Details }

type RegisterCompanyProps = { secret: string; initial: Details | null; onStarted: (registration: StartedRegistration) => void }

/** A customer without a tenant says who it is; nothing exists until its mail address is confirmed (decision 27). */
export function RegisterCompany({ secret, initial, onStarted }: RegisterCompanyProps) {
  const { t } = useText()
  const { language } = useLanguage()
  const labels = {
    companyName: t('register.companyName'),
    country: t('register.country'),
    language: t('register.language'),
    displayName: t('register.displayName'),
    mail: t('register.mail'),
  }
  const form = useForm({
    initial: initial ?? { companyName: '', country: '', language, displayName: '', mail: '' },
    labels,
    required: ['companyName', 'country', 'language', 'displayName', 'mail'],
    check: ({ mail }) => (/^\S+@\S+$/.test(mail.trim()) ? {} : { mail: t('register.invalidMail') }),
  })
  const act = useRegistration(secret, onStarted)
  return (
    <Form form={form} act={act} onSubmit={() => act.mutate(trimmed(form.values))} submitLabel={t('register.submit')} isWide>
      <TextField field={form.field('companyName')} label={labels.companyName} hint={t('register.companyNameHint')} autoComplete="organization" maxLength={100} />
      <SelectField field={form.field('country')} label={labels.country} choices={useCountryChoices()} />
      <TextField field={form.field('displayName')} label={labels.displayName} autoComplete="name" maxLength={100} />
      <TextField field={form.field('mail')} label={labels.mail} hint={t('register.mailHint')} type="email" autoComplete="email" maxLength={254} />
      <SelectField field={form.field('language')} label={labels.language} choices={Object.entries(languages).map(([value, { name }]) => ({ value, label: name }))} />
      <TextLink href={signInAndReturn}>{t('register.toSignIn')}</TextLink>
    </Form>
  )
}

/** Each send mails a code of its own; the one before it ends. */
export function useRegistration(secret: string, onStarted: (registration: StartedRegistration) => void) {
  return useAct({
    send: (details: Details, idempotencyKey) =>
      api
        .post<{ registrationSecret: string }>('/invitations/registration', { idempotencyKey, body: { secret, ...details }, whenSignedOut: 'throw' })
        .catch((error: unknown) => Promise.reject(atItsField(error))),
    onDone: ({ registrationSecret }, details) => onStarted({ registrationSecret, details }),
  })
}

function useCountryChoices() {
  const { t } = useText()
  const formats = useFormats()
  const { language } = useLanguage()
  return useMemo(() => {
    const named = countryCodes.map((value) => ({ value, label: formats.country(value) }))
    const inOrder = named.sort((one, other) => one.label.localeCompare(other.label, language))
    return [{ value: '', label: t('register.countryChoose') }, ...inOrder]
  }, [t, formats, language])
}

function trimmed(details: Details): Details {
  return Object.fromEntries(Object.entries(details).map(([name, value]) => [name, value.trim()])) as Details
}

/** Outside the partner's region is said of the invitation; here it is the country that can be mended. */
function atItsField(error: unknown): unknown {
  if (!(error instanceof ApiProblem) || error.details.reason !== 'wrongRegion') return error
  const { status, code, title, detail, traceId, details } = error
  return new ApiProblem(status, { ...details, code, title, detail, traceId, field: 'country' })
}
