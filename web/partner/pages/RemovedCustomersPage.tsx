import { makeStyles } from '@fluentui/react-components'
import { PeopleSubtractRegular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import { useFormats, useText } from '../../shared/language/LanguageProvider.tsx'
import { paths } from '../../shared/paths.ts'
import type { Column } from '../../shared/table/columns.ts'
import { DataTable } from '../../shared/table/DataTable.tsx'
import { useTableState } from '../../shared/table/use-table-state.ts'
import { DateText } from '../../shared/ui/DateText.tsx'
import { EmptyState } from '../../shared/ui/EmptyState.tsx'
import { PageHeader } from '../../shared/ui/PageHeader.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { StatusBadge } from '../../shared/ui/StatusBadge.tsx'
import { TextLink } from '../../shared/ui/TextLink.tsx'
import { AskAgainLink } from '../parts/AskAgainLink.tsx'
import { removedCustomersQuery, type RemovedCustomer } from '../parts/customer-api.ts'
import { CustomersTabs } from '../parts/CustomersTabs.tsx'
import { NewRelationshipLink } from '../parts/NewRelationshipLink.tsx'
import { TenantId } from '../parts/TenantId.tsx'

const useStyles = makeStyles({ domain: { display: 'block' }, name: { display: 'block', minWidth: '130px' } })

/** Relationships that ended, ready to be asked for again (decision 17) [S4.23]. */
export function RemovedCustomersPage() {
  const { t } = useText()
  const state = useTableState({ sort: '' })
  const { cursor } = state
  const page = useQuery(removedCustomersQuery({ cursor }))
  return (
    <>
      <PageHeader title={t('customers.removedTitle')} intro={t('customers.removedIntro')} acts={<NewRelationshipLink />} />
      <CustomersTabs current="removed" />
      <Panel isFlush>
        <DataTable
          label={t('customers.removedTitle')}
          columns={useColumns()}
          page={page}
          state={state}
          rowKey={({ customerId }) => customerId}
          rowName={({ companyName }) => companyName}
          acts={({ customerId, companyName, prefill }) => (
            <AskAgainLink customerId={customerId} companyName={companyName} kind="establish" askPrivileges={prefill.askPrivileges} size="small" />
          )}
          empty={
            <EmptyState icon={PeopleSubtractRegular} title={t('customers.removedEmptyTitle')}>
              {t('customers.removedEmptyText')}
            </EmptyState>
          }
        />
      </Panel>
    </>
  )
}

function useColumns(): readonly Column<RemovedCustomer>[] {
  const { t } = useText()
  const styles = useStyles()
  const formats = useFormats()
  return [
    {
      id: 'name',
      header: t('customers.company'),
      isTitle: true,
      width: '24%',
      cell: ({ customerId, companyName }) => (
        <span className={styles.name}>
          <TextLink href={paths.partner.customerRemoved(customerId)}>{companyName}</TextLink>
        </span>
      ),
    },
    {
      id: 'domain',
      header: t('customers.domainAndId'),
      width: '30%',
      cell: ({ primaryDomain, customerId, companyName }) => (
        <>
          <span className={styles.domain}>{primaryDomain}</span>
          <TenantId id={customerId} of={companyName} />
        </>
      ),
    },
    { id: 'country', header: t('customers.countryShort'), cell: ({ country }) => formats.country(country) },
    { id: 'removedAt', header: t('customers.removedAt'), cell: ({ removedAt }) => <DateText at={removedAt} /> },
    {
      id: 'privileges',
      header: t('customers.privileges'),
      cell: ({ privilegesRemain }) =>
        privilegesRemain.length > 0 ? <StatusBadge tone="waiting">{t('customers.privilegesRemain')}</StatusBadge> : <StatusBadge tone="ended">{t('shell.none')}</StatusBadge>,
    },
  ]
}
