import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { useCan } from '../../shared/api/session.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { paths } from '../../shared/paths.ts'
import { type OwnPermission, ownPermissionsQuery } from '../../shared/pages/own-purchases/purchase-api.ts'
import { PurchaseTable } from '../../shared/pages/own-purchases/PurchaseTable.tsx'
import { ErrorState } from '../../shared/ui/ErrorState.tsx'
import { LoadingState } from '../../shared/ui/LoadingState.tsx'
import { PageHeader } from '../../shared/ui/PageHeader.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { QuietText } from '../../shared/ui/Stack.tsx'
import { TextLink } from '../../shared/ui/TextLink.tsx'
import { BuyDrawer } from '../forms/BuyDrawer.tsx'
import { PermittedPanel } from '../parts/PermittedPanel.tsx'

/** What one's own organization may buy on a partner's bill, and what it bought [S4.25, S4.L8]. */
export function OwnPurchasesPage() {
  const texts = useText()
  const { t } = texts
  const mayBuy = useCan()('ownPurchase.buy')
  const permitted = useQuery(ownPermissionsQuery)
  const [buying, setBuying] = useState<OwnPermission | null>(null)
  const items = permitted.data?.items
  return (
    <>
      <PageHeader title={t('ownPurchases.title')} intro={t('ownPurchases.intro')} />
      {!items && <Panel>{permitted.error ? <ErrorState problem={describeProblem(permitted.error, texts)} onRetry={() => void permitted.refetch()} /> : <LoadingState lines={4} />}</Panel>}
      {items?.length === 0 && (
        <Panel title={t('ownPurchases.nothingPermitted')}>
          <QuietText>{t('ownPurchases.nothingPermittedText')}</QuietText>
        </Panel>
      )}
      {items?.map((permission) => (
        <PermittedPanel key={permission.permissionId} permission={permission} mayBuy={mayBuy} onBuy={() => setBuying(permission)} />
      ))}
      <PurchaseTable customerId={null} emptyText={t('ownPurchases.emptyOwn')} nameOf={({ purchaseId, offerName }) => <TextLink href={paths.customer.ownPurchase(purchaseId)}>{offerName}</TextLink>} />
      {buying && <BuyDrawer permission={buying} onClose={() => setBuying(null)} />}
    </>
  )
}
