import { Input, makeStyles, tokens } from '@fluentui/react-components'
import { useId, useState } from 'react'
import { useSignedIn } from '../../shared/api/session.ts'
import { useFormats, useText } from '../../shared/language/LanguageProvider.tsx'
import type { Column } from '../../shared/table/columns.ts'
import { FilterBar, type Filter } from '../../shared/table/FilterBar.tsx'
import { FilterChips } from '../../shared/table/FilterChips.tsx'
import { MatchChoice } from '../../shared/table/MatchChoice.tsx'
import type { TableState } from '../../shared/table/use-table-state.ts'
import { Hidden } from '../../shared/ui/announce.tsx'
import { marketCountries } from './market-countries.ts'
import { useSharedFilter } from './use-shared-filter.ts'

/** Inside search needs three letters: fewer would read the whole list. */
export const shortestInside = 3

export function isTooShort({ search, filters }: Pick<TableState, 'search' | 'filters'>): boolean {
  const { length } = [...search]
  return filters.match === 'inside' && length > 0 && length < shortestInside
}

const slim = '@container (max-width: 480px)'

const useStyles = makeStyles({
  tag: { width: '150px', maxWidth: '100%', [slim]: { flexGrow: 1, width: 'auto', minWidth: '120px', flexBasis: '120px' } },
  whole: { width: '100%', minWidth: 0 },
  hint: { order: 1, flexBasis: '100%', margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
})

type CustomerFiltersProps = { state: TableState; columns: readonly Column<never>[]; knownTags: readonly string[] }

export function CustomerFilters({ state, columns, knownTags }: CustomerFiltersProps) {
  const styles = useStyles()
  const { t } = useText()
  const country = useCountryFilter(state.filters.country)
  const privileges: Filter = {
    name: 'privileges',
    label: t('customers.privileges'),
    choices: [
      { value: 'with', label: t('customers.withPrivileges') },
      { value: 'without', label: t('customers.withoutPrivileges') },
    ],
  }
  const { tag } = state.filters
  const shared = useSharedFilter()
  const chips = [...[country, privileges, ...shared].flatMap((filter) => chipOf(filter, state)), ...(tag ? [{ name: 'tag', label: t('customers.tag'), value: tag }] : [])]
  return (
    <FilterBar state={state} searchLabel={t('customers.searchLabel')} filters={[country, privileges, ...shared]} columns={columns}>
      <MatchChoice state={state} />
      <TagFilter state={state} knownTags={knownTags} />
      <FilterChips state={state} chips={chips} />
      {state.filters.match === 'inside' && (
        <p className={styles.hint} role="status">
          {t(isTooShort(state) ? 'customers.insideTooShort' : 'customers.insideHint', { count: shortestInside })}
        </p>
      )}
    </FilterBar>
  )
}

function chipOf({ name, label, choices }: Filter, state: TableState) {
  const chosen = choices.find(({ value }) => value === state.filters[name])
  return chosen ? [{ name, label, value: chosen.label }] : []
}

function useCountryFilter(chosen: string | undefined): Filter {
  const { t } = useText()
  const formats = useFormats()
  const { cloud, tenant } = useSignedIn()
  const codes = new Set(marketCountries(cloud, tenant.country))
  if (chosen) codes.add(chosen)
  const choices = [...codes].map((value) => ({ value, label: formats.country(value) })).sort((one, other) => one.label.localeCompare(other.label))
  return { name: 'country', label: t('customers.country'), choices }
}

/** Tags are the partner's own words, so one is typed; those on the page are offered. Taken on Enter, when picked, or when leaving the field. */
function TagFilter({ state, knownTags }: { state: TableState; knownTags: readonly string[] }) {
  const styles = useStyles()
  const { t } = useText()
  const id = useId()
  const asked = state.filters.tag ?? ''
  const [text, setText] = useState(asked)
  const [seen, setSeen] = useState(asked)
  if (seen !== asked) {
    setSeen(asked)
    setText(asked)
  }
  const ask = (tag: string) => {
    if (tag.trim() !== asked) state.setFilter('tag', tag.trim())
  }
  return (
    <div className={styles.tag}>
      <label htmlFor={id}>
        <Hidden>{t('customers.tag')}</Hidden>
      </label>
      <Input
        id={id}
        className={styles.whole}
        list={`${id}-known`}
        value={text}
        placeholder={t('customers.tag')}
        maxLength={60}
        onChange={({ nativeEvent }, { value }) => {
          setText(value)
          if (isPick(nativeEvent)) ask(value)
        }}
        onBlur={() => ask(text)}
        onKeyDown={({ key }) => key === 'Enter' && ask(text)}
      />
      <datalist id={`${id}-known`}>
        {knownTags.map((tag) => (
          <option key={tag} value={tag}>
            {tag}
          </option>
        ))}
      </datalist>
    </div>
  )
}

/** Browsers tell a pick from the list by how the text came: not typed. */
function isPick(event: Event): boolean {
  return !(event instanceof InputEvent) || event.inputType === 'insertReplacementText'
}
