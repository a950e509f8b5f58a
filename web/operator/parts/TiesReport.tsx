import { makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { KnownTiesReport } from '../../../src/http/portal/operator-known-customers.ts'
import { useFormats, useText } from '../../shared/language/LanguageProvider.tsx'
import { BulletList } from '../../shared/ui/BulletList.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { QuietText, Stack } from '../../shared/ui/Stack.tsx'
import { type BadgeTone, StatusBadge } from '../../shared/ui/StatusBadge.tsx'

type Row = KnownTiesReport['rows'][number]

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, lineHeight: tokens.lineHeightBase300 },
  row: {
    display: 'grid',
    gridTemplateColumns: '72px minmax(0, 1fr) minmax(0, 1fr) minmax(150px, 1.4fr)',
    gap: '4px 16px',
    padding: '10px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
    '@media (max-width: 640px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  quiet: { color: tokens.colorNeutralForeground3 },
  why: { display: 'block', marginTop: '4px', color: tokens.colorNeutralForeground2 },
})

const tones: Readonly<Record<Row['outcome'], BadgeTone>> = { listed: 'good', waiting: 'waiting', present: 'ended', refused: 'bad' }
const outcomes = ['listed', 'waiting', 'present', 'refused'] as const
/** What a page can show at once; the rest has the same outcomes. */
const most = 200

/** What a file of known customers comes to: the counts, and its rows with those first that are refused. */
export function TiesReport({ title, report, acts }: { title: string; report: KnownTiesReport; acts: ReactNode }) {
  const styles = useStyles()
  const { t } = useText()
  const formats = useFormats()
  const rows = [...report.rows].sort((one, other) => Number(other.outcome === 'refused') - Number(one.outcome === 'refused') || one.row - other.row)
  return (
    <Panel title={title}>
      <Stack>
        <BulletList items={outcomes.filter((outcome) => report[outcome] > 0).map((outcome) => t(`knownCustomers.count.${outcome}`, { count: report[outcome] }))} />
        {acts}
        {rows.length > 0 && (
          <ul className={styles.list} aria-label={t('knownCustomers.report')}>
            {rows.slice(0, most).map((row) => (
              <ReportRow key={row.row} row={row} />
            ))}
          </ul>
        )}
        {rows.length > most && <QuietText>{t('knownCustomers.moreRows', { shown: formats.number(most), count: rows.length })}</QuietText>}
      </Stack>
    </Panel>
  )
}

function ReportRow({ row: { row, partnerName, partnerDomain, customer, outcome, reasonText } }: { row: Row }) {
  const styles = useStyles()
  const { t } = useText()
  return (
    <li className={styles.row}>
      <span className={styles.quiet}>{t('knownCustomers.row', { row })}</span>
      <span>{partnerName ?? partnerDomain}</span>
      <span>{customer}</span>
      <span>
        <StatusBadge tone={tones[outcome]}>{t(`knownCustomers.outcome.${outcome}`)}</StatusBadge>
        {reasonText !== null && <span className={styles.why}>{reasonText}</span>}
      </span>
    </li>
  )
}
