import { makeStyles, MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { describeProblem } from '../../api/describe-problem.ts'
import { isProblem } from '../../api/problem.ts'
import { useText } from '../../language/LanguageProvider.tsx'
import { usePathId } from '../../portal/use-path-id.ts'
import { BulletList } from '../../ui/BulletList.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { GuardedButton } from '../../ui/GuardedButton.tsx'
import { LoadingState } from '../../ui/LoadingState.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { QuietText } from '../../ui/Stack.tsx'
import { TextLink } from '../../ui/TextLink.tsx'
import { NotFoundPage } from '../NotFoundPage.tsx'
import { EndTransferDialog } from './EndTransferDialog.tsx'
import { isOpen, type Transfer, transferQuery } from './transfer-api.ts'
import { TransferBadge } from './TransferBadge.tsx'
import { TransferFacts } from './TransferFacts.tsx'
import { TransferLines } from './TransferLines.tsx'

const useStyles = makeStyles({
  columns: { display: 'grid', gridTemplateColumns: 'minmax(0, 1.7fr) minmax(280px, 1fr)', columnGap: '20px', alignItems: 'start', '@media (max-width: 1080px)': { gridTemplateColumns: 'minmax(0, 1fr)' } },
  bar: { marginBottom: '20px', paddingBlock: '8px', overflowWrap: 'anywhere' },
})

/** One transfer for whichever side reads it: where it stands, what moves, and the answer (D.11). */
export function TransferView({ listHref, answer }: { listHref: string; answer?: (transfer: Transfer) => ReactNode }) {
  const styles = useStyles()
  const texts = useText()
  const { t } = texts
  const query = useQuery(transferQuery(usePathId('transferId')))
  const transfer = query.data?.value
  if (query.error && !transfer && isProblem(query.error, 'notFound')) return <NotFoundPage />
  const above = <TextLink href={listHref}>{t('transfers.title')}</TextLink>
  if (!transfer) {
    return (
      <>
        <PageHeader title={t('transfers.transfer')} above={above} />
        <Panel>{query.error ? <ErrorState problem={describeProblem(query.error, texts)} onRetry={() => void query.refetch()} /> : <LoadingState lines={8} />}</Panel>
      </>
    )
  }
  return (
    <>
      <PageHeader title={t('transfers.titleOf', { name: transfer.customer.name })} tabTitle={t('transfers.transfer')} above={above} beside={<TransferBadge status={transfer.status} />} acts={<No transfer={transfer} />} />
      <Problems transfer={transfer} />
      {/* Told, so that whoever hears the page learns it when the state changes below the answer. */}
      <MessageBar intent={transfer.status === 'completed' ? 'success' : 'info'} layout="multiline" className={styles.bar}>
        <MessageBarBody>{stateText(transfer, t)}</MessageBarBody>
      </MessageBar>
      <div className={styles.columns}>
        <div>
          {/* Whoever was asked chooses below. */}
          {(transfer.status !== 'asked' || transfer.side !== 'from' || transfer.lines.length > 0) && <TransferLines transfer={transfer} />}
          {answer?.(transfer)}
        </div>
        <TransferFacts transfer={transfer} />
      </div>
    </>
  )
}

function Problems({ transfer: { problems, status } }: { transfer: Transfer }) {
  const styles = useStyles()
  const { t } = useText()
  if (problems.length === 0 || !isOpen(status)) return null
  return (
    <MessageBar intent="warning" layout="multiline" className={styles.bar}>
      <MessageBarBody>
        <MessageBarTitle>{t('transfers.inTheWay')}</MessageBarTitle>
        <BulletList items={problems.map(({ reasonText }) => reasonText)} />
        <QuietText>{t('transfers.reasonCodes', { codes: problems.map(({ reasonCode }) => reasonCode).join(', ') })}</QuietText>
      </MessageBarBody>
    </MessageBar>
  )
}

function stateText({ status, side, from, to, namedPartnerDomain }: Transfer, t: ReturnType<typeof useText>['t']): string {
  const named = namedPartnerDomain ?? ''
  if (status === 'completed') return t('transfers.stateText.completed', { to: to?.name ?? named })
  if (status !== 'asked' && status !== 'offered') return t(`transfers.stateText.${status}`)
  if (side === 'customer') return t('transfers.stateText.customer')
  if (status === 'asked') return side === 'to' ? t('transfers.stateText.askedByYou', { name: named }) : t('transfers.stateText.asked', { name: to?.name ?? named })
  return side === 'from' ? t('transfers.stateText.offeredByYou', { name: to?.name ?? named }) : t('transfers.stateText.offered', { name: from?.name ?? named })
}

/** The no of this side, or taking back its own step. */
function No({ transfer }: { transfer: Transfer }) {
  const { t } = useText()
  const [isAsking, setAsking] = useState(false)
  const { status, side } = transfer
  if (!isOpen(status) || side === 'customer') return null
  const act = transfer.can.find((one) => one === 'decline' || one === 'withdraw') as 'decline' | 'withdraw' | undefined
  const isAsked = (side === 'from') === (status === 'asked')
  if (!act) return <GuardedButton blockedBecause={t('transfers.blocked.role')}>{t(isAsked ? 'transfers.act.decline' : 'transfers.act.withdraw')}</GuardedButton>
  return (
    <>
      <GuardedButton onClick={() => setAsking(true)}>{t(`transfers.act.${act}`)}</GuardedButton>
      {isAsking && <EndTransferDialog transfer={transfer} act={act} onClose={() => setAsking(false)} />}
    </>
  )
}
