import { makeStyles, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useFormats, useText } from '../../shared/language/LanguageProvider.tsx'
import { paths } from '../../shared/paths.ts'
import type { Column } from '../../shared/table/columns.ts'
import { DataTable } from '../../shared/table/DataTable.tsx'
import { FilterBar, type Filter } from '../../shared/table/FilterBar.tsx'
import { useTableState } from '../../shared/table/use-table-state.ts'
import { DateText } from '../../shared/ui/DateText.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { TextLink } from '../../shared/ui/TextLink.tsx'
import { partnershipsQuery, partnershipStatuses, type PartnershipRow, type PartnershipSide } from './partnership-api.ts'
import { PartnershipBadge } from './PartnershipBadge.tsx'
import { usePartnershipName } from './use-partnership-name.ts'

const useStyles = makeStyles({
  quiet: { display: 'block', overflowWrap: 'anywhere', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightRegular },
})

/** A reseller's list begins with its answer, so it never holds what still waits. */
const statusesOf = (side: PartnershipSide) => (side === 'provider' ? partnershipStatuses : (['active', 'declined', 'removed'] as const))

type PartnershipTableProps = { side: PartnershipSide; label: string; empty: ReactNode; acts: (row: PartnershipRow) => ReactNode }

/** One's partnerships on one side, latest first. */
export function PartnershipTable({ side, label, empty, acts }: PartnershipTableProps) {
  const { t } = useText()
  const state = useTableState({ sort: '', filters: ['status'] })
  const { sort: _unsorted, ...query } = state.query
  const page = useQuery(partnershipsQuery(side, query))
  const name = usePartnershipName()
  const filters: readonly Filter[] = [{ name: 'status', label: t('requests.state'), choices: statusesOf(side).map((value) => ({ value, label: t(`partnerships.status.${value}`) })) }]
  return (
    <Panel isFlush>
      <FilterBar state={state} searchLabel={t('partnerships.searchLabel')} filters={filters} />
      <DataTable label={label} columns={useColumns(side)} page={page} state={state} rowKey={({ id }) => id} rowName={name} acts={acts} empty={empty} />
    </Panel>
  )
}

function useColumns(side: PartnershipSide): readonly Column<PartnershipRow>[] {
  const { t } = useText()
  const styles = useStyles()
  const formats = useFormats()
  const name = usePartnershipName()
  return [
    {
      id: 'partner',
      header: t(`partnerships.side.${side === 'provider' ? 'reseller' : 'provider'}`),
      isTitle: true,
      width: '25%',
      cell: (row) => (
        <>
          <TextLink href={paths.partner.partnership(row.id)}>{name(row)}</TextLink>
          {row.partner && (
            <span className={styles.quiet}>
              {row.partner.domain}, {formats.country(row.partner.country)}
            </span>
          )}
        </>
      ),
    },
    { id: 'state', header: t('requests.state'), width: '17%', cell: ({ status }) => <PartnershipBadge status={status} /> },
    { id: 'programmeId', header: t('partnerships.programmeId'), cell: ({ partner }) => partner?.programmeId ?? '–' },
    { id: 'access', header: t('partnerships.access'), cell: ({ access }) => (access.length > 0 ? formats.list(access.map((service) => service.name)) : t('shell.none')) },
    {
      id: 'since',
      header: t('partnerships.latest'),
      width: '22%',
      cell: (row) => (
        <>
          <DateText at={row.endedAt ?? row.answeredAt ?? row.sharedAt ?? row.createdAt} />
          {row.blockedText !== null && row.answeredAt === null && <span className={styles.quiet}>{row.blockedText}</span>}
        </>
      ),
    },
  ]
}
