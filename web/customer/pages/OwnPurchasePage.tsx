import { makeStyles } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { isProblem } from '../../shared/api/problem.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { NotFoundPage } from '../../shared/pages/NotFoundPage.tsx'
import { ownPurchaseQuery } from '../../shared/pages/own-purchases/purchase-api.ts'
import { PurchaseBadge } from '../../shared/pages/own-purchases/PurchaseBadge.tsx'
import { paths } from '../../shared/paths.ts'
import { usePathId } from '../../shared/portal/use-path-id.ts'
import { ErrorState } from '../../shared/ui/ErrorState.tsx'
import { LoadingState } from '../../shared/ui/LoadingState.tsx'
import { PageHeader } from '../../shared/ui/PageHeader.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { TextLink } from '../../shared/ui/TextLink.tsx'
import { WithdrawPurchase } from '../forms/WithdrawPurchase.tsx'
import { AfterwardsPanel } from '../parts/AfterwardsPanel.tsx'
import { PurchaseFacts } from '../parts/PurchaseFacts.tsx'

const useStyles = makeStyles({
  columns: { display: 'grid', gridTemplateColumns: 'minmax(0, 1.2fr) minmax(280px, 1fr)', columnGap: '20px', alignItems: 'start', '@media (max-width: 1080px)': { gridTemplateColumns: 'minmax(0, 1fr)' } },
})

/** One own purchase: what it costs, where it stands, and what only the partner can do with it afterwards [S4.L8.4]. */
export function OwnPurchasePage() {
  const styles = useStyles()
  const texts = useText()
  const { t } = texts
  const query = useQuery(ownPurchaseQuery(usePathId('purchaseId')))
  const purchase = query.data?.value
  if (query.error && !purchase && isProblem(query.error, 'notFound')) return <NotFoundPage />
  const above = <TextLink href={paths.customer.ownPurchases}>{t('ownPurchases.title')}</TextLink>
  if (!purchase) {
    return (
      <>
        <PageHeader title={t('ownPurchases.one')} above={above} />
        <Panel>{query.error ? <ErrorState problem={describeProblem(query.error, texts)} onRetry={() => void query.refetch()} /> : <LoadingState lines={8} />}</Panel>
      </>
    )
  }
  return (
    <>
      <PageHeader title={purchase.offerName} tabTitle={t('ownPurchases.one')} above={above} beside={<PurchaseBadge purchase={purchase} />} acts={purchase.can.includes('withdraw') && <WithdrawPurchase purchase={purchase} />} />
      <div className={styles.columns}>
        <PurchaseFacts purchase={purchase} />
        <AfterwardsPanel purchase={purchase} />
      </div>
    </>
  )
}
