import { makeStyles, tokens } from '@fluentui/react-components'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { BulletList } from '../../shared/ui/BulletList.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { Stack } from '../../shared/ui/Stack.tsx'
import { StatusBadge, type BadgeTone } from '../../shared/ui/StatusBadge.tsx'
import type { CatalogueReport, Outcome } from './catalogue-api.ts'

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'flex', flexDirection: 'column', rowGap: '10px' },
  line: { display: 'flex', flexWrap: 'wrap', gap: '4px 12px', alignItems: 'baseline', lineHeight: tokens.lineHeightBase300, overflowWrap: 'anywhere' },
  row: { minWidth: '64px', color: tokens.colorNeutralForeground3 },
  why: { flexBasis: '100%', color: tokens.colorNeutralForeground2 },
})

const outcomes: readonly Outcome[] = ['created', 'changed', 'present', 'refused']
const tones: Record<Outcome, BadgeTone> = { created: 'good', changed: 'accent', present: 'neutral', refused: 'bad' }

/** What each row would do, with the reason where it is refused. */
export function CatalogueReportPanel({ report: { counts, rows } }: { report: CatalogueReport }) {
  const styles = useStyles()
  const { t } = useText()
  return (
    <Panel title={t('catalogue.outcome')}>
      <Stack>
        <BulletList items={outcomes.filter((outcome) => counts[outcome] > 0).map((outcome) => t(`catalogue.count.${outcome}`, { count: counts[outcome] }))} />
        {rows.length > 0 && (
          <ul className={styles.list} aria-label={t('catalogue.rows')}>
            {rows.map(({ row, item, outcome, reasonText, field }) => (
              <li key={row} className={styles.line}>
                <span className={styles.row}>
                  {t('catalogue.row')} {row}
                </span>
                <StatusBadge tone={tones[outcome]}>{t(`catalogue.outcome.${outcome}`)}</StatusBadge>
                <span>{item}</span>
                {reasonText !== null && <span className={styles.why}>{field === null ? reasonText : t('catalogue.inColumn', { column: field, reason: reasonText })}</span>}
              </li>
            ))}
          </ul>
        )}
      </Stack>
    </Panel>
  )
}
