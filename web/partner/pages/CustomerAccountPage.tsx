import { useCan } from '../../shared/api/session.ts'
import { AccountIds } from '../parts/AccountIds.tsx'
import { AgreementPanel } from '../parts/AgreementPanel.tsx'
import { CompanyPanel } from '../parts/CompanyPanel.tsx'
import { CustomerFrame, useColumnsStyles } from '../parts/CustomerFrame.tsx'
import { FirstAdministratorPanel } from '../parts/FirstAdministratorPanel.tsx'
import { CustomerPurchases } from '../parts/CustomerPurchases.tsx'
import { HandOverPanel } from '../parts/HandOverPanel.tsx'
import { OwnPartPanel } from '../parts/OwnPartPanel.tsx'
import { PrivilegesPanel } from '../parts/PrivilegesPanel.tsx'
import { PurchasePermissionsPanel } from '../parts/PurchasePermissionsPanel.tsx'
import { RemovePanel } from '../parts/RemovePanel.tsx'

/** Customer → Account [S1.45]: ids, company and billing, agreement, privileges, and the end of the relationship. */
export function CustomerAccountPage() {
  const styles = useColumnsStyles()
  const can = useCan()
  const [mayRead, maySee] = [can('purchasePermission.read'), can('ownPurchase.list')]
  return (
    <CustomerFrame view="account">
      {(customer, etag) => (
        <div className={styles.columns}>
          <div>
            <AccountIds customer={customer} />
            <FirstAdministratorPanel customer={customer} />
            <AgreementPanel customer={customer} />
          </div>
          <div>
            <CompanyPanel customer={customer} etag={etag} />
            <PrivilegesPanel customer={customer} />
          </div>
          <div className={styles.wide}>
            <OwnPartPanel customer={customer} />
            <HandOverPanel customer={customer} />
            <RemovePanel customer={customer} />
            {mayRead && !customer.removed && <PurchasePermissionsPanel customerId={customer.customerId} />}
            {maySee && <CustomerPurchases customerId={customer.customerId} />}
          </div>
        </div>
      )}
    </CustomerFrame>
  )
}
