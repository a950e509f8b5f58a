import { FilterBar } from '../../table/FilterBar.tsx'
import type { TableState } from '../../table/use-table-state.ts'
import { CounterpartFilter } from './CounterpartFilter.tsx'
import type { Counterparts } from './counterparts.ts'
import { EventTypeFilter } from './EventTypeFilter.tsx'
import { PeriodFilter } from './PeriodFilter.tsx'
import { PersonFilter } from './PersonFilter.tsx'

/** With whom, what, when, by whom; all of it in the address. */
export function ActivityFilters({ state, counterparts }: { state: TableState; counterparts: Counterparts | null }) {
  const choose = (name: string) => (value: string) => state.setFilter(name, value)
  return (
    <FilterBar state={state}>
      {counterparts && <CounterpartFilter counterparts={counterparts} chosen={state.filters.counterpart ?? ''} onChoose={choose('counterpart')} />}
      <EventTypeFilter chosen={state.filters.type ?? ''} onChoose={choose('type')} />
      <PeriodFilter state={state} />
      <PersonFilter chosen={state.filters.person ?? ''} onChoose={choose('person')} />
    </FilterBar>
  )
}
