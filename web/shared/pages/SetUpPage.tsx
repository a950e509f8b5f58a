import { useQueryClient } from '@tanstack/react-query'
import { Navigate, useRouter } from '@tanstack/react-router'
import { api } from '../api/api.ts'
import { renewEverything, useSession } from '../api/session.ts'
import { useAct } from '../api/use-act.ts'
import { Form } from '../form/Form.tsx'
import { useForm } from '../form/use-form.ts'
import { useText } from '../language/LanguageProvider.tsx'
import { useDoors } from '../portal/portal.ts'
import { TextField } from '../ui/FormField.tsx'
import { useNotify } from '../ui/Toasts.tsx'
import { PasswordField } from '../ui/PasswordField.tsx'
import { DoorCard } from './DoorCard.tsx'

const empty = { code: '', tenantName: '', displayName: '', userPrincipalName: '', mail: '', password: '' }

/** The first visitor who holds the code of the terminal becomes the operator. */
export function SetUpPage() {
  const { t } = useText()
  const notify = useNotify()
  const doors = useDoors()
  const session = useSession()
  const queryClient = useQueryClient()
  const router = useRouter()
  const labels = {
    code: t('setUp.code'),
    tenantName: t('setUp.tenantName'),
    displayName: t('setUp.displayName'),
    userPrincipalName: t('setUp.userPrincipalName'),
    mail: t('setUp.mail'),
    password: t('setUp.password'),
  }
  const form = useForm({ initial: empty, labels, required: Object.keys(empty) as (keyof typeof empty)[] })
  const act = useAct({
    send: (_: void, idempotencyKey) => api.post('/set-up', { body: trimmed(form.values), idempotencyKey, whenSignedOut: 'throw' }),
    onDone: async () => {
      notify.done(t('setUp.done'))
      await renewEverything(queryClient)
      await router.navigate({ to: doors.signIn })
    },
  })

  if (session.installation.isSetUp && !act.isSuccess) return <Navigate to={doors.signIn} replace />
  return (
    <DoorCard title={t('setUp.title')} intro={t('setUp.text')}>
      <Form form={form} act={act} onSubmit={() => act.mutate()} submitLabel={t('setUp.submit')}>
        <TextField field={form.field('code')} label={labels.code} hint={t('setUp.codeHint')} autoComplete="off" />
        <TextField field={form.field('tenantName')} label={labels.tenantName} autoComplete="organization" />
        <TextField field={form.field('displayName')} label={labels.displayName} autoComplete="name" />
        <TextField field={form.field('userPrincipalName')} label={labels.userPrincipalName} hint={t('setUp.userPrincipalNameHint')} type="email" autoComplete="username" />
        <TextField field={form.field('mail')} label={labels.mail} type="email" autoComplete="email" />
        <PasswordField isNew field={form.field('password')} label={labels.password} hint={t('signIn.choosePasswordHint')} />
      </Form>
    </DoorCard>
  )
}

/** Blanks around names are slips; a password is taken as it is. */
function trimmed({ password, ...names }: typeof empty): typeof empty {
  const clean = Object.fromEntries(Object.entries(names).map(([name, value]) => [name, value.trim()]))
  return { ...(clean as Omit<typeof empty, 'password'>), password }
}
