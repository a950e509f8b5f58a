import { Button, MessageBar, MessageBarBody } from '@fluentui/react-components'
import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { api } from '../../shared/api/api.ts'
import { renewEverything, useSession } from '../../shared/api/session.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { Form } from '../../shared/form/Form.tsx'
import { useForm } from '../../shared/form/use-form.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { paths } from '../../shared/paths.ts'
import { CodeField } from '../../shared/ui/CodeField.tsx'
import { TextField } from '../../shared/ui/FormField.tsx'
import { PasswordField } from '../../shared/ui/PasswordField.tsx'
import { useAnnounce } from '../../shared/ui/announce.tsx'
import { useRegistration, type StartedRegistration } from './RegisterCompany.tsx'

type ConfirmRegistrationProps = {
  secret: string
  registration: StartedRegistration
  onStarted: (registration: StartedRegistration) => void
  onStartOver: () => void
}

/** The code proves the mail address; with it the organization and its first Global administrator come into being, signed in. */
export function ConfirmRegistration({ secret, registration, onStarted, onStartOver }: ConfirmRegistrationProps) {
  const { t } = useText()
  const { installation } = useSession()
  const queryClient = useQueryClient()
  const router = useRouter()
  const announce = useAnnounce()
  const labels = { code: t('register.code'), password: t('register.password') }
  const form = useForm({ initial: { code: '', password: '' }, labels, required: ['code', 'password'] })
  const act = useAct({
    send: () =>
      api.post('/invitations/registration/confirmation', {
        body: { registrationSecret: registration.registrationSecret, ...form.values, timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone },
        whenSignedOut: 'throw',
      }),
    onDone: async () => {
      await renewEverything(queryClient)
      await router.navigate({ href: paths.customer.partnerInvitation, replace: true })
    },
  })
  const again = useRegistration(secret, (next) => {
    onStarted(next)
    announce(t('register.sentAgain'))
  })
  return (
    <Form
      form={form}
      act={act}
      onSubmit={() => act.mutate()}
      submitLabel={t('register.finish')}
      besideSubmit={
        <>
          <Button disabledFocusable={again.isPending} onClick={() => !again.isPending && again.mutate(registration.details)}>
            {t('register.sendAgain')}
          </Button>
          <Button appearance="subtle" onClick={onStartOver}>
            {t('register.startOver')}
          </Button>
        </>
      }
    >
      {installation.isDemo && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>{t('register.codeDemo')}</MessageBarBody>
        </MessageBar>
      )}
      <CodeField field={form.field('code')} label={labels.code} />
      {/* Password managers need the user name in the same form. */}
      <TextField
        isReadOnly
        autoComplete="username"
        label={t('signIn.userPrincipalName')}
        field={{ id: 'user-name', name: 'username', value: registration.details.mail, onChange: () => undefined, isRequired: true }}
      />
      <PasswordField isNew field={form.field('password')} label={labels.password} hint={t('register.passwordHint')} />
    </Form>
  )
}
