import { useQuery } from '@tanstack/react-query'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { ErrorState } from '../../shared/ui/ErrorState.tsx'
import { LoadingState } from '../../shared/ui/LoadingState.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { customerRecordQuery, type Customer } from '../parts/customer-api.ts'
import { CustomerFrame, useColumnsStyles } from '../parts/CustomerFrame.tsx'
import { OrganizationPanel } from '../parts/OrganizationPanel.tsx'
import { PrivilegesPanel } from '../parts/PrivilegesPanel.tsx'
import { ServicesPanel } from '../parts/ServicesPanel.tsx'

/** Services, the portals in which they are administered, and acting on the customer's behalf [S0.L1.2]. */
export function CustomerServicesPage() {
  return <CustomerFrame view="services">{(customer) => <Services customer={customer} />}</CustomerFrame>
}

function Services({ customer }: { customer: Customer }) {
  const styles = useColumnsStyles()
  const texts = useText()
  const { t } = texts
  const record = useQuery(customerRecordQuery(customer.customerId))
  return (
    <div className={styles.columns}>
      <div>
        {record.data ? (
          <ServicesPanel record={record.data} customerId={customer.customerId} />
        ) : (
          <Panel title={t('services.customerServices')}>{record.error ? <ErrorState problem={describeProblem(record.error, texts)} onRetry={() => void record.refetch()} /> : <LoadingState />}</Panel>
        )}
      </div>
      <div>
        <PrivilegesPanel customer={customer} />
        <OrganizationPanel customer={customer} />
      </div>
    </div>
  )
}
