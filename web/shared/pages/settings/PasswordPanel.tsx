import { Button, makeStyles } from '@fluentui/react-components'
import { useQueryClient } from '@tanstack/react-query'
import { api } from '../../api/api.ts'
import { ApiProblem, isProblem } from '../../api/problem.ts'
import { useRenewSession, useSignedIn } from '../../api/session.ts'
import { useAct } from '../../api/use-act.ts'
import { Form } from '../../form/Form.tsx'
import { useForm } from '../../form/use-form.ts'
import { useText } from '../../language/LanguageProvider.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { PasswordField } from '../../ui/PasswordField.tsx'
import { QuietText } from '../../ui/Stack.tsx'
import { TakesFocus } from '../../ui/TakesFocus.tsx'
import { useNotify } from '../../ui/Toasts.tsx'
import { useEditing } from '../../ui/use-editing.ts'
import { sessionsKey } from './settings-api.ts'

const useStyles = makeStyles({ form: { maxWidth: '480px' } })

export function PasswordPanel() {
  const { t } = useText()
  const styles = useStyles()
  const editing = useEditing()
  if (!editing.isEditing) {
    return (
      <Panel
        title={t('settings.password')}
        acts={
          <Button ref={editing.button} size="small" onClick={editing.open}>
            {t('settings.changePassword')}
          </Button>
        }
      >
        <QuietText>{t('settings.passwordText')}</QuietText>
      </Panel>
    )
  }
  return (
    <Panel title={t('settings.password')}>
      <div className={styles.form}>
        <TakesFocus>
          <ChangePasswordForm onClose={editing.close} />
        </TakesFocus>
      </div>
    </Panel>
  )
}

const empty = { currentPassword: '', password: '', repeated: '' }

/** The server speaks of "the password" that was not right; here there are two. */
function blameCurrentPassword(error: unknown): never {
  if (!isProblem(error, 'signInFailed')) throw error
  const { status, code, title, detail, traceId, details } = error
  throw new ApiProblem(status, { ...details, code, title, detail, traceId, field: 'currentPassword' })
}

/** Fewest characters of any password; the server asks for more where there is no second step. */
const fewest = 8

function ChangePasswordForm({ onClose }: { onClose: () => void }) {
  const { t } = useText()
  const notify = useNotify()
  const renew = useRenewSession()
  const queryClient = useQueryClient()
  const { person } = useSignedIn()
  const labels = { currentPassword: t('settings.currentPassword'), password: t('signIn.choosePassword'), repeated: t('signIn.repeatPassword') }
  const form = useForm({
    initial: empty,
    labels,
    required: ['currentPassword', 'password', 'repeated'],
    check: ({ password, repeated }) => ({
      ...(password.length < fewest && { password: t('signIn.choosePasswordHint') }),
      ...(repeated !== password && { repeated: t('signIn.passwordsDiffer') }),
    }),
  })
  const change = useAct({
    send: async () => {
      const { currentPassword, password } = form.values
      await api.post('/me/password', { body: { currentPassword, password }, whenSignedOut: 'throw' }).catch(blameCurrentPassword)
      await renew() // this session got a fresh secret, and with it a fresh token for the page
    },
    onDone: () => {
      notify.done(t('settings.passwordChanged'), t('settings.passwordChangedText'))
      void queryClient.invalidateQueries({ queryKey: sessionsKey })
      onClose()
    },
  })
  return (
    <Form form={form} act={change} onSubmit={() => change.mutate()} submitLabel={t('signIn.choosePasswordSubmit')} besideSubmit={<Button onClick={onClose}>{t('shell.cancel')}</Button>}>
      {/* For password managers, which need to know whose password it is. */}
      <input type="text" name="username" autoComplete="username" value={person.userPrincipalName} readOnly hidden />
      <PasswordField field={form.field('currentPassword')} label={labels.currentPassword} />
      <PasswordField isNew field={form.field('password')} label={labels.password} hint={t('signIn.choosePasswordHint')} />
      <PasswordField isNew field={form.field('repeated')} label={labels.repeated} />
    </Form>
  )
}
