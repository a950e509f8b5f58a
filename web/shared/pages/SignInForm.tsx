import { api } from '../api/api.ts'
import type { SignInStep } from '../api/types.ts'
import { useAct } from '../api/use-act.ts'
import { Form } from '../form/Form.tsx'
import { useForm } from '../form/use-form.ts'
import { useText } from '../language/LanguageProvider.tsx'
import { useDoors } from '../portal/portal.ts'
import { useFollow } from '../ui/LinkProvider.tsx'
import { TextField } from '../ui/FormField.tsx'
import { PasswordField } from '../ui/PasswordField.tsx'
import { TextLink } from '../ui/TextLink.tsx'

export function SignInForm({ onNext }: { onNext: () => void }) {
  const { t } = useText()
  const doors = useDoors()
  const follow = useFollow()
  const labels = { userPrincipalName: t('signIn.userPrincipalName'), password: t('signIn.password') }
  const form = useForm({ initial: { userPrincipalName: '', password: '' }, labels, required: ['userPrincipalName', 'password'] })
  const act = useAct<void, SignInStep>({
    send: () => {
      const { userPrincipalName, password } = form.values
      return api.post<SignInStep>('/sessions', { body: { userPrincipalName: userPrincipalName.trim(), password }, whenSignedOut: 'throw' })
    },
    onDone: ({ invitation }) => (invitation === undefined ? onNext() : follow(ownPasswordPage(doors.setPassword, invitation))),
  })
  return (
    <Form form={form} act={act} isWide onSubmit={() => act.mutate()} submitLabel={t('signIn.submit')}>
      <TextField field={form.field('userPrincipalName')} label={labels.userPrincipalName} hint={t('signIn.userPrincipalNameHint')} type="email" autoComplete="username" />
      <PasswordField field={form.field('password')} label={labels.password} />
      <TextLink href={doors.forgotPassword}>{t('signIn.forgot')}</TextLink>
    </Form>
  )
}

/** Whoever never joined accepts an invitation, anybody else chooses a new password; the secret's own prefix tells which. */
function ownPasswordPage(page: string, secret: string): string {
  return `${page}${secret.startsWith('cin_') ? '?for=invitation' : ''}#${secret}`
}
