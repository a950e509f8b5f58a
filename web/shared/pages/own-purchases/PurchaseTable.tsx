import { makeStyles, tokens } from '@fluentui/react-components'
import { CartRegular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useFormats, useText } from '../../language/LanguageProvider.tsx'
import type { Column } from '../../table/columns.ts'
import { DataTable } from '../../table/DataTable.tsx'
import { useTableState } from '../../table/use-table-state.ts'
import { DateText } from '../../ui/DateText.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { type OwnPurchase, purchasesQuery } from './purchase-api.ts'
import { PurchaseBadge } from './PurchaseBadge.tsx'

const useStyles = makeStyles({
  quiet: { display: 'block', overflowWrap: 'anywhere', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightRegular },
  long: { overflowWrap: 'anywhere' },
})

type PurchaseTableProps = {
  /** null for one's own organization */
  customerId: string | null
  emptyText: string
  nameOf: (purchase: OwnPurchase) => ReactNode
  actsOf?: (purchase: OwnPurchase) => ReactNode
}

/** What was bought without the partner's hand, latest first, for either side [S4.L8.5]. */
export function PurchaseTable({ customerId, emptyText, nameOf, actsOf }: PurchaseTableProps) {
  const { t } = useText()
  const state = useTableState({ sort: '' })
  const page = useQuery(purchasesQuery(customerId, { cursor: state.cursor }))
  return (
    <Panel isFlush>
      <DataTable
        label={t('ownPurchases.title')}
        columns={useColumns(nameOf, customerId === null)}
        page={page}
        state={state}
        rowKey={({ purchaseId }) => purchaseId}
        rowName={({ offerName }) => offerName}
        {...(actsOf && { details: (purchase: OwnPurchase) => actsOf(purchase) })}
        empty={
          <EmptyState icon={CartRegular} title={t('ownPurchases.empty')}>
            {emptyText}
          </EmptyState>
        }
      />
    </Panel>
  )
}

function useColumns(nameOf: PurchaseTableProps['nameOf'], isOwn: boolean): readonly Column<OwnPurchase>[] {
  const { t } = useText()
  const styles = useStyles()
  const formats = useFormats()
  return [
    {
      id: 'what',
      header: t('ownPurchases.what'),
      isTitle: true,
      width: '34%',
      cell: (purchase) => (
        <>
          <span className={styles.long}>{nameOf(purchase)}</span>
          <span className={styles.quiet}>
            {[t('ownPurchases.times', { count: purchase.quantity }), isOwn ? purchase.partnerName : purchase.askedByName].filter(Boolean).join(' · ')}
          </span>
        </>
      ),
    },
    { id: 'state', header: t('ownPurchases.state'), cell: (purchase) => <PurchaseBadge purchase={purchase} /> },
    { id: 'committed', header: t('ownPurchases.committed'), cell: ({ committed, currency }) => (committed === null ? '–' : formats.money(committed, currency)) },
    { id: 'asked', header: t('ownPurchases.asked'), cell: ({ askedAt }) => <DateText at={askedAt} /> },
  ]
}
