import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useText } from '../../language/LanguageProvider.tsx'
import { DateText } from '../../ui/DateText.tsx'
import type { ServiceRequest } from './request-api.ts'

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', rowGap: '12px' },
  note: { maxWidth: '76ch', padding: '10px 14px', borderRadius: tokens.borderRadiusLarge, border: `1px solid ${tokens.colorNeutralStroke2}`, backgroundColor: tokens.colorNeutralBackground1 },
  partner: { backgroundColor: tokens.colorNeutralBackground2 },
  operator: { backgroundColor: tokens.colorBrandBackground2 },
  head: { display: 'flex', flexWrap: 'wrap', columnGap: '12px', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  author: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  text: { margin: '4px 0 0', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', lineHeight: tokens.lineHeightBase300 },
})

/** What all sides wrote, oldest first. */
export function RequestNotes({ notes }: Pick<ServiceRequest, 'notes'>) {
  const { t } = useText()
  const styles = useStyles()
  return (
    <ol className={styles.list}>
      {notes.map(({ id, at, side, authorName, body }) => (
        <li key={id} className={mergeClasses(styles.note, side === 'partner' && styles.partner, side === 'operator' && styles.operator)}>
          <div className={styles.head}>
            <span className={styles.author}>{authorName ?? t('serviceRequests.erased')}</span>
            <span>{t(`serviceRequests.side.${side}`)}</span>
            <DateText at={at} as="dateTime" />
          </div>
          <p className={styles.text}>{body}</p>
        </li>
      ))}
    </ol>
  )
}
