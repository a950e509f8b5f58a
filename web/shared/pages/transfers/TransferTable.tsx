import { makeStyles, tokens } from '@fluentui/react-components'
import { ArrowSwapRegular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import { capitalized } from '../../language/capitalized.ts'
import { useFormats, useText } from '../../language/LanguageProvider.tsx'
import type { Column } from '../../table/columns.ts'
import { DataTable } from '../../table/DataTable.tsx'
import { FilterBar, type Filter } from '../../table/FilterBar.tsx'
import { useTableState } from '../../table/use-table-state.ts'
import { DateText } from '../../ui/DateText.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { TextLink } from '../../ui/TextLink.tsx'
import { TransferBadge } from './TransferBadge.tsx'
import { isOpen, type TransferRow, transferStatuses, transfersQuery } from './transfer-api.ts'

const useStyles = makeStyles({ quiet: { display: 'block', overflowWrap: 'anywhere', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightRegular } })

/** The transfers in which the organization takes part, latest first. */
export function TransferTable({ hrefOf, emptyText, isCustomer }: { hrefOf: (id: string) => string; emptyText: string; isCustomer: boolean }) {
  const { t } = useText()
  const state = useTableState({ sort: '', filters: ['status'] })
  const { sort: _unsorted, search: _unsearched, ...query } = state.query
  const page = useQuery(transfersQuery(query))
  const filters: readonly Filter[] = [{ name: 'status', label: t('requests.state'), choices: transferStatuses.map((value) => ({ value, label: t(`transfers.status.${value}`) })) }]
  return (
    <Panel isFlush>
      <FilterBar state={state} filters={filters} />
      <DataTable
        label={t('transfers.title')}
        columns={useColumns(hrefOf, isCustomer)}
        page={page}
        state={state}
        rowKey={({ id }) => id}
        rowName={({ customer }) => customer.name}
        empty={
          <EmptyState icon={ArrowSwapRegular} title={t('transfers.none')}>
            {emptyText}
          </EmptyState>
        }
      />
    </Panel>
  )
}

function useColumns(hrefOf: (id: string) => string, isCustomer: boolean): readonly Column<TransferRow>[] {
  const { t } = useText()
  const styles = useStyles()
  const formats = useFormats()
  const partners = ({ from, to, namedPartnerDomain }: TransferRow) => t('transfers.fromTo', { from: from?.name ?? namedPartnerDomain ?? capitalized(t('transfers.somePartner')), to: to?.name ?? namedPartnerDomain ?? t('transfers.somePartner') })
  return [
    { id: 'customer', header: t(isCustomer ? 'transfers.partners' : 'handOvers.customer'), isTitle: true, width: '36%', cell: (row) => <TextLink href={hrefOf(row.id)}>{isCustomer ? partners(row) : row.customer.name}</TextLink> },
    ...(isCustomer ? [] : [{ id: 'partners', header: t('transfers.partners'), cell: partners }]),
    { id: 'items', header: t('transfers.items'), cell: ({ itemCount }) => (itemCount === 0 ? '–' : formats.number(itemCount)) },
    { id: 'state', header: t('requests.state'), cell: ({ status }) => <TransferBadge status={status} /> },
    {
      id: 'when',
      header: t('transfers.latest'),
      cell: (row) => (
        <>
          <DateText at={row.answeredAt ?? row.offeredAt ?? row.createdAt} />
          {isOpen(row.status) && (
            <span className={styles.quiet}>
              {t('transfers.validUntil')} <DateText at={row.validUntil} />
            </span>
          )}
        </>
      ),
    },
  ]
}
