import { makeStyles, tokens } from '@fluentui/react-components'
import { useText } from '../../language/LanguageProvider.tsx'
import { useLicenseFilter } from '../licenses/use-license-filter.ts'
import type { Column } from '../../table/columns.ts'
import { FilterBar, type Filter } from '../../table/FilterBar.tsx'
import { FilterChips } from '../../table/FilterChips.tsx'
import { MatchChoice } from '../../table/MatchChoice.tsx'
import type { TableState } from '../../table/use-table-state.ts'
import { usePeopleSide } from './people-side.tsx'
import { rolesOf, useRoleTexts } from './roles.ts'

/** How the list is narrowed and ordered, as its address says it. */
export const peopleDefaults = { sort: 'name', filters: ['match', 'status', 'role', 'license'] } as const

/** Inside search needs three letters: fewer would read the whole list. */
const shortestInside = 3

const useStyles = makeStyles({ hint: { order: 1, flexBasis: '100%', margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 } })

function isTooShort({ search, filters }: Pick<TableState, 'search' | 'filters'>): boolean {
  const { length } = [...search]
  return filters.match === 'inside' && length > 0 && length < shortestInside
}

/** The way of searching says nothing without a search. */
export function queryOf(state: TableState) {
  const search = isTooShort(state) ? undefined : state.search
  return { ...state.query, search, match: search ? state.filters.match : undefined }
}

export function PeopleFilters({ state, columns }: { state: TableState; columns: readonly Column<never>[] }) {
  const styles = useStyles()
  const { t } = useText()
  const { kinds } = usePeopleSide()
  const { roleName } = useRoleTexts()
  const status: Filter = { name: 'status', label: t('users.status'), choices: (['active', 'invited', 'disabled'] as const).map((value) => ({ value, label: t(`users.status.${value}`) })) }
  const role: Filter = { name: 'role', label: t('users.role'), choices: rolesOf(kinds).map((value) => ({ value, label: roleName(value) })) }
  const license = useLicenseFilter()
  const filters = [status, role, ...license]
  const chips = filters.flatMap(({ name, label, choices }) => {
    const chosen = choices.find(({ value }) => value === state.filters[name])
    return chosen ? [{ name, label, value: chosen.label }] : []
  })
  return (
    <FilterBar state={state} searchLabel={t('users.searchLabel')} filters={filters} columns={columns}>
      <MatchChoice state={state} />
      <FilterChips state={state} chips={chips} />
      {state.filters.match === 'inside' && (
        <p className={styles.hint} role="status">
          {t(isTooShort(state) ? 'customers.insideTooShort' : 'customers.insideHint', { count: shortestInside })}
        </p>
      )}
    </FilterBar>
  )
}
