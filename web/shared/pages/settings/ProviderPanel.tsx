import { Button } from '@fluentui/react-components'
import { CheckmarkCircleRegular, WarningRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { api } from '../../api/api.ts'
import { describeProblem } from '../../api/describe-problem.ts'
import { useAct } from '../../api/use-act.ts'
import { useText } from '../../language/LanguageProvider.tsx'
import { KeyValueList } from '../../ui/KeyValueList.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { ProblemBanner } from '../../ui/ProblemBanner.tsx'
import { Acts, QuietText, Stack } from '../../ui/Stack.tsx'
import { StatusBadge } from '../../ui/StatusBadge.tsx'
import { TakesFocus } from '../../ui/TakesFocus.tsx'
import { useNotify } from '../../ui/Toasts.tsx'
import { type Provider, providerKey } from './provider-api.ts'
import { ProviderForm } from './ProviderForm.tsx'

export function ProviderPanel({ provider }: { provider: Provider | null }) {
  const { t } = useText()
  const [isEditing, setEditing] = useState(false)
  if (isEditing) {
    return (
      <Panel title={t('provider.title')}>
        <TakesFocus>
          <ProviderForm provider={provider} onClose={() => setEditing(false)} />
        </TakesFocus>
      </Panel>
    )
  }
  return (
    <Panel
      title={t('provider.title')}
      acts={
        <Button size="small" onClick={() => setEditing(true)}>
          {t(provider ? 'settings.edit' : 'provider.add')}
        </Button>
      }
    >
      {provider ? <Standing provider={provider} /> : <QuietText>{t('provider.none')}</QuietText>}
    </Panel>
  )
}

function Standing({ provider: { issuer, clientId, isEnabled, version } }: { provider: Provider }) {
  const texts = useText()
  const { t } = texts
  const notify = useNotify()
  const turn = useAct({
    send: () => api.patch('/tenant/sign-in-provider', { body: { isEnabled: !isEnabled }, ifMatch: `"${version}"` }),
    changes: [providerKey],
    onDone: () => notify.done(t(isEnabled ? 'provider.turnedOff' : 'provider.turnedOn')),
  })
  return (
    <Stack>
      <div>
        <StatusBadge tone={isEnabled ? 'good' : 'waiting'} icon={isEnabled ? CheckmarkCircleRegular : WarningRegular}>
          {t(isEnabled ? 'provider.on' : 'provider.off')}
        </StatusBadge>
      </div>
      <KeyValueList
        items={[
          { key: t('provider.issuer'), value: issuer },
          { key: t('provider.clientId'), value: clientId },
          { key: t('provider.clientSecret'), value: t('provider.secretKept') },
        ]}
      />
      <ProblemBanner problem={turn.error && !turn.isPending ? describeProblem(turn.error, texts) : null} />
      <Acts>
        <Button disabledFocusable={turn.isPending} onClick={() => turn.mutate()}>
          {t(isEnabled ? 'provider.turnOff' : 'provider.turnOn')}
        </Button>
      </Acts>
    </Stack>
  )
}
