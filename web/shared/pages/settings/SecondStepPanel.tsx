import { Button, makeStyles } from '@fluentui/react-components'
import { CheckmarkCircleRegular, WarningRegular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api/api.ts'
import { describeProblem } from '../../api/describe-problem.ts'
import { useRenewSession, useSignedIn } from '../../api/session.ts'
import type { RecoveryCodes } from '../../api/types.ts'
import { useAct } from '../../api/use-act.ts'
import { useText } from '../../language/LanguageProvider.tsx'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { BulletList } from '../../ui/BulletList.tsx'
import { GuardedButton } from '../../ui/GuardedButton.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { ProblemBanner } from '../../ui/ProblemBanner.tsx'
import { Acts, QuietText, Stack } from '../../ui/Stack.tsx'
import { StatusBadge } from '../../ui/StatusBadge.tsx'
import { TakesFocus } from '../../ui/TakesFocus.tsx'
import { useNotify } from '../../ui/Toasts.tsx'
import { Enrolment } from '../EnrolSecondFactor.tsx'
import { RecoveryCodeList } from '../KeepRecoveryCodes.tsx'
import { meKey, meQuery, type Me } from './settings-api.ts'

/** Recovery codes stand in the panel only from the answer that brought them until the person has kept them. */
type Step = { at: 'rest' } | { at: 'enrolling' } | { at: 'codes'; codes: readonly string[] }

const useStyles = makeStyles({ narrow: { maxWidth: '480px' } })

export function SecondStepPanel() {
  const styles = useStyles()
  const { t } = useText()
  const notify = useNotify()
  const renew = useRenewSession()
  const { person } = useSignedIn()
  const [step, move] = useState<Step>({ at: 'rest' })
  const [hasMoved, setMoved] = useState(false)
  const setStep = (next: Step) => {
    setMoved(true)
    move(next)
  }
  const title = t('settings.secondStep')

  if (step.at === 'enrolling') {
    return (
      <Panel title={title} acts={<Button size="small" onClick={() => setStep({ at: 'rest' })}>{t('shell.cancel')}</Button>}>
        <TakesFocus key="enrolling">
          <Stack>
            <QuietText>{t(person.hasTotp ? 'settings.replaceText' : 'settings.enrolText')}</QuietText>
            <div className={styles.narrow}>
              <Enrolment
                onConfirmed={(codes) => {
                  setStep({ at: 'codes', codes })
                  void renew()
                }}
              />
            </div>
          </Stack>
        </TakesFocus>
      </Panel>
    )
  }
  if (step.at === 'codes') {
    return (
      <Panel title={t('signIn.recoveryTitle')}>
        <TakesFocus key="codes">
          <Stack>
            <QuietText>{t('signIn.recoveryText')}</QuietText>
            <RecoveryCodeList
              codes={step.codes}
              onDone={() => {
                setStep({ at: 'rest' })
                notify.done(t('settings.codesKept'))
              }}
            />
          </Stack>
        </TakesFocus>
      </Panel>
    )
  }
  const enrol = () => setStep({ at: 'enrolling' })
  const onCodes = (codes: readonly string[]) => setStep({ at: 'codes', codes })
  const withoutApp = person.hasPasskey ? <ByPasskey onEnrol={enrol} onCodes={onCodes} /> : <NotInUse onEnrol={enrol} />
  const content = person.hasTotp ? <InUse onReplace={enrol} onCodes={onCodes} /> : withoutApp
  return <Panel title={title}>{hasMoved ? <TakesFocus key="rest">{content}</TakesFocus> : content}</Panel>
}

function NotInUse({ onEnrol }: { onEnrol: () => void }) {
  const { t } = useText()
  return (
    <Stack>
      <div>
        <StatusBadge tone="waiting" icon={WarningRegular}>
          {t('settings.secondStepOff')}
        </StatusBadge>
      </div>
      <QuietText>{t('settings.secondStepOffText')}</QuietText>
      <Acts>
        <Button appearance="primary" onClick={onEnrol}>
          {t('settings.enrol')}
        </Button>
      </Acts>
    </Stack>
  )
}

function InUse({ onReplace, onCodes }: { onReplace: () => void; onCodes: (codes: readonly string[]) => void }) {
  const texts = useText()
  const { t } = texts
  const [isRemoving, setRemoving] = useState(false)
  const me = useQuery(meQuery).data?.value
  const mandatory = useMandatory(me)
  const renewCodes = useRenewCodes(onCodes)
  return (
    <Stack>
      <div>
        <StatusBadge tone="good" icon={CheckmarkCircleRegular}>
          {t('settings.secondStepOn')}
        </StatusBadge>
      </div>
      <QuietText>{t('settings.secondStepOnText')}</QuietText>
      {me && <QuietText>{t('settings.codesLeft', { count: me.recoveryCodesLeft })}</QuietText>}
      {mandatory && <QuietText>{mandatory}</QuietText>}
      <ProblemBanner problem={renewCodes.error && describeProblem(renewCodes.error, texts)} />
      <Acts>
        <Button disabledFocusable={renewCodes.isPending} onClick={() => renewCodes.mutate()}>
          {t('settings.renewCodes')}
        </Button>
        <Button onClick={onReplace}>{t('settings.replaceAuthenticator')}</Button>
        {me && (
          <GuardedButton blockedBecause={mandatory} onClick={() => setRemoving(true)}>
            {t('settings.removeAuthenticator')}
          </GuardedButton>
        )}
      </Acts>
      {isRemoving && <RemoveDialog onClose={() => setRemoving(false)} />}
    </Stack>
  )
}

function useRenewCodes(onCodes: (codes: readonly string[]) => void) {
  return useAct({
    send: () => api.post<RecoveryCodes>('/me/recovery-codes'),
    changes: [meKey],
    onDone: ({ recoveryCodes }) => onCodes(recoveryCodes),
  })
}

/** No authenticator, but the passkeys of the panel below. */
function ByPasskey({ onEnrol, onCodes }: { onEnrol: () => void; onCodes: (codes: readonly string[]) => void }) {
  const texts = useText()
  const { t } = texts
  const me = useQuery(meQuery).data?.value
  const renewCodes = useRenewCodes(onCodes)
  return (
    <Stack>
      <div>
        <StatusBadge tone="good" icon={CheckmarkCircleRegular}>
          {t('settings.secondStepOn')}
        </StatusBadge>
      </div>
      <QuietText>{t('passkeys.secondStepIs')}</QuietText>
      {me && <QuietText>{t('settings.codesLeft', { count: me.recoveryCodesLeft })}</QuietText>}
      <ProblemBanner problem={renewCodes.error && describeProblem(renewCodes.error, texts)} />
      <Acts>
        <Button disabledFocusable={renewCodes.isPending} onClick={() => renewCodes.mutate()}>
          {t('settings.renewCodes')}
        </Button>
        <Button onClick={onEnrol}>{t('settings.enrol')}</Button>
      </Acts>
    </Stack>
  )
}

/** Operators always keep a second step, others where their cloud asks for it (decision 10); the server says which. */
function useMandatory(me: Me | undefined): string | undefined {
  const { t } = useText()
  const { tenant } = useSignedIn()
  if (!me?.mustHaveSecondFactor || me.hasPasskey) return undefined
  return t(tenant.isOperator ? 'settings.mandatoryOperator' : 'settings.mandatoryPartner')
}

function RemoveDialog({ onClose }: { onClose: () => void }) {
  const texts = useText()
  const { t } = texts
  const notify = useNotify()
  const renew = useRenewSession()
  const remove = useAct({
    send: async () => {
      await api.delete('/me/totp')
      await renew()
    },
    onDone: () => {
      notify.done(t('settings.authenticatorRemoved'))
      onClose()
    },
  })
  return (
    <ConfirmDialog
      isOpen
      isDangerous
      title={t('settings.removeAuthenticator')}
      confirmLabel={t('settings.removeSubmit')}
      isWorking={remove.isPending}
      problem={remove.error && describeProblem(remove.error, texts)}
      onConfirm={() => remove.mutate()}
      onCancel={onClose}
    >
      <BulletList items={[t('settings.removeStops'), t('settings.removeCodes'), t('settings.removePassword')]} />
    </ConfirmDialog>
  )
}
