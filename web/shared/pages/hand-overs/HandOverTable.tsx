import { makeStyles, tokens } from '@fluentui/react-components'
import { PeopleSwapRegular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import { useText } from '../../language/LanguageProvider.tsx'
import type { Column } from '../../table/columns.ts'
import { DataTable } from '../../table/DataTable.tsx'
import { FilterBar, type Filter } from '../../table/FilterBar.tsx'
import { useTableState } from '../../table/use-table-state.ts'
import { DateText } from '../../ui/DateText.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { TextLink } from '../../ui/TextLink.tsx'
import { HandOverBadge } from './HandOverBadge.tsx'
import { handOversQuery, handOverStatuses, isOpen, type HandOverRow } from './hand-over-api.ts'

const useStyles = makeStyles({ quiet: { display: 'block', overflowWrap: 'anywhere', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightRegular } })

/** The hand-overs in which the organization takes part, latest first; to the customer they are moves between partners. */
export function HandOverTable({ hrefOf, emptyText, isCustomer }: { hrefOf: (id: string) => string; emptyText: string; isCustomer: boolean }) {
  const { t } = useText()
  const state = useTableState({ sort: '', filters: ['status'] })
  const { sort: _unsorted, search: _unsearched, ...query } = state.query
  const page = useQuery(handOversQuery(query))
  const statuses = isCustomer ? handOverStatuses.filter((status) => status !== 'proposed') : handOverStatuses
  const filters: readonly Filter[] = [{ name: 'status', label: t('requests.state'), choices: statuses.map((value) => ({ value, label: t(`handOvers.status.${value}`) })) }]
  return (
    <Panel isFlush>
      <FilterBar state={state} filters={filters} />
      <DataTable
        label={t('handOvers.title')}
        columns={useColumns(hrefOf, isCustomer)}
        page={page}
        state={state}
        rowKey={({ id }) => id}
        rowName={nameOf}
        empty={
          <EmptyState icon={PeopleSwapRegular} title={t('handOvers.none')}>
            {emptyText}
          </EmptyState>
        }
      />
    </Panel>
  )
}

const nameOf = ({ customer }: HandOverRow) => customer.name ?? customer.domain

function useColumns(hrefOf: (id: string) => string, isCustomer: boolean): readonly Column<HandOverRow>[] {
  const { t } = useText()
  const styles = useStyles()
  const partners = ({ from, to, namedPartnerDomain }: HandOverRow) => t('handOvers.fromTo', { from: from?.name ?? namedPartnerDomain ?? '', to: to?.name ?? namedPartnerDomain ?? '' })
  return [
    {
      id: 'customer',
      header: t(isCustomer ? 'handOvers.partners' : 'handOvers.customer'),
      isTitle: true,
      width: '38%',
      cell: (row) => (
        <>
          <TextLink href={hrefOf(row.id)}>{isCustomer ? partners(row) : nameOf(row)}</TextLink>
          {!isCustomer && row.customer.name !== null && <span className={styles.quiet}>{row.customer.domain}</span>}
        </>
      ),
    },
    ...(isCustomer ? [] : [{ id: 'partners', header: t('handOvers.partners'), cell: partners }]),
    { id: 'state', header: t('requests.state'), cell: ({ status }) => <HandOverBadge status={status} /> },
    {
      id: 'when',
      header: t('handOvers.latest'),
      cell: (row) => (
        <>
          <DateText at={row.answeredAt ?? row.agreedAt ?? row.createdAt} />
          {isOpen(row.status) && (
            <span className={styles.quiet}>
              {t('handOvers.validUntil')} <DateText at={row.validUntil} />
            </span>
          )}
        </>
      ),
    },
  ]
}
