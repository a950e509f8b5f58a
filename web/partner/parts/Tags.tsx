import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useText } from '../../shared/language/LanguageProvider.tsx'

const useStyles = makeStyles({
  list: { listStyleType: 'none', display: 'inline-flex', flexWrap: 'wrap', gap: '4px', margin: 0, padding: 0 },
  tag: {
    boxSizing: 'border-box',
    maxWidth: '22ch',
    minHeight: '24px',
    padding: '0 8px',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground2,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    lineHeight: '22px',
  },
  pressed: {
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover, color: tokens.colorNeutralForeground1 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  none: { color: tokens.colorNeutralForeground3 },
})

/** The partner's own words for a customer; where the list can be narrowed, a press does it. */
export function Tags({ tags, onPick }: { tags: readonly string[]; onPick?: (tag: string) => void }) {
  const styles = useStyles()
  const { t } = useText()
  if (tags.length === 0) return <span className={styles.none}>{t('customers.noTags')}</span>
  return (
    <ul className={styles.list} aria-label={t('customers.tags')}>
      {tags.map((tag) => (
        <li key={tag}>
          {onPick ? (
            <button type="button" className={mergeClasses(styles.tag, styles.pressed)} title={tag} aria-label={t('customers.onlyWithTag', { tag })} onClick={() => onPick(tag)}>
              {tag}
            </button>
          ) : (
            <span className={styles.tag} title={tag}>
              {tag}
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}
