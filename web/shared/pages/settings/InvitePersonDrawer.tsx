import { Button } from '@fluentui/react-components'
import { api } from '../../api/api.ts'
import { useSignedIn } from '../../api/session.ts'
import { useAct } from '../../api/use-act.ts'
import { Form } from '../../form/Form.tsx'
import { useForm } from '../../form/use-form.ts'
import { useFormats, useText } from '../../language/LanguageProvider.tsx'
import { languages } from '../../language/languages.ts'
import { FormDrawer } from '../../ui/FormDrawer.tsx'
import { SelectField, TextField } from '../../ui/FormField.tsx'
import { useNotify } from '../../ui/Toasts.tsx'
import type { PersonRow } from './people-api.ts'
import { usePeopleSide } from './people-side.tsx'
import { RoleChoices } from './RoleChoices.tsx'
import { rolesIn } from './roles.ts'
import { suggestUserName } from './suggest-user-name.ts'
import { useMailText } from './use-mail-text.ts'

/** A colleague gets a user name, roles and a link to choose a password with. */
export function InvitePersonDrawer({ onClose }: { onClose: () => void }) {
  const { t } = useText()
  const formats = useFormats()
  const notify = useNotify()
  const { installation } = useSignedIn()
  const mailText = useMailText()
  const { domains, key } = usePeopleSide()
  const labels = {
    displayName: t('users.displayName'),
    userPrincipalName: t('users.userPrincipalName'),
    mail: t('users.mail'),
    language: t('users.language'),
    roles: t('users.roles'),
  }
  const form = useForm({
    initial: { displayName: '', userPrincipalName: '', mail: '', language: document.documentElement.lang, roles: '' },
    labels,
    required: ['displayName', 'userPrincipalName', 'mail', 'language'],
    check: ({ mail }) => (mail.includes('@') ? {} : { mail: t('form.mailAddress') }),
  })
  const invite = useAct({
    send: (_: void, idempotencyKey) => api.post<PersonRow>('/people', { body: bodyOf(form.values), idempotencyKey }),
    changes: [key],
    onDone: ({ isReachable }) => {
      const title = t('users.invited', { name: form.values.displayName.trim() })
      if (isReachable) notify.done(title, mailText)
      else notify.failed(title, t('users.notReachable'))
      onClose()
    },
  })
  const mail = form.field('mail')
  // The user name follows the mail address until somebody writes another one.
  const onMail = (next: string) => {
    mail.onChange(next)
    if (form.values.userPrincipalName === suggestUserName(form.values.mail, domains)) form.set('userPrincipalName', suggestUserName(next, domains))
  }
  const userNameHint = domains.length > 0 ? t('users.userNameHint', { domains: formats.list(domains.map((domain) => `@${domain}`)) }) : undefined
  const outcome = t(installation.mailLeaves ? 'users.inviteTextMail' : 'users.inviteTextNoMail')
  return (
    <FormDrawer title={t('users.inviteTitle')} intro={outcome} onClose={onClose}>
      <Form form={form} act={invite} onSubmit={() => invite.mutate()} submitLabel={t('users.inviteSubmit')} besideSubmit={<Button onClick={onClose}>{t('shell.cancel')}</Button>}>
        <TextField field={form.field('displayName')} label={labels.displayName} autoComplete="off" maxLength={100} />
        <TextField field={{ ...mail, onChange: onMail }} label={labels.mail} type="email" autoComplete="off" maxLength={254} />
        <TextField field={form.field('userPrincipalName')} label={labels.userPrincipalName} hint={userNameHint} type="email" autoComplete="off" maxLength={320} />
        <SelectField field={form.field('language')} label={labels.language} choices={Object.entries(languages).map(([value, { name: label }]) => ({ value, label }))} />
        <RoleChoices field={form.field('roles')} />
      </Form>
    </FormDrawer>
  )
}

type Values = { displayName: string; userPrincipalName: string; mail: string; language: string; roles: string }

function bodyOf({ roles, ...names }: Values) {
  const trimmed = Object.fromEntries(Object.entries(names).map(([name, value]) => [name, value.trim()]))
  return { ...trimmed, roles: rolesIn(roles) }
}
