import { PersonAddRegular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useSignedIn } from '../../shared/api/session.ts'
import { useFormats, useText } from '../../shared/language/LanguageProvider.tsx'
import { paths } from '../../shared/paths.ts'
import type { Column } from '../../shared/table/columns.ts'
import { DataTable } from '../../shared/table/DataTable.tsx'
import { FilterBar, type Filter } from '../../shared/table/FilterBar.tsx'
import { useTableState } from '../../shared/table/use-table-state.ts'
import { DateText } from '../../shared/ui/DateText.tsx'
import { EmptyState } from '../../shared/ui/EmptyState.tsx'
import { PageHeader } from '../../shared/ui/PageHeader.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { TabLinks } from '../../shared/ui/TabLinks.tsx'
import { TextLink } from '../../shared/ui/TextLink.tsx'
import { AddCustomerLink } from '../parts/AddCustomerLink.tsx'
import { type CreationRequestRow, type CreationRequestSide, creationRequestsQuery, creationRequestStatuses } from '../parts/creation-request-api.ts'
import { CreationRequestBadge } from '../parts/CreationRequestBadge.tsx'
import { CustomersTabs } from '../parts/CustomersTabs.tsx'

/** What a reseller asked its providers to create, and what a provider is asked by its resellers (decision 17). */
export function CreationRequestsPage() {
  const { t } = useText()
  const { tenant } = useSignedIn()
  const { side: wanted } = useSearch({ strict: false }) as { side?: string }
  const sides = [...(tenant.partnerKinds.includes('indirectProvider') ? (['provider'] as const) : []), ...(tenant.partnerKinds.includes('indirectReseller') ? (['reseller'] as const) : [])]
  const side: CreationRequestSide = sides.find((one) => one === wanted) ?? sides[0] ?? 'reseller'
  return (
    <>
      <PageHeader title={t('creationRequests.title')} intro={t(`creationRequests.intro.${side}`)} acts={side === 'reseller' ? <AddCustomerLink /> : undefined} />
      <CustomersTabs current="creationRequests" />
      {sides.length > 1 && (
        <TabLinks
          label={t('creationRequests.sides')}
          tabs={sides.map((one) => ({ label: t(`creationRequests.side.${one}`), href: `${paths.partner.creationRequests}?side=${one}`, isCurrent: one === side }))}
        />
      )}
      <List key={side} side={side} />
    </>
  )
}

function List({ side }: { side: CreationRequestSide }) {
  const { t } = useText()
  const state = useTableState({ sort: '', filters: ['status'] })
  const { sort: _unsorted, ...query } = state.query
  const page = useQuery(creationRequestsQuery(side, query))
  const filters: readonly Filter[] = [{ name: 'status', label: t('requests.state'), choices: creationRequestStatuses.map((value) => ({ value, label: t(`creationRequests.status.${value}`) })) }]
  return (
    <Panel isFlush>
      <FilterBar state={state} searchLabel={t('creationRequests.searchLabel')} filters={filters} />
      <DataTable
        label={t('creationRequests.title')}
        columns={useColumns(side)}
        page={page}
        state={state}
        rowKey={({ id }) => id}
        rowName={({ companyName }) => companyName}
        empty={
          <EmptyState icon={PersonAddRegular} title={t('creationRequests.emptyTitle')}>
            {t(`creationRequests.emptyText.${side}`)}
          </EmptyState>
        }
      />
    </Panel>
  )
}

function useColumns(side: CreationRequestSide): readonly Column<CreationRequestRow>[] {
  const { t } = useText()
  const formats = useFormats()
  return [
    { id: 'company', header: t('customers.company'), isTitle: true, width: '32%', cell: ({ id, companyName }) => <TextLink href={paths.partner.creationRequest(id)}>{companyName}</TextLink> },
    { id: 'partner', header: t(`partnerships.side.${side === 'provider' ? 'reseller' : 'provider'}`), cell: ({ partner }) => partner?.name ?? '–' },
    { id: 'country', header: t('customers.countryShort'), cell: ({ country }) => formats.country(country) },
    { id: 'state', header: t('requests.state'), cell: ({ status }) => <CreationRequestBadge status={status} /> },
    { id: 'latest', header: t('partnerships.latest'), cell: ({ answeredAt, createdAt }) => <DateText at={answeredAt ?? createdAt} /> },
  ]
}
