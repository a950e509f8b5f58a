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
import { partnerRelationshipsKey } from '../parts/partner-api.ts'

/** The customer's consent, below everything that it changes. */
export function AcceptHandOver({ handOver }: { handOver: HandOver }) {
  const texts = useText()
  const { t } = texts
  const notify = useNotify()
  const [isTicked, setTicked] = useState(false)
  const act = useAct<void, HandOver>({
    send: (_, idempotencyKey) => api.post(`/hand-overs/${handOver.id}/acceptance`, { body: { versionShown: handOver.versionShown }, idempotencyKey }),
    changes: [handOverKey(handOver.id), handOversKey, partnerRelationshipsKey, ['activity']],
    onDone: () => notify.done(t('handOvers.done.accept')),
  })
  if (handOver.status !== 'agreed') return null
  const [from, to] = [handOver.from?.name ?? '', handOver.to?.name ?? '']
  return (
    <Panel title={t('handOvers.yourAnswer')}>
      <Stack>
        <ProblemBanner problem={act.error && !act.isPending ? describeProblem(act.error, texts) : null} />
        <Checkbox checked={isTicked} label={t('handOvers.tick', { from, to })} onChange={(_, { checked }) => setTicked(checked === true)} />
        <Acts>
          <GuardedButton
            appearance="primary"
            size="large"
            blockedBecause={blockedBecause()}
            disabledFocusable={act.isPending || blockedBecause() !== undefined}
            icon={act.isPending ? <Spinner size="tiny" aria-hidden="true" /> : undefined}
            onClick={() => blockedBecause() === undefined && !act.isPending && act.mutate()}
          >
            {t('handOvers.act.accept')}
          </GuardedButton>
        </Acts>
        <QuietText>{blockedBecause() ?? t('invitation.stepUpNote')}</QuietText>
      </Stack>
    </Panel>
  )
  function blockedBecause(): string | undefined {
    if (!handOver.can.includes('accept')) return t('handOvers.blocked.customer')
    if (handOver.problems.length > 0) return t('handOvers.blocked.inTheWay')
    return isTicked ? undefined : t('handOvers.blocked.tick')
  }
}
