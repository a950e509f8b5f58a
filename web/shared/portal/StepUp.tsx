import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle, makeStyles, Spinner } from '@fluentui/react-components'
import { BuildingRegular, KeyRegular } from '@fluentui/react-icons'
import { useEffect, useState } from 'react'
import { api } from '../api/api.ts'
import { useRenewSession, useSession } from '../api/session.ts'
import { useAct } from '../api/use-act.ts'
import { useForm } from '../form/use-form.ts'
import { useText } from '../language/LanguageProvider.tsx'
import { describeFailure } from '../passkeys/describe-failure.ts'
import { usePasskeyStepUp } from '../passkeys/use-passkey-step-up.ts'
import { CodeField } from '../ui/CodeField.tsx'
import { FocusReturn } from '../ui/FocusReturn.tsx'
import { useOutsideStepUp } from './outside-step-up.ts'
import { PasswordField } from '../ui/PasswordField.tsx'
import { ProblemBanner } from '../ui/ProblemBanner.tsx'
import { QuietText, Stack } from '../ui/Stack.tsx'

const useStyles = makeStyles({
  surface: { maxWidth: 'min(460px, calc(100vw - 32px))' },
  content: { paddingBottom: '12px' },
})

type Waiting = (isDone: boolean) => void

/** Asked by the client, answered by the dialog: all calls that wait share one question. */
export function createStepUp() {
  const waiting = new Set<Waiting>()
  let show: (() => void) | null = null
  return {
    ask: () =>
      new Promise<boolean>((resolve) => {
        if (!show) return resolve(false)
        waiting.add(resolve)
        show()
      }),
    answer(isDone: boolean) {
      for (const resolve of waiting) resolve(isDone)
      waiting.clear()
    },
    onAsked(listener: () => void): () => void {
      show = listener
      return () => void (show = null)
    },
  }
}

export type StepUp = ReturnType<typeof createStepUp>

export function StepUpDialog({ stepUp }: { stepUp: StepUp }) {
  const [isOpen, setOpen] = useState(false)
  useEffect(() => stepUp.onAsked(() => setOpen(true)), [stepUp])
  const finish = (isDone: boolean) => {
    setOpen(false)
    stepUp.answer(isDone)
  }
  // Mounted anew each time, so that no password stays behind.
  return isOpen ? <Question onFinish={finish} /> : null
}

function Question({ onFinish }: { onFinish: (isDone: boolean) => void }) {
  const styles = useStyles()
  const texts = useText()
  const { t } = texts
  const session = useSession()
  const renew = useRenewSession()
  const hasPasskey = session.signedIn && session.person.hasPasskey
  const hasIdentity = session.signedIn && session.person.hasOutsideIdentity
  const hasPassword = session.signedIn && session.person.hasPassword
  const hasCode = session.signedIn && (session.person.hasTotp || hasPasskey)
  const labels = { password: t('signIn.password'), code: t('signIn.code') }
  const form = useForm({ initial: { password: '', code: '' }, labels, required: hasCode ? ['password', 'code'] : ['password'] })
  const act = useAct({
    send: async () => {
      const { password, code } = form.values
      await api.post('/session/step-up', { body: hasCode ? { password, code } : { password }, whenSignedOut: 'throw' })
      await renew() // the session was rotated, and with it the token that the waiting call must carry
    },
    onDone: () => onFinish(true),
  })
  const byPasskey = usePasskeyStepUp(() => onFinish(true))
  const byProvider = useOutsideStepUp()
  const failed = act.error ?? byPasskey.error ?? byProvider.error
  const isWorking = act.isPending || byPasskey.isPending || byProvider.isPending

  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onFinish(false)}>
      <DialogSurface className={styles.surface}>
        <FocusReturn />
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            event.stopPropagation()
            if (!act.isPending && form.isReady()) act.mutate()
          }}
        >
          <DialogBody>
            <DialogTitle>{t('signIn.stepUpTitle')}</DialogTitle>
            <DialogContent className={styles.content}>
              {/* For password managers, which need to know whose password it is. */}
              <input type="text" name="username" autoComplete="username" value={session.signedIn ? session.person.userPrincipalName : ''} readOnly hidden />
              <Stack>
                {(hasPassword || hasPasskey) && <QuietText>{t(hasPasskey ? 'passkeys.stepUpText' : hasCode ? 'signIn.stepUpTextWithCode' : 'signIn.stepUpText')}</QuietText>}
                {failed && !isWorking && <ProblemBanner problem={describeFailure(failed, texts)} />}
                {hasPasskey && (
                  <Button icon={<KeyRegular />} disabledFocusable={isWorking} onClick={() => byPasskey.mutate()}>
                    {t('passkeys.stepUp')}
                  </Button>
                )}
                {hasIdentity && (
                  <>
                    <QuietText>{t('provider.stepUpProviderText')}</QuietText>
                    <Button icon={<BuildingRegular />} disabledFocusable={isWorking} onClick={() => byProvider.mutate()}>
                      {t('provider.stepUpProvider')}
                    </Button>
                  </>
                )}
                {hasPassword && <PasswordField field={form.field('password')} label={labels.password} />}
                {hasPassword && hasCode && <CodeField field={form.field('code')} label={labels.code} />}
              </Stack>
            </DialogContent>
            <DialogActions fluid>
              <Button disabled={act.isPending} onClick={() => onFinish(false)}>
                {t('shell.cancel')}
              </Button>
              {hasPassword && (
                <Button type="submit" appearance="primary" disabledFocusable={act.isPending} icon={act.isPending ? <Spinner size="tiny" aria-hidden="true" /> : undefined}>
                  {t('signIn.stepUpSubmit')}
                </Button>
              )}
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  )
}
