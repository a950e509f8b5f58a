import { makeStyles, tokens } from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons'
import { useText } from '../language/LanguageProvider.tsx'
import type { TableState } from './use-table-state.ts'

const useStyles = makeStyles({
  list: { order: 2, flexBasis: '100%', display: 'flex', flexWrap: 'wrap', gap: '6px', margin: 0, padding: 0, listStyleType: 'none' },
  chip: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: '6px',
    boxSizing: 'border-box',
    maxWidth: '100%',
    minHeight: '28px',
    padding: '2px 8px 2px 10px',
    border: `1px solid ${tokens.colorBrandStroke2}`,
    borderRadius: '14px',
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground2,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase200,
    textAlign: 'start',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorBrandBackground2Hover, color: tokens.colorBrandForeground2Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  words: { minWidth: 0, overflowWrap: 'anywhere' },
  icon: { flexShrink: 0, fontSize: '14px' },
})

/** One filter that narrows the list now, in words. */
export type Chip = { name: string; label: string; value: string }

/** What narrows the list, each with its own way out. */
export function FilterChips({ state, chips }: { state: TableState; chips: readonly Chip[] }) {
  const styles = useStyles()
  const { t } = useText()
  if (chips.length === 0) return null
  return (
    <ul className={styles.list} aria-label={t('table.activeFilters')}>
      {chips.map(({ name, label, value }) => {
        const filter = t('table.filterIs', { filter: label, value })
        return (
          <li key={name}>
            <button type="button" className={styles.chip} aria-label={t('table.removeFilter', { filter })} onClick={() => state.setFilter(name, '')}>
              <span className={styles.words}>{filter}</span>
              <DismissRegular className={styles.icon} aria-hidden="true" />
            </button>
          </li>
        )
      })}
    </ul>
  )
}
