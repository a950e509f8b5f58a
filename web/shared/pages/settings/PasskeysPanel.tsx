import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useText } from '../../language/LanguageProvider.tsx'
import { canUsePasskeys } from '../../passkeys/platform.ts'
import { passkeysQuery } from '../../passkeys/passkeys-api.ts'
import { Loaded } from '../../portal/Loaded.tsx'
import { GuardedButton } from '../../ui/GuardedButton.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { QuietText, Stack } from '../../ui/Stack.tsx'
import { TakesFocus } from '../../ui/TakesFocus.tsx'
import { useNotify } from '../../ui/Toasts.tsx'
import { RecoveryCodeList } from '../KeepRecoveryCodes.tsx'
import { AddPasskeyForm } from './AddPasskeyForm.tsx'
import { PasskeyList } from './PasskeyList.tsx'

type Step = { at: 'rest' } | { at: 'adding' } | { at: 'codes'; codes: readonly string[] }

/** Passkeys of this person: one sign-in without a password each. */
export function PasskeysPanel() {
  const { t } = useText()
  const notify = useNotify()
  const passkeys = useQuery(passkeysQuery)
  const [step, setStep] = useState<Step>({ at: 'rest' })

  if (step.at === 'codes') {
    const keep = () => {
      setStep({ at: 'rest' })
      notify.done(t('passkeys.added'))
    }
    return (
      <Panel title={t('signIn.recoveryTitle')}>
        <TakesFocus key="codes">
          <Stack>
            <QuietText>{t('passkeys.codesText')}</QuietText>
            <RecoveryCodeList codes={step.codes} onDone={keep} />
          </Stack>
        </TakesFocus>
      </Panel>
    )
  }
  if (step.at === 'adding') {
    const onAdded = (codes: readonly string[]) => {
      if (codes.length === 0) notify.done(t('passkeys.added'))
      setStep(codes.length > 0 ? { at: 'codes', codes } : { at: 'rest' })
    }
    return (
      <Panel title={t('passkeys.add')}>
        <TakesFocus key="adding">
          <AddPasskeyForm onAdded={onAdded} onCancel={() => setStep({ at: 'rest' })} />
        </TakesFocus>
      </Panel>
    )
  }
  return (
    <Panel
      title={t('passkeys.title')}
      acts={
        <GuardedButton size="small" blockedBecause={canUsePasskeys() ? undefined : t('passkeys.failed.unsupported')} onClick={() => setStep({ at: 'adding' })}>
          {t('passkeys.add')}
        </GuardedButton>
      }
    >
      <Stack>
        <QuietText>{t('passkeys.text')}</QuietText>
        <Loaded isPart query={passkeys}>
          {({ items }) => <PasskeyList passkeys={items} />}
        </Loaded>
      </Stack>
    </Panel>
  )
}
