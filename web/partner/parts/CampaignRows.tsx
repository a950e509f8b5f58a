import { makeStyles, tokens } from '@fluentui/react-components'
import { MegaphoneRegular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { useFormats, useText } from '../../shared/language/LanguageProvider.tsx'
import { paths } from '../../shared/paths.ts'
import type { Column } from '../../shared/table/columns.ts'
import { DataTable } from '../../shared/table/DataTable.tsx'
import { FilterBar } from '../../shared/table/FilterBar.tsx'
import { useTableState } from '../../shared/table/use-table-state.ts'
import { EmptyState } from '../../shared/ui/EmptyState.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { TextLink } from '../../shared/ui/TextLink.tsx'
import { ExportMenu } from '../forms/ExportMenu.tsx'
import { useListExport } from '../forms/use-list-export.ts'
import { RowBadge } from './CampaignBadge.tsx'
import { type Campaign, type CampaignRow, campaignRowsQuery, rowStandings } from './campaign-api.ts'
import { ExportProgress } from './ExportProgress.tsx'

const useStyles = makeStyles({
  words: { display: 'block', minWidth: '120px', overflowWrap: 'anywhere' },
  quiet: { display: 'block', marginTop: '2px', overflowWrap: 'anywhere', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightRegular },
})

/** The report: every row as it stood in the file, what became of it and why not. */
export function CampaignRows({ campaign }: { campaign: Campaign }) {
  const { t } = useText()
  const state = useTableState({ sort: '', filters: ['state'] })
  const page = useQuery(campaignRowsQuery(campaign, { state: state.filters.state, cursor: state.cursor }))
  const exporting = useListExport('campaignExport', `/campaigns/${campaign.id}/export`)
  const exportButton = useRef<{ focus: () => void }>(null)
  const name = (row: CampaignRow) => row.companyName ?? row.domain ?? t('campaigns.line', { line: row.line })
  return (
    <>
      <ExportProgress
        state={exporting}
        onCancel={() => {
          exportButton.current?.focus()
          exporting.cancel()
        }}
      />
      <Panel isFlush>
        <FilterBar state={state} filters={[{ name: 'state', label: t('campaigns.what'), choices: rowStandings.map((value) => ({ value, label: t(`campaigns.row.${value}`) })) }]}>
          <ExportMenu ref={exportButton} shown={{ state: state.filters.state }} exporting={exporting} />
        </FilterBar>
        <DataTable
          label={t('campaigns.rowsTitle')}
          columns={useColumns()}
          page={page}
          state={state}
          rowKey={({ line }) => String(line)}
          rowName={name}
          empty={
            <EmptyState icon={MegaphoneRegular} title={t('campaigns.noRows')}>
              {t('campaigns.noRowsText')}
            </EmptyState>
          }
        />
      </Panel>
    </>
  )
}

function useColumns(): readonly Column<CampaignRow>[] {
  const { t } = useText()
  const styles = useStyles()
  const formats = useFormats()
  const country = (code: string) => (/^[A-Z]{2}$/.test(code) ? formats.country(code) : code)
  return [
    {
      id: 'customer',
      header: t('campaigns.customer'),
      isTitle: true,
      width: '30%',
      cell: ({ line, companyName, requestId }) => (
        <span className={styles.words}>
          {requestId ? <TextLink href={paths.partner.request(requestId)}>{companyName ?? t('campaigns.unnamed')}</TextLink> : (companyName ?? t('campaigns.unnamed'))}
          <span className={styles.quiet}>{t('campaigns.line', { line })}</span>
        </span>
      ),
    },
    {
      id: 'where',
      header: t('campaigns.where'),
      width: '28%',
      cell: ({ domain, customerId, mail }) => (
        <span className={styles.words}>
          {domain ?? customerId}
          {mail !== null && <span className={styles.quiet}>{mail}</span>}
        </span>
      ),
    },
    { id: 'country', header: t('campaigns.country'), cell: ({ country: code }) => <span className={styles.words}>{code === null ? t('campaigns.anyCountry') : country(code)}</span> },
    {
      id: 'state',
      header: t('campaigns.what'),
      width: '30%',
      cell: ({ state, why, mails }) => (
        <>
          <RowBadge state={state} />
          {mails > 0 && <span className={styles.quiet}>{t('campaigns.mailedTimes', { count: mails })}</span>}
          {why && <span className={styles.quiet}>{why.reasonText}</span>}
        </>
      ),
    },
  ]
}
