import { makeStyles, MessageBar, MessageBarBody } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { describeProblem } from '../../api/describe-problem.ts'
import { isProblem } from '../../api/problem.ts'
import { useText } from '../../language/LanguageProvider.tsx'
import { NotFoundPage } from '../NotFoundPage.tsx'
import { usePathId } from '../../portal/use-path-id.ts'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { GuardedButton } from '../../ui/GuardedButton.tsx'
import { LoadingState } from '../../ui/LoadingState.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { TextLink } from '../../ui/TextLink.tsx'
import { EndHandOverDialog } from './EndHandOverDialog.tsx'
import { type HandOver, handOverQuery, isOpen } from './hand-over-api.ts'
import { HandOverBadge } from './HandOverBadge.tsx'
import { HandOverFacts } from './HandOverFacts.tsx'
import { HandOverPreviewPanel } from './HandOverPreviewPanel.tsx'
import { HandOverProblems } from './HandOverProblems.tsx'

const useStyles = makeStyles({
  columns: { display: 'grid', gridTemplateColumns: 'minmax(0, 1.7fr) minmax(280px, 1fr)', columnGap: '20px', alignItems: 'start', '@media (max-width: 1080px)': { gridTemplateColumns: 'minmax(0, 1fr)' } },
  bar: { marginBottom: '20px', paddingBlock: '8px' },
})

export interface HandOverViewProps {
  readonly listHref: string
  /** the yes of this side, below what it changes */
  readonly answer: (handOver: HandOver) => ReactNode
  /** what helps against something in the way */
  readonly help?: (handOver: HandOver) => ReactNode
}

/** One hand-over for whichever side reads it: where it stands, what it changes, and the answer (issue 4, hand-over). */
export function HandOverView({ listHref, answer, help }: HandOverViewProps) {
  const styles = useStyles()
  const texts = useText()
  const { t } = texts
  const query = useQuery(handOverQuery(usePathId('handOverId')))
  const handOver = query.data?.value
  if (query.error && !handOver && isProblem(query.error, 'notFound')) return <NotFoundPage />
  const above = <TextLink href={listHref}>{t('handOvers.title')}</TextLink>
  if (!handOver) {
    return (
      <>
        <PageHeader title={t('handOvers.handOver')} above={above} />
        <Panel>{query.error ? <ErrorState problem={describeProblem(query.error, texts)} onRetry={() => void query.refetch()} /> : <LoadingState lines={8} />}</Panel>
      </>
    )
  }
  const { side, status } = handOver
  const name = side === 'customer' ? (handOver.to?.name ?? '') : (handOver.customer.name ?? handOver.customer.domain)
  return (
    <>
      <PageHeader title={t(side === 'customer' ? 'handOvers.titleToPartner' : 'handOvers.titleOf', { name })} above={above} beside={<HandOverBadge status={status} />} acts={<No handOver={handOver} />} />
      {isOpen(status) && <HandOverProblems problems={handOver.problems}>{help?.(handOver)}</HandOverProblems>}
      {/* Told, so that whoever hears the page learns it when the state changes below the answer. */}
      <MessageBar intent={status === 'accepted' ? 'success' : 'info'} layout="multiline" className={styles.bar}>
        <MessageBarBody>{stateText(handOver, t)}</MessageBarBody>
      </MessageBar>
      <div className={styles.columns}>
        <div>
          {handOver.preview && <HandOverPreviewPanel preview={handOver.preview} />}
          {answer(handOver)}
        </div>
        <HandOverFacts handOver={handOver} />
      </div>
    </>
  )
}

function stateText({ status, side, isGiven, from, to, can, endedBecause, namedPartnerDomain }: HandOver, t: ReturnType<typeof useText>['t']): string {
  const names = { from: from?.name ?? namedPartnerDomain ?? '', to: to?.name ?? namedPartnerDomain ?? '' }
  if (status === 'ended') return t(`handOvers.endedText.${endedBecause ?? 'tenantClosed'}`)
  if (status === 'proposed') {
    const isAsked = (side === 'to') === isGiven
    return t(isAsked ? (can.includes('agree') ? 'handOvers.stateText.asked' : 'handOvers.stateText.askedOthers') : 'handOvers.stateText.proposed', { name: isAsked ? (isGiven ? names.from : names.to) : (namedPartnerDomain ?? '') })
  }
  return t(side === 'customer' && status === 'agreed' ? 'handOvers.stateText.question' : `handOvers.stateText.${status}`, names)
}

/** The no of this side, or taking back its yes. */
function No({ handOver }: { handOver: HandOver }) {
  const { t } = useText()
  const [isAsking, setAsking] = useState(false)
  const { status, side } = handOver
  const act = handOver.can.find((one) => one === 'decline' || one === 'withdraw') as 'decline' | 'withdraw' | undefined
  if (!isOpen(status)) return null
  if (!act) return <GuardedButton blockedBecause={t(side === 'customer' ? 'handOvers.blocked.customer' : 'handOvers.blocked.partner')}>{t(side === 'customer' ? 'handOvers.act.decline' : 'handOvers.act.withdraw')}</GuardedButton>
  return (
    <>
      <GuardedButton onClick={() => setAsking(true)}>{t(`handOvers.act.${act}`)}</GuardedButton>
      {isAsking && <EndHandOverDialog handOver={handOver} act={act} onClose={() => setAsking(false)} />}
    </>
  )
}
