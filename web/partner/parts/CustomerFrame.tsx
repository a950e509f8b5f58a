import { makeStyles } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { paths } from '../../shared/paths.ts'
import { usePathId } from '../../shared/portal/use-path-id.ts'
import { ErrorState } from '../../shared/ui/ErrorState.tsx'
import { LoadingState } from '../../shared/ui/LoadingState.tsx'
import { PageHeader } from '../../shared/ui/PageHeader.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { TabLinks } from '../../shared/ui/TabLinks.tsx'
import { TextLink } from '../../shared/ui/TextLink.tsx'
import { customerQuery, type Customer } from './customer-api.ts'
import { EndedBanner } from './EndedBanner.tsx'
import { EndRequestBanner } from './EndRequestBanner.tsx'
import { RelationshipBadges } from './RelationshipBadges.tsx'

export const useColumnsStyles = makeStyles({
  columns: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(min(400px, 100%), 1fr))', columnGap: '20px', alignItems: 'start' },
  wide: { gridColumn: '1 / -1' },
})

type View = 'subscriptions' | 'account' | 'services' | 'users' | 'licenses' | 'support' | 'statements' | 'usage' | 'devices'

export type CustomerFrameProps = {
  view: View
  children: (customer: Customer, etag: string) => ReactNode
}

/** What all pages of one customer share: the name, the views, and what waits for an answer. */
export function CustomerFrame({ view, children }: CustomerFrameProps) {
  const texts = useText()
  const { t } = texts
  const customerId = usePathId('customerId')
  const query = useQuery(customerQuery(customerId))
  const customer = query.data?.value
  const viewName = t(`customerAccount.view.${view}`)
  const name = customer?.companyName ?? t('customerAccount.customer')

  return (
    <>
      <PageHeader
        title={name}
        tabTitle={`${name} · ${viewName}`}
        above={<TextLink href={customer?.removed ? paths.partner.removedCustomers : paths.partner.customers}>{t(customer?.removed ? 'customers.removedTitle' : 'customers.title')}</TextLink>}
        beside={customer && !customer.removed && <RelationshipBadges relationship="reseller" channels={customer.channels} />}
      />
      {(customer || !query.error) && <Views customerId={customerId} current={view} />}
      {customer?.endRequest && <EndRequestBanner customer={customer} endRequest={customer.endRequest} />}
      {customer?.removed && <EndedBanner customer={customer} at={customer.removed.at} />}
      {query.data && children(query.data.value, query.data.etag)}
      {!query.data && (
        <Panel>
          {query.error ? <ErrorState problem={describeProblem(query.error, texts)} onRetry={() => void query.refetch()} /> : <LoadingState lines={8} />}
        </Panel>
      )}
    </>
  )
}

function Views({ customerId, current }: { customerId: string; current: View }) {
  const { t } = useText()
  const { customerSubscriptions, customerAccount, customerServices, customerUsers, customerLicenses, customerStatements, customerUsage, customerDevices } = paths.partner
  const hrefs: Record<View, string> = {
    account: customerAccount(customerId),
    subscriptions: customerSubscriptions(customerId),
    services: customerServices(customerId),
    users: customerUsers(customerId),
    licenses: customerLicenses(customerId),
    support: paths.partner.customerServiceRequests(customerId),
    statements: customerStatements(customerId),
    usage: customerUsage(customerId),
    devices: customerDevices(customerId),
  }
  const tabs = Object.entries(hrefs).map(([view, href]) => ({ label: t(`customerAccount.view.${view as View}`), href, isCurrent: view === current }))
  return <TabLinks label={t('customerAccount.views')} tabs={tabs} />
}
