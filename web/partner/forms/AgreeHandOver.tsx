import { Checkbox, Spinner } from '@fluentui/react-components'
import { useState } from 'react'
import { api } from '../../shared/api/api.ts'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { type HandOver, handOverKey, handOversKey } from '../../shared/pages/hand-overs/hand-over-api.ts'
import { GuardedButton } from '../../shared/ui/GuardedButton.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { ProblemBanner } from '../../shared/ui/ProblemBanner.tsx'
import { Acts, QuietText, Stack } from '../../shared/ui/Stack.tsx'
import { useNotify } from '../../shared/ui/Toasts.tsx'

/** The other partner's yes. The one that takes the customer over says whether it asks for admin privileges. */
export function AgreeHandOver({ handOver }: { handOver: HandOver }) {
  const texts = useText()
  const { t } = texts
  const notify = useNotify()
  const takes = handOver.side === 'to'
  const [asks, setAsks] = useState(handOver.asks.services.length > 0)
  const act = useAct<void, HandOver>({
    send: (_, idempotencyKey) => api.post(`/hand-overs/${handOver.id}/agreement`, { body: takes ? { askPrivileges: asks } : {}, idempotencyKey }),
    changes: [handOverKey(handOver.id), handOversKey, ['activity']],
    onDone: () => notify.done(t('handOvers.done.agree')),
  })
  if (handOver.status !== 'proposed' || (handOver.side === 'to') !== handOver.isGiven) return null
  const blocked = !handOver.can.includes('agree') ? t('handOvers.blocked.partner') : handOver.problems.length > 0 ? t('handOvers.blocked.inTheWay') : undefined
  const isForced = handOver.asks.privileges !== 'optionalOn'
  return (
    <Panel title={t('handOvers.yourAnswer')}>
      <Stack>
        <ProblemBanner problem={act.error && !act.isPending ? describeProblem(act.error, texts) : null} />
        {takes && <Checkbox checked={asks || isForced} disabled={isForced} label={t(isForced ? 'handOvers.privilegesForced' : 'handOvers.askPrivileges')} onChange={(_, { checked }) => setAsks(checked === true)} />}
        <Acts>
          <GuardedButton
            appearance="primary"
            size="large"
            blockedBecause={blocked}
            disabledFocusable={act.isPending || blocked !== undefined}
            icon={act.isPending ? <Spinner size="tiny" aria-hidden="true" /> : undefined}
            onClick={() => blocked === undefined && !act.isPending && act.mutate()}
          >
            {t('handOvers.act.agree')}
          </GuardedButton>
        </Acts>
        <QuietText>{blocked ?? t('handOvers.agreeNote')}</QuietText>
      </Stack>
    </Panel>
  )
}
