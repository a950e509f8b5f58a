import { Button, makeStyles, MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { customerRequestsQuery } from '../../shared/pages/service-requests/request-api.ts'
import { RequestRows } from '../../shared/pages/service-requests/RequestTable.tsx'
import { useTableState } from '../../shared/table/use-table-state.ts'
import { Panel } from '../../shared/ui/Panel.tsx'
import { FileForCustomerDrawer } from '../forms/FileForCustomerDrawer.tsx'
import type { Customer } from '../parts/customer-api.ts'
import { CustomerFrame } from '../parts/CustomerFrame.tsx'

const useStyles = makeStyles({ bar: { marginBottom: '20px', paddingBlock: '8px' }, acts: { marginBottom: '16px' } })

/** The requests about one customer, and filing in its name while the privileges last (S0.27). */
export function CustomerServiceRequestsPage() {
  return <CustomerFrame view="support">{(customer) => <Requests customer={customer} />}</CustomerFrame>
}

function Requests({ customer }: { customer: Customer }) {
  const { t } = useText()
  const styles = useStyles()
  const state = useTableState({ sort: '' })
  const page = useQuery(customerRequestsQuery(customer.customerId, { cursor: state.cursor }))
  const [isFiling, setFiling] = useState(false)
  const blocked = page.data?.fileBlocked
  const file = page.data && !blocked && (
    <Button appearance="primary" onClick={() => setFiling(true)}>
      {t('serviceRequests.file.title')}
    </Button>
  )
  return (
    <>
      {blocked && (
        <MessageBar intent="warning" layout="multiline" className={styles.bar}>
          <MessageBarBody>
            <MessageBarTitle>{t('serviceRequests.blockedTitle')}</MessageBarTitle>
            {blocked.reasonText} {t('serviceRequests.callOperator', { operator: page.data!.operatorSupport })}
          </MessageBarBody>
        </MessageBar>
      )}
      {file && page.data.items.length > 0 && <div className={styles.acts}>{file}</div>}
      <Panel isFlush>
        <RequestRows side="partner" page={page} state={state} acts={file} isOneCustomer />
      </Panel>
      {isFiling && page.data && <FileForCustomerDrawer customerId={customer.customerId} services={page.data.services} onClose={() => setFiling(false)} />}
    </>
  )
}
