import { makeStyles, tokens } from '@fluentui/react-components'
import { PeopleTeamRegular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { useSignedIn } from '../../shared/api/session.ts'
import { useFormats, useLocalName, useText } from '../../shared/language/LanguageProvider.tsx'
import type { Column } from '../../shared/table/columns.ts'
import { DataTable } from '../../shared/table/DataTable.tsx'
import { useTableState, type TableState } from '../../shared/table/use-table-state.ts'
import { DateText } from '../../shared/ui/DateText.tsx'
import { EmptyState } from '../../shared/ui/EmptyState.tsx'
import { PageHeader } from '../../shared/ui/PageHeader.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { ExportMenu } from '../forms/ExportMenu.tsx'
import { useListExport } from '../forms/use-list-export.ts'
import { customersQuery, type CustomerRow } from '../parts/customer-api.ts'
import { CustomerFilters, isTooShort } from '../parts/CustomerFilters.tsx'
import { AddCustomerLink } from '../parts/AddCustomerLink.tsx'
import { CustomerRecordView } from '../parts/CustomerRecordView.tsx'
import { ConnectOthers } from '../parts/ConnectOthers.tsx'
import { CustomersTabs } from '../parts/CustomersTabs.tsx'
import { ExportProgress } from '../parts/ExportProgress.tsx'
import { KnownBadge, KnownTies } from '../parts/KnownTies.tsx'
import { NameWithTags } from '../parts/NameWithTags.tsx'
import { NewRelationshipLink } from '../parts/NewRelationshipLink.tsx'
import { RelationshipBadges } from '../parts/RelationshipBadges.tsx'
import { TenantId } from '../parts/TenantId.tsx'

const defaults = { sort: 'name', filters: ['match', 'country', 'tag', 'privileges', 'sharedWith'] } as const

const useStyles = makeStyles({
  domain: { display: 'block' },
  since: { display: 'block', marginTop: '2px', overflowWrap: 'break-word', '@container (min-width: 1000px)': { whiteSpace: 'nowrap' }, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  quiet: { color: tokens.colorNeutralForeground3 },
  // Breaks between words only: a column is not squeezed to a letter's width.
  words: { overflowWrap: 'break-word' },
  steps: { margin: '12px 0 0', paddingInlineStart: '20px', textAlign: 'start', display: 'flex', flexDirection: 'column', rowGap: '6px' },
})

/** Who accepted: the partner's customers [S0.21, S1.8, S3.13, S3.18]. */
export function CustomersPage() {
  const { t } = useText()
  const state = useTableState(defaults)
  const page = useQuery(customersQuery(queryOf(state)))
  const columns = useColumns(state)
  const exporting = useListExport('customerExport', '/customers/export')
  const exportButton = useRef<{ focus: () => void }>(null)
  const knownTags = [...new Set(page.data?.items.flatMap(({ tags }) => tags))].sort()
  return (
    <>
      <PageHeader
        title={t('customers.title')}
        intro={t('customers.intro')}
        acts={
          <>
            <ExportMenu ref={exportButton} shown={{ ...queryOf(state), cursor: undefined }} exporting={exporting} />
            <AddCustomerLink />
            <NewRelationshipLink />
          </>
        }
      />
      <ExportProgress
        state={exporting}
        onCancel={() => {
          exportButton.current?.focus()
          exporting.cancel()
        }}
      />
      <CustomersTabs current="present" />
      <Panel isFlush>
        <CustomerFilters state={state} columns={columns} knownTags={knownTags} />
        <DataTable
          label={t('customers.title')}
          columns={columns}
          page={page}
          state={state}
          rowKey={({ customerId }) => customerId}
          rowName={({ companyName }) => companyName}
          details={(row) => (row.relationship === 'none' ? <KnownTies customer={row} /> : <CustomerRecordView customerId={row.customerId} companyName={row.companyName} />)}
          empty={<NoCustomers />}
        />
      </Panel>
      <ConnectOthers />
    </>
  )
}

/** The way of searching says nothing without a search. */
function queryOf(state: TableState) {
  const search = isTooShort(state) ? undefined : state.search
  return { ...state.query, search, match: search ? state.filters.match : undefined }
}

function useColumns(state: TableState): readonly Column<CustomerRow>[] {
  const { t } = useText()
  const formats = useFormats()
  const styles = useStyles()
  return [
    {
      id: 'name',
      header: t('customers.company'),
      sort: 'name',
      isTitle: true,
      width: '27%',
      // Of a customer that is only known from elsewhere there is no page, and nothing to change.
      cell: ({ customerId, companyName, tags, relationship }) =>
        relationship === 'none' ? companyName : <NameWithTags customerId={customerId} companyName={companyName} tags={tags} onPick={(tag) => state.setFilter('tag', tag)} />,
    },
    {
      id: 'domain',
      header: t('customers.domainAndId'),
      sort: 'domain',
      width: '28%',
      cell: ({ primaryDomain, customerId, companyName }) => (
        <>
          <span className={styles.domain}>{primaryDomain}</span>
          <TenantId id={customerId} of={companyName} />
        </>
      ),
    },
    { id: 'country', header: t('customers.countryShort'), sort: 'country', cell: ({ country }) => <span className={styles.words}>{formats.country(country)}</span> },
    {
      id: 'since',
      header: t('customers.relationship'),
      sort: 'since',
      cell: ({ relationship, channels, relatedSince }) =>
        relationship === 'none' ? (
          <KnownBadge />
        ) : (
          <>
            <RelationshipBadges relationship={relationship} channels={channels} />
            <span className={styles.since}>
              {t('customers.since')} <DateText at={relatedSince} />
            </span>
          </>
        ),
    },
    { id: 'privileges', header: t('customers.privileges'), width: '15%', cell: ({ privilegedServices }) => <Privileges services={privilegedServices} /> },
  ]
}

function Privileges({ services }: { services: readonly string[] }) {
  const styles = useStyles()
  const { t } = useText()
  const formats = useFormats()
  const localName = useLocalName()
  const { cloud } = useSignedIn()
  if (services.length === 0) return <span className={styles.quiet}>{t('shell.none')}</span>
  if (cloud.services.every(({ id }) => services.includes(id))) return t('customers.allServices')
  const names = services.map((id) => {
    const service = cloud.services.find((one) => one.id === id)
    return service ? localName(service.name) : id
  })
  return <span className={styles.words}>{formats.list(names)}</span>
}

/** A new partner meets the flow here. */
function NoCustomers() {
  const { t } = useText()
  const styles = useStyles()
  return (
    <EmptyState icon={PeopleTeamRegular} title={t('customers.emptyTitle')} acts={<NewRelationshipLink />}>
      {t('customers.emptyText')}
      <ol className={styles.steps}>
        <li>{t('customers.emptyStep1')}</li>
        <li>{t('customers.emptyStep2')}</li>
        <li>{t('customers.emptyStep3')}</li>
        <li>{t('customers.emptyStep4')}</li>
      </ol>
    </EmptyState>
  )
}
