import { makeStyles, tokens } from '@fluentui/react-components'
import { AppsListDetailRegular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import { useFormats, useText } from '../../shared/language/LanguageProvider.tsx'
import { paths } from '../../shared/paths.ts'
import type { Column } from '../../shared/table/columns.ts'
import { DataTable } from '../../shared/table/DataTable.tsx'
import { useTableState } from '../../shared/table/use-table-state.ts'
import { ButtonLink } from '../../shared/ui/ButtonLink.tsx'
import { DateText } from '../../shared/ui/DateText.tsx'
import { EmptyState } from '../../shared/ui/EmptyState.tsx'
import { GuardedButton } from '../../shared/ui/GuardedButton.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { Acts } from '../../shared/ui/Stack.tsx'
import { TextLink } from '../../shared/ui/TextLink.tsx'
import type { Customer } from '../parts/customer-api.ts'
import { CustomerFrame } from '../parts/CustomerFrame.tsx'
import { ExportSubscriptions } from '../forms/ExportSubscriptions.tsx'
import { OpenCarts } from '../parts/OpenCarts.tsx'
import { SubscriptionBadge } from '../parts/SubscriptionBadge.tsx'
import { subscriptionsQuery, type SubscriptionPage, type SubscriptionRow } from '../parts/subscription-api.ts'

const useStyles = makeStyles({
  quiet: { display: 'block', overflowWrap: 'anywhere', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightRegular },
  acts: { marginBottom: '16px' },
})

/** What the customer has, through whom, and in which state (F.1) [S4.9]. */
export function CustomerSubscriptionsPage() {
  return <CustomerFrame view="subscriptions">{(customer) => <Subscriptions customer={customer} />}</CustomerFrame>
}

function Subscriptions({ customer }: { customer: Customer }) {
  const { t } = useText()
  const styles = useStyles()
  const state = useTableState({ sort: '' })
  const page = useQuery(subscriptionsQuery(customer.customerId, { cursor: state.cursor }))
  const isEmpty = page.data?.items.length === 0
  const add = <AddSubscription customer={customer} page={page.data} />
  return (
    <>
      {!isEmpty && (
        <div className={styles.acts}>
          <Acts>
            {add}
            {page.data && <ExportSubscriptions customer={customer} />}
            {!customer.removed && <ButtonLink href={paths.partner.customerTransfer(customer.customerId)}>{t('transfers.link')}</ButtonLink>}
          </Acts>
        </div>
      )}
      {!customer.removed && page.data?.orderBlocked === null && <OpenCarts customerId={customer.customerId} />}
      <Panel isFlush>
        <DataTable
          label={t('subscriptions.title')}
          columns={useColumns(customer.customerId)}
          page={page}
          state={state}
          rowKey={({ subscriptionId }) => subscriptionId}
          rowName={nameOf}
          empty={
            <EmptyState
              icon={AppsListDetailRegular}
              title={t('subscriptions.emptyTitle')}
              acts={
                <>
                  {add}
                  {!customer.removed && <ButtonLink href={paths.partner.customerTransfer(customer.customerId)}>{t('transfers.link')}</ButtonLink>}
                </>
              }
            >
              {t('subscriptions.emptyText')}
            </EmptyState>
          }
        />
      </Panel>
    </>
  )
}

/** Stays visible where nothing can be added, and says why. */
function AddSubscription({ customer, page }: { customer: Customer; page: SubscriptionPage | undefined }) {
  const { t } = useText()
  if (customer.removed || !page) return null
  return page.orderBlocked ? (
    <GuardedButton appearance="primary" blockedBecause={page.orderBlocked.reasonText}>
      {t('subscriptions.add')}
    </GuardedButton>
  ) : (
    <ButtonLink appearance="primary" href={paths.partner.customerNewSubscription(customer.customerId)}>
      {t('subscriptions.add')}
    </ButtonLink>
  )
}

const nameOf = ({ friendlyName, offerName }: SubscriptionRow) => friendlyName ?? offerName

function useColumns(customerId: string): readonly Column<SubscriptionRow>[] {
  const { t } = useText()
  const styles = useStyles()
  const formats = useFormats()
  const beside = (row: SubscriptionRow) => [row.friendlyName && row.offerName, row.isTrial && t('subscriptions.trial'), row.parentSubscriptionId && t('subscriptions.addOnOf'), row.serviceName].filter(Boolean).join(' · ')
  return [
    {
      id: 'name',
      header: t('subscriptions.name'),
      isTitle: true,
      width: '40%',
      cell: (row) => (
        <>
          <TextLink href={paths.partner.customerSubscription(customerId, row.subscriptionId)}>{nameOf(row)}</TextLink>
          <span className={styles.quiet}>{beside(row)}</span>
        </>
      ),
    },
    { id: 'quantity', header: t('subscriptions.quantity'), cell: ({ quantity }) => formats.number(quantity) },
    { id: 'state', header: t('subscriptions.state'), cell: (row) => <SubscriptionBadge {...row} /> },
    { id: 'reseller', header: t('subscriptions.reseller'), cell: (row) => row.resellerName ?? (row.isSoldByThisPartner ? '–' : t('subscriptions.soldByOther')) },
    { id: 'created', header: t('subscriptions.created'), cell: ({ createdAt }) => <DateText at={createdAt} /> },
  ]
}
