import { Button } from '@fluentui/react-components'
import { BuildingRegular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormats, useText } from '../../shared/language/LanguageProvider.tsx'
import type { Column } from '../../shared/table/columns.ts'
import { DataTable } from '../../shared/table/DataTable.tsx'
import { FilterBar } from '../../shared/table/FilterBar.tsx'
import { useTableState } from '../../shared/table/use-table-state.ts'
import { paths } from '../../shared/paths.ts'
import { ButtonLink } from '../../shared/ui/ButtonLink.tsx'
import { CopyableId } from '../../shared/ui/CopyableId.tsx'
import { DateText } from '../../shared/ui/DateText.tsx'
import { EmptyState } from '../../shared/ui/EmptyState.tsx'
import { KeyValueList } from '../../shared/ui/KeyValueList.tsx'
import { PageHeader } from '../../shared/ui/PageHeader.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { Acts, Stack } from '../../shared/ui/Stack.tsx'
import { StatusBadge } from '../../shared/ui/StatusBadge.tsx'
import { CloseCustomerDialog } from '../forms/CloseCustomerDialog.tsx'
import { ImportCustomerDrawer, type AddingCustomer } from '../forms/ImportCustomerDrawer.tsx'
import { SegmentDialog } from '../forms/SegmentDialog.tsx'
import { tenantsQuery, type OperatorTenant } from '../parts/operator-api.ts'
import { useCloudName } from '../parts/use-cloud-name.ts'
import { useKindNames } from '../parts/use-kind-names.ts'

const defaults = { sort: '' } as const

/** Every organization of the installation: customers, partners, the operator itself. */
export function TenantsPage() {
  const { t } = useText()
  const state = useTableState(defaults)
  const page = useQuery(tenantsQuery({ search: state.search, cursor: state.cursor }))
  const columns = useColumns()
  const [adding, setAdding] = useState<AddingCustomer | null>(null)
  const importing = (
    <>
      <ButtonLink href={paths.operator.knownCustomers}>{t('knownCustomers.open')}</ButtonLink>
      <Button onClick={() => setAdding('create')}>{t('console.create')}</Button>
      <Button appearance="primary" onClick={() => setAdding('import')}>
        {t('operator.import')}
      </Button>
    </>
  )
  return (
    <>
      <PageHeader title={t('operator.tenants')} intro={t('console.tenantsIntro')} acts={importing} />
      <Panel isFlush>
        <FilterBar state={state} searchLabel={t('operator.searchTenants')} />
        <DataTable
          label={t('operator.tenants')}
          columns={columns}
          page={page}
          state={state}
          rowKey={({ id }) => id}
          rowName={({ name }) => name}
          details={(tenant) => <TenantDetails tenant={tenant} />}
          empty={<EmptyState icon={BuildingRegular} title={t('operator.noTenants')} acts={importing} />}
        />
      </Panel>
      {adding && <ImportCustomerDrawer how={adding} onClose={() => setAdding(null)} />}
    </>
  )
}

function useColumns(): readonly Column<OperatorTenant>[] {
  const { t } = useText()
  const formats = useFormats()
  const cloudName = useCloudName()
  const kindNames = useKindNames()
  return [
    { id: 'name', header: t('operator.name'), isTitle: true, cell: ({ name }) => name },
    { id: 'domain', header: t('operator.primaryDomain'), cell: ({ primaryDomain }) => primaryDomain },
    { id: 'kinds', header: t('operator.what'), width: '110px', cell: ({ kinds }) => formats.list(kindNames(kinds)) },
    { id: 'status', header: t('operator.standing'), cell: ({ status }) => <StatusBadge tone={status === 'active' ? 'good' : 'ended'}>{t(`console.tenant.${status}`)}</StatusBadge> },
    { id: 'cloud', header: t('operator.cloud'), cell: ({ cloud }) => cloudName(cloud) },
    { id: 'country', header: t('operator.country'), cell: ({ country }) => formats.country(country) },
    { id: 'createdAt', header: t('operator.cameHere'), cell: ({ createdAt }) => <DateText at={createdAt} /> },
  ]
}

function TenantDetails({ tenant }: { tenant: OperatorTenant }) {
  const { t, has } = useText()
  const [isClosing, setClosing] = useState(false)
  const [isSorting, setSorting] = useState(false)
  const key = `operator.origin.${tenant.origin}`
  return (
    <Stack>
      <KeyValueList
        items={[
          { key: t('operator.tenantId'), value: <CopyableId id={tenant.id} what={t('settings.theTenantId')} /> },
          { key: t('operator.primaryDomain'), value: <CopyableId id={tenant.primaryDomain} what={t('settings.theDomain')} /> },
          { key: t('operator.cameBy'), value: has(key) ? t(key as 'operator.origin.setUp') : tenant.origin },
          { key: t('operator.cameHere'), value: <DateText at={tenant.createdAt} as="deadline" /> },
          tenant.kinds.includes('customer') && { key: t('catalogue.segment'), value: tenant.segment === null ? t('catalogue.segmentUsual') : t(`catalogue.segment.${tenant.segment as 'commercial'}`) },
        ]}
      />
      {tenant.can.length > 0 && (
        <Acts>
          {tenant.can.includes('setSegment') && (
            <Button size="small" onClick={() => setSorting(true)}>
              {t('catalogue.changeSegment')}
            </Button>
          )}
          {tenant.can.includes('close') && (
            <Button size="small" onClick={() => setClosing(true)}>
              {t('console.close')}
            </Button>
          )}
        </Acts>
      )}
      {isSorting && <SegmentDialog tenant={tenant} onClose={() => setSorting(false)} />}
      {isClosing && <CloseCustomerDialog tenant={tenant} onClose={() => setClosing(false)} />}
    </Stack>
  )
}
