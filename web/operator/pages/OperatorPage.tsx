import { Button } from '@fluentui/react-components'
import { BuildingMultipleRegular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormats, useText } from '../../shared/language/LanguageProvider.tsx'
import type { Column } from '../../shared/table/columns.ts'
import { DataTable } from '../../shared/table/DataTable.tsx'
import { FilterBar } from '../../shared/table/FilterBar.tsx'
import { useTableState } from '../../shared/table/use-table-state.ts'
import { paths } from '../../shared/paths.ts'
import { CopyableId } from '../../shared/ui/CopyableId.tsx'
import { EmptyState } from '../../shared/ui/EmptyState.tsx'
import { PageHeader } from '../../shared/ui/PageHeader.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { TextLink } from '../../shared/ui/TextLink.tsx'
import { EnrolPartnerDrawer } from '../forms/EnrolPartnerDrawer.tsx'
import { partnersQuery, type OperatorPartner } from '../parts/operator-api.ts'
import { PartnerStanding } from '../parts/PartnerStanding.tsx'
import { StatusPanel } from '../parts/StatusPanel.tsx'
import { useCloudName } from '../parts/use-cloud-name.ts'

const defaults = { sort: '', filters: ['standing'] } as const
const standings = ['active', 'suspended', 'inDebt', 'unverified', 'unsigned'] as const

/** Every partner of the programme, and what the operator can do with each. */
export function OperatorPage() {
  const { t } = useText()
  const state = useTableState(defaults)
  const page = useQuery(partnersQuery({ search: state.search, standing: state.filters.standing, cursor: state.cursor }))
  const columns = useColumns()
  const [isEnrolling, setEnrolling] = useState(false)
  const enrol = (
    <Button appearance="primary" onClick={() => setEnrolling(true)}>
      {t('operator.enrol')}
    </Button>
  )
  return (
    <>
      <PageHeader title={t('operator.title')} intro={t('operator.intro')} acts={enrol} />
      <StatusPanel />
      <Panel isFlush>
        <FilterBar state={state} searchLabel={t('operator.searchPartners')} filters={[{ name: 'standing', label: t('operator.standing'), choices: standings.map((value) => ({ value, label: t(`console.standing.${value}`) })) }]} />
        <DataTable
          label={t('operator.partners')}
          columns={columns}
          page={page}
          state={state}
          rowKey={({ id }) => id}
          rowName={({ name }) => name}
          empty={
            <EmptyState icon={BuildingMultipleRegular} title={t('operator.noPartners')} acts={enrol}>
              {t('operator.noPartnersText')}
            </EmptyState>
          }
        />
      </Panel>
      {isEnrolling && <EnrolPartnerDrawer onClose={() => setEnrolling(false)} />}
    </>
  )
}

function useColumns(): readonly Column<OperatorPartner>[] {
  const { t } = useText()
  const formats = useFormats()
  const cloudName = useCloudName()
  return [
    { id: 'name', header: t('operator.name'), isTitle: true, cell: ({ id, name }) => <TextLink href={paths.operator.partner(id)}>{name}</TextLink> },
    { id: 'domain', header: t('operator.primaryDomain'), cell: ({ primaryDomain }) => primaryDomain },
    { id: 'cloud', header: t('operator.cloud'), cell: ({ cloud }) => cloudName(cloud) },
    { id: 'country', header: t('operator.country'), cell: ({ country }) => formats.country(country) },
    { id: 'programmeId', header: t('operator.programmeId'), cell: ({ programmeId, name }) => (programmeId ? <CopyableId id={programmeId} what={t('operator.programmeIdOf', { name })} /> : t('console.notYet')) },
    { id: 'standing', header: t('operator.standing'), cell: (partner) => <PartnerStanding partner={partner} /> },
  ]
}
