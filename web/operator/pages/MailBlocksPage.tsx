import { Button } from '@fluentui/react-components'
import { MailProhibitedRegular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { DataTable } from '../../shared/table/DataTable.tsx'
import { FilterBar } from '../../shared/table/FilterBar.tsx'
import { useTableState } from '../../shared/table/use-table-state.ts'
import { EmptyState } from '../../shared/ui/EmptyState.tsx'
import { PageHeader } from '../../shared/ui/PageHeader.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { QuietText } from '../../shared/ui/Stack.tsx'
import { FindMailBlockPanel } from '../forms/FindMailBlockPanel.tsx'
import { ReportAddressesDrawer } from '../forms/ReportAddressesDrawer.tsx'
import { mailBlocksQuery } from '../parts/operator-api.ts'
import { MailTabs } from '../parts/MailTabs.tsx'
import { MailBlockDetails, useMailBlockColumns } from '../parts/mail-block-columns.tsx'

const defaults = { sort: '', filters: ['kind'] } as const
const kinds = ['undeliverable', 'optedOut'] as const

/** Addresses that letters do not arrive at, and those whose readers want none. */
export function MailBlocksPage() {
  const { t } = useText()
  const state = useTableState(defaults)
  const page = useQuery(mailBlocksQuery({ kind: state.filters.kind, cursor: state.cursor }))
  const columns = useMailBlockColumns()
  const [isReporting, setReporting] = useState(false)
  const report = (
    <Button appearance="primary" onClick={() => setReporting(true)}>
      {t('mailBlocks.report')}
    </Button>
  )
  return (
    <>
      <PageHeader title={t('mail.title')} intro={t('mail.intro')} acts={report} />
      <MailTabs current="addresses" />
      <FindMailBlockPanel />
      <Panel isFlush>
        <FilterBar state={state} filters={[{ name: 'kind', label: t('mailBlocks.which'), choices: kinds.map((value) => ({ value, label: t(`mailBlocks.kind.${value}`) })) }]}>
          {page.data && <QuietText>{t('mailBlocks.counts', page.data.counts)}</QuietText>}
        </FilterBar>
        <DataTable
          label={t('mailBlocks.intro')}
          columns={columns}
          page={page}
          state={state}
          rowKey={({ id }) => id}
          rowName={({ domain }) => domain}
          details={(block) => <MailBlockDetails block={block} />}
          empty={
            <EmptyState icon={MailProhibitedRegular} title={t('mailBlocks.empty')}>
              {t('mailBlocks.emptyText')}
            </EmptyState>
          }
        />
      </Panel>
      {isReporting && <ReportAddressesDrawer onClose={() => setReporting(false)} />}
    </>
  )
}
