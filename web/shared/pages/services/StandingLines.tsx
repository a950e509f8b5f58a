import { makeStyles, tokens } from '@fluentui/react-components'
import { useText } from '../../language/LanguageProvider.tsx'
import { DateText } from '../../ui/DateText.tsx'
import { QuietText } from '../../ui/Stack.tsx'
import type { Incident, Standing } from './service-api.ts'

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', rowGap: '16px' },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  when: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  notes: { listStyleType: 'none', margin: '8px 0 0', padding: '0 0 0 12px', borderLeft: `2px solid ${tokens.colorNeutralStroke2}`, display: 'flex', flexDirection: 'column', rowGap: '8px' },
  acts: { marginTop: '10px' },
  words: { margin: 0, maxWidth: '80ch', whiteSpace: 'pre-line', overflowWrap: 'anywhere', lineHeight: tokens.lineHeightBase300 },
})

/** When somebody last looked at the service, and who. */
export function CheckedLine({ checkedAt, checkedBy }: Pick<Standing, 'checkedAt' | 'checkedBy'>) {
  const { t } = useText()
  if (checkedAt === null || checkedBy === null) return <QuietText>{t('services.neverChecked')}</QuietText>
  return (
    <QuietText>
      {t(`services.checkedBy.${checkedBy}`)} <DateText at={checkedAt} as="relative" />
    </QuietText>
  )
}

/** What goes on or was over, each with what was said of it. */
export function IncidentList({ incidents, label, acts }: { incidents: readonly Incident[]; label: string; acts?: (incident: Incident) => React.ReactNode }) {
  const styles = useStyles()
  const { t } = useText()
  return (
    <ul className={styles.list} aria-label={label}>
      {incidents.map((incident) => (
        <li key={incident.incidentId}>
          <h3 className={styles.title}>{incident.title}</h3>
          <span className={styles.when}>
            {t(`services.impact.${incident.impact}`)} · {t('services.since')} <DateText at={incident.startedAt} as="dateTime" />
            {incident.endedAt !== null && (
              <>
                {' · '}
                {t('services.ended')} <DateText at={incident.endedAt} as="dateTime" />
              </>
            )}
          </span>
          {incident.notes.length > 0 && (
            <ol className={styles.notes} reversed aria-label={t('services.notesOf', { title: incident.title })}>
              {incident.notes.map((note) => (
                <li key={`${note.at} ${note.text}`}>
                  <span className={styles.when}>
                    <DateText at={note.at} as="dateTime" />
                  </span>
                  <p className={styles.words}>{note.text}</p>
                </li>
              ))}
            </ol>
          )}
          {acts && <div className={styles.acts}>{acts(incident)}</div>}
        </li>
      ))}
    </ul>
  )
}
