import { AccountIds } from '../parts/AccountIds.tsx'
import { AgreementPanel } from '../parts/AgreementPanel.tsx'
import { CompanyPanel } from '../parts/CompanyPanel.tsx'
import { CustomerFrame, useColumnsStyles } from '../parts/CustomerFrame.tsx'
import { FirstAdministratorPanel } from '../parts/FirstAdministratorPanel.tsx'
import { HandOverPanel } from '../parts/HandOverPanel.tsx'
import { OwnPartPanel } from '../parts/OwnPartPanel.tsx'
import { PrivilegesPanel } from '../parts/PrivilegesPanel.tsx'
import { RemovePanel } from '../parts/RemovePanel.tsx'

/** Customer → Account [S1.45]: ids, company and billing, agreement, privileges, and the end of the relationship. */
export function CustomerAccountPage() {
  const styles = useColumnsStyles()
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
          </div>
        </div>
      )}
    </CustomerFrame>
  )
}
