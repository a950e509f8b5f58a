import { useForm, type FormState } from '../../shared/form/use-form.ts'
import { useFormats, useLanguage, useText } from '../../shared/language/LanguageProvider.tsx'
import { requiredNames, suggestedUserName, tenantFieldNames, type TenantFieldName, type TenantValues } from './tenant-values.ts'

export type TenantForm = { form: FormState<TenantFieldName>; labels: Record<TenantFieldName, string> }

/** Fields of an organization to be. The user name follows mail address and domain until somebody writes another one. */
export function useTenantForm({ isPartner }: { isPartner: boolean }): TenantForm {
  const { t } = useText()
  const { language } = useLanguage()
  const { timeZone } = useFormats()
  const empty = Object.fromEntries(tenantFieldNames.map((name) => [name, ''])) as TenantValues
  const labels = Object.fromEntries(tenantFieldNames.map((name) => [name, t(`operator.field.${name}`)])) as TenantValues
  const check = (values: TenantValues) => ({
    ...(!values.mail.includes('@') && { mail: t('form.mailAddress') }),
    ...(!isInDomain(values) && { userPrincipalName: t('operator.userNameOutside') }),
    ...(isPartner && programmeIdProblem(values)),
  })
  const programmeIdProblem = ({ programmeId, agreement }: TenantValues) => {
    const given = programmeId.trim()
    if (given === '') return agreement === 'outside' ? { programmeId: t('console.programmeIdBeforeAgreement') } : {}
    return /^[0-9]{1,10}$/.test(given) ? {} : { programmeId: t('operator.programmeIdForm') }
  }
  const form = useForm<TenantFieldName>({ initial: { ...empty, language, timeZone, agreement: 'outside' }, labels, required: requiredNames(isPartner), check })

  const change = (name: TenantFieldName, value: string) => {
    const { mail, primaryDomain, userPrincipalName } = form.values
    form.set(name, value)
    // A country of another cloud means nothing in this one.
    if (name === 'cloud') form.set('country', '')
    if (userPrincipalName !== suggestedUserName(mail, primaryDomain)) return
    if (name === 'mail') form.set('userPrincipalName', suggestedUserName(value, primaryDomain))
    if (name === 'primaryDomain') form.set('userPrincipalName', suggestedUserName(mail, value))
  }
  const field: FormState<TenantFieldName>['field'] = (name) => ({ ...form.field(name), onChange: (value) => change(name, value) })
  return { form: { ...form, field }, labels }
}

function isInDomain({ primaryDomain, userPrincipalName }: TenantValues): boolean {
  return userPrincipalName.trim().toLowerCase().endsWith(`@${primaryDomain.trim().toLowerCase()}`)
}
