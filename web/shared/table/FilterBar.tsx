import { Button, makeStyles, SearchBox } from '@fluentui/react-components'
import { useEffect, useEffectEvent, useId, useState, type ReactNode } from 'react'
import { useText } from '../language/LanguageProvider.tsx'
import { FittingSelect } from '../form/FittingSelect.tsx'
import { Hidden } from '../ui/announce.tsx'
import type { Column } from './columns.ts'
import type { TableState } from './use-table-state.ts'

/** So narrow that everything here stands below each other; then it shares one edge. */
const slim = '@container (max-width: 480px)'

const useStyles = makeStyles({
  frame: { containerType: 'inline-size' },
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: '8px 12px', padding: '12px 20px', '@container (max-width: 700px)': { padding: '12px 16px' } },
  search: { flex: '1 1 240px', minWidth: 0, maxWidth: '420px', [slim]: { flexBasis: '100%', maxWidth: '100%' } },
  filter: { flex: '0 1 auto', minWidth: '140px', maxWidth: '240px', [slim]: { flexGrow: 1, flexBasis: '40%', maxWidth: '100%' } },
  sort: { display: 'none', minWidth: '140px', '@container (max-width: 700px)': { display: 'block' }, [slim]: { flexGrow: 1, flexBasis: '100%' } },
})

export type Filter = { name: string; label: string; choices: readonly { value: string; label: string }[]; /** what holds while nothing is chosen, where that is not everything */ usual?: string }

export type FilterBarProps = {
  state: TableState
  /** Names what can be searched: "Name or domain". */
  searchLabel?: string
  filters?: readonly Filter[]
  columns?: readonly Column<never>[]
  children?: ReactNode
}

/** Search and filters above a list. The order can be chosen here where the head row has no room. */
export function FilterBar({ state, searchLabel, filters = [], columns = [], children }: FilterBarProps) {
  const styles = useStyles()
  const { t } = useText()
  return (
    <div className={styles.frame}>
      <div role="search" className={styles.bar}>
        {searchLabel && <SearchField state={state} label={searchLabel} />}
        {filters.map((filter) => (
          <Choice
            key={filter.name}
            className={styles.filter}
            label={filter.label}
            value={state.filters[filter.name] ?? ''}
            choices={[{ value: '', label: `${filter.label}: ${filter.usual ?? t('table.allOf')}` }, ...filter.choices]}
            onChoose={(value) => state.setFilter(filter.name, value)}
          />
        ))}
        <Choice className={styles.sort} label={t('table.sortBy')} value={state.sort} choices={sortChoices(columns, t)} onChoose={state.setSort} />
        {children}
        {state.isNarrowed && (
          <Button appearance="subtle" onClick={state.clear}>
            {t('table.clearFilters')}
          </Button>
        )}
      </div>
    </div>
  )
}

function sortChoices(columns: readonly Column<never>[], t: ReturnType<typeof useText>['t']) {
  return columns.flatMap(({ header, sort }) =>
    sort === undefined
      ? []
      : [
          { value: sort, label: t('table.sortChoice', { column: header, direction: t('table.ascending') }) },
          { value: `-${sort}`, label: t('table.sortChoice', { column: header, direction: t('table.descending') }) },
        ],
  )
}

type ChoiceProps = {
  className: string
  label: string
  value: string
  choices: readonly { value: string; label: string }[]
  onChoose: (value: string) => void
}

function Choice({ className, label, value, choices, onChoose }: ChoiceProps) {
  const id = useId()
  if (choices.length === 0) return null
  return (
    <div className={className}>
      <label htmlFor={id}>
        <Hidden>{label}</Hidden>
      </label>
      <FittingSelect id={id} value={value} onChange={(_, { value: chosen }) => onChoose(chosen)}>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </FittingSelect>
    </div>
  )
}

/** Waits for a pause in typing before it asks the server. */
function SearchField({ state, label }: { state: TableState; label: string }) {
  const styles = useStyles()
  const [text, setText] = useState(state.search)
  const [seen, setSeen] = useState(state.search)
  const [asked, setAsked] = useState<string | null>(null)

  // Back, forward and "clear" change the address from outside; our own question coming back must not eat letters.
  if (state.search !== seen) {
    setSeen(state.search)
    setAsked(null)
    if (state.search !== asked) setText(state.search)
  }

  const wanted = text.trim()
  const ask = useEffectEvent(() => {
    setAsked(wanted)
    state.setSearch(wanted)
  })
  useEffect(() => {
    if (wanted === state.search) return
    const timer = setTimeout(ask, 300)
    return () => clearTimeout(timer)
  }, [wanted, state.search])

  return (
    <SearchBox
      className={styles.search}
      aria-label={label}
      placeholder={label}
      value={text}
      maxLength={200}
      onChange={(_, { value }) => setText(value)}
    />
  )
}
