import { useNavigate, useSearch } from '@tanstack/react-router'
import type { Query } from '../api/client.ts'
import { readTableSearch, writeTableSearch, type SearchValues, type TableDefaults, type TableSearch } from './table-search.ts'

export type TableState = TableSearch & {
  setSearch: (search: string) => void
  setSort: (sort: string) => void
  setFilter: (name: string, value: string) => void
  /** Several at once, such as both ends of a period. */
  setFilters: (values: Readonly<Record<string, string>>) => void
  clear: () => void
  toFirst: () => void
  goTo: (cursor: string) => void
  /** For the query key and the call: the same names as in the address. */
  query: Query
  /** Whether the reader has narrowed the list. */
  isNarrowed: boolean
}

/** Search, filters, order and place of a list live in the address, so that a link shows what its sender saw. */
export function useTableState(defaults: TableDefaults): TableState {
  const values = useSearch({ strict: false }) as SearchValues
  const navigate = useNavigate()
  const state = readTableSearch(values, defaults)
  const firstPage = { cursor: undefined }

  const go = (change: Partial<TableSearch>, replace = false): void => {
    const search = writeTableSearch({ ...state, ...change }, defaults)
    // The types of a search belong to a registered router, and there are three of them.
    void navigate({ to: '.', search: search as never, replace, resetScroll: false })
  }

  return {
    ...state,
    setSearch: (search) => go({ ...firstPage, search }, true),
    setSort: (sort) => go({ ...firstPage, sort }),
    setFilter: (name, value) => go({ ...firstPage, filters: { ...state.filters, [name]: value } }),
    setFilters: (values) => go({ ...firstPage, filters: { ...state.filters, ...values } }),
    clear: () => go({ ...firstPage, search: '', filters: {} }),
    toFirst: () => go(firstPage, true),
    goTo: (cursor) => go({ cursor }),
    query: { ...state.filters, search: state.search, sort: state.sort, cursor: state.cursor },
    isNarrowed: state.search !== '' || Object.values(state.filters).some(Boolean),
  }
}
