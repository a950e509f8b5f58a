import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { TaskListSquareLtrRegular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormats, useText } from '../../shared/language/LanguageProvider.tsx'
import type { Column } from '../../shared/table/columns.ts'
import { DataTable } from '../../shared/table/DataTable.tsx'
import { useTableState } from '../../shared/table/use-table-state.ts'
import { DateText } from '../../shared/ui/DateText.tsx'
import { EmptyState } from '../../shared/ui/EmptyState.tsx'
import { PageHeader } from '../../shared/ui/PageHeader.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { Acts } from '../../shared/ui/Stack.tsx'
import { CallActs } from '../forms/CallActs.tsx'
import { ProvisioningDialog } from '../forms/ProvisioningDialog.tsx'
import { CallState } from '../parts/CallState.tsx'
import { waitingQuery, type Waiting } from '../parts/catalogue-api.ts'
import { ProvisioningTabs } from '../parts/ProvisioningTabs.tsx'
import { useCloudName } from '../parts/use-cloud-name.ts'

const useStyles = makeStyles({
  quiet: { display: 'block', overflowWrap: 'anywhere', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightRegular },
})

const defaults = { sort: '' } as const

/** What was ordered and is not there yet; a click or a connector's word settles it, never a timer (decision 28). */
export function ProvisioningPage() {
  const { t } = useText()
  const state = useTableState(defaults)
  const page = useQuery(waitingQuery({ cursor: state.cursor }))
  const [settling, setSettling] = useState<{ act: 'fulfilment' | 'refusal'; waiting: Waiting } | null>(null)
  return (
    <>
      <PageHeader title={t('catalogue.provisioning')} intro={t('catalogue.provisioningIntro')} />
      <ProvisioningTabs current="waiting" />
      <Panel isFlush>
        <DataTable
          label={t('catalogue.provisioning')}
          columns={useColumns()}
          page={page}
          state={state}
          rowKey={({ subscriptionId }) => subscriptionId}
          rowName={({ offerName, customerName }) => `${offerName}, ${customerName}`}
          acts={(waiting) => (
            <Acts>
              <Button size="small" appearance="primary" aria-label={`${t('catalogue.fulfil')}: ${waiting.offerName}, ${waiting.customerName}`} onClick={() => setSettling({ act: 'fulfilment', waiting })}>
                {t('catalogue.fulfil')}
              </Button>
              <Button size="small" aria-label={`${t('catalogue.refuse')}: ${waiting.offerName}, ${waiting.customerName}`} onClick={() => setSettling({ act: 'refusal', waiting })}>
                {t('catalogue.refuse')}
              </Button>
              <CallActs waiting={waiting} />
            </Acts>
          )}
          empty={
            <EmptyState icon={TaskListSquareLtrRegular} title={t('catalogue.nothingWaits')}>
              {t('catalogue.nothingWaitsText')}
            </EmptyState>
          }
        />
      </Panel>
      {settling && <ProvisioningDialog {...settling} onClose={() => setSettling(null)} />}
    </>
  )
}

function useColumns(): readonly Column<Waiting>[] {
  const styles = useStyles()
  const { t } = useText()
  const formats = useFormats()
  const cloudName = useCloudName()
  return [
    {
      id: 'offer',
      header: t('catalogue.offer'),
      isTitle: true,
      width: '20%',
      cell: ({ offerName, cloud }) => (
        <>
          {offerName}
          <span className={styles.quiet}>{cloudName(cloud)}</span>
        </>
      ),
    },
    { id: 'quantity', header: t('catalogue.quantity'), width: '80px', cell: ({ quantity }) => formats.number(quantity) },
    {
      id: 'customer',
      header: t('catalogue.customer'),
      width: '22%',
      cell: ({ customerName, partnerName }) => (
        <>
          {customerName}
          <span className={styles.quiet}>{t('connectors.through', { partner: partnerName })}</span>
        </>
      ),
    },
    { id: 'ordered', header: t('catalogue.ordered'), width: '100px', cell: ({ orderedAt }) => <DateText at={orderedAt} as="dateTime" /> },
    { id: 'call', header: t('connectors.connector'), width: '190px', cell: (waiting) => <CallState waiting={waiting} /> },
  ]
}
