import { makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components'
import { ReceiptRegular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { FileExportProgress } from '../../shared/export/FileExportProgress.tsx'
import { useFileExport } from '../../shared/export/use-file-export.ts'
import { useFormats, useText } from '../../shared/language/LanguageProvider.tsx'
import { isProblem } from '../../shared/api/problem.ts'
import { NotFoundPage } from '../../shared/pages/NotFoundPage.tsx'
import { paths } from '../../shared/paths.ts'
import { usePathId } from '../../shared/portal/use-path-id.ts'
import type { Column } from '../../shared/table/columns.ts'
import { DataTable } from '../../shared/table/DataTable.tsx'
import { useTableState } from '../../shared/table/use-table-state.ts'
import { EmptyState } from '../../shared/ui/EmptyState.tsx'
import { ErrorState } from '../../shared/ui/ErrorState.tsx'
import { GuardedButton } from '../../shared/ui/GuardedButton.tsx'
import { KeyValueList } from '../../shared/ui/KeyValueList.tsx'
import { PageHeader } from '../../shared/ui/PageHeader.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { TextLink } from '../../shared/ui/TextLink.tsx'
import { type Statement, type StatementLine, statementPath, statementQuery } from '../parts/statement-api.ts'

const useStyles = makeStyles({
  quiet: { display: 'block', overflowWrap: 'anywhere', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightRegular },
  amount: { fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  bar: { marginBottom: '20px' },
})

/** How each begins its address and ends its bytes. */
const files = {
  csv: { act: 'export', type: 'text/csv;charset=utf-8', end: '\r\n', extension: 'csv' },
  pdf: { act: 'print', type: 'application/pdf', end: '%%EOF\n', extension: 'pdf' },
} as const

/** One month: its totals, and a line for each charge and credit, as the ledger has them [S4.10]. */
export function CustomerStatementPage() {
  const { t } = useText()
  const texts = useText()
  const customerId = usePathId('customerId')
  const month = usePathId('month')
  const state = useTableState({ sort: '' })
  const page = useQuery(statementQuery(customerId, month, { cursor: state.cursor }))
  const file = useFileExport()
  const name = useFormats().month(month)
  if (page.error && !page.data && isProblem(page.error, 'notFound')) return <NotFoundPage />
  const download = (kind: keyof typeof files) => file.start({ ...files[kind], path: `${statementPath(customerId, month)}/${files[kind].act}`, body: {}, name: t('statements.file', { month }) })
  return (
    <>
      <PageHeader
        title={t('statements.of', { month: name })}
        intro={page.data?.customerName}
        above={<TextLink href={paths.partner.customerStatements(customerId)}>{t('statements.title')}</TextLink>}
        acts={
          <>
            <GuardedButton disabledFocusable={file.bytes !== null} onClick={() => download('pdf')}>{t('statements.pdf')}</GuardedButton>
            <GuardedButton disabledFocusable={file.bytes !== null} onClick={() => download('csv')}>{t('statements.csv')}</GuardedButton>
          </>
        }
      />
      <FileExportProgress state={file} onCancel={file.cancel} />
      {page.error && !page.data ? (
        <Panel>
          <ErrorState problem={describeProblem(page.error, texts)} onRetry={() => void page.refetch()} />
        </Panel>
      ) : (
        <>
          {page.data && <Summary statement={page.data} />}
          <Panel isFlush>
            <DataTable
              label={t('statements.lineTitle')}
              columns={useColumns()}
              page={page}
              state={state}
              rowKey={(line) => `${line.subscriptionId} ${line.number}`}
              rowName={(line) => line.name}
              empty={
                <EmptyState icon={ReceiptRegular} title={t('statements.noLines')}>
                  {t('statements.noneText')}
                </EmptyState>
              }
            />
          </Panel>
        </>
      )}
    </>
  )
}

function Summary({ statement: { totals, isOpen, from, until } }: { statement: Statement }) {
  const { t } = useText()
  const styles = useStyles()
  const formats = useFormats()
  const last = new Date(Date.parse(until) - 1).toISOString()
  return (
    <>
      {isOpen && (
        <MessageBar className={styles.bar} layout="multiline">
          <MessageBarBody>{t('statements.openNote')}</MessageBarBody>
        </MessageBar>
      )}
      <Panel title={t('statements.facts')}>
        <KeyValueList
          items={[
            { key: t('statements.period'), value: t('statements.until', { from: formats.day(from.slice(0, 10)), until: formats.day(last.slice(0, 10)) }) },
            ...totals.flatMap(({ currency, charged, credited, amount, lines }) => [
              { key: `${t('statements.charged')} (${currency})`, value: formats.money(charged, currency) },
              { key: `${t('statements.credited')} (${currency})`, value: formats.money(credited, currency) },
              { key: `${t('statements.total')} (${currency})`, value: <strong className={styles.amount}>{formats.money(amount, currency)}</strong> },
              { key: `${t('statements.lines')} (${currency})`, value: formats.number(lines) },
            ]),
          ]}
        />
      </Panel>
    </>
  )
}

function useColumns(): readonly Column<StatementLine>[] {
  const { t } = useText()
  const styles = useStyles()
  const formats = useFormats()
  return [
    {
      id: 'what',
      header: t('statements.what'),
      isTitle: true,
      width: '50%',
      cell: ({ kind, name, quantityBefore, quantityAfter, resellerName }) => (
        <>
          {t(`subscriptions.charge.${kind}`, { before: quantityBefore, after: quantityAfter })}
          <span className={styles.quiet}>{[name, resellerName !== null && t('statements.reseller', { name: resellerName })].filter(Boolean).join(' · ')}</span>
        </>
      ),
    },
    { id: 'date', header: t('statements.date'), cell: ({ at }) => formats.day(at.slice(0, 10)) },
    { id: 'amount', header: t('statements.amount'), align: 'end', cell: ({ amount, currency }) => <span className={styles.amount}>{formats.money(amount, currency)}</span> },
  ]
}
