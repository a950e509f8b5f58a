/** State of a list as it stands in the address: what is searched, filtered, sorted, and where one is. */
export type TableSearch = {
  search: string
  sort: string
  /** A sealed cursor of a former answer, to its next or previous page. */
  cursor: string | undefined
  filters: Readonly<Record<string, string>>
}

export type SearchValues = Readonly<Record<string, string>>

export type TableDefaults = { sort: string; filters?: readonly string[] }

export function readTableSearch(values: SearchValues, defaults: TableDefaults): TableSearch {
  const filters = (defaults.filters ?? []).flatMap((name) => (values[name] ? [[name, values[name]]] : []))
  return {
    search: values.search ?? '',
    sort: values.sort ?? defaults.sort,
    cursor: values.cursor,
    filters: Object.fromEntries(filters),
  }
}

/** A changed search, filter or order begins at the first page: a cursor is sealed to the list it was made for. */
export function writeTableSearch(next: TableSearch, defaults: TableDefaults): SearchValues {
  const values: [string, string | undefined][] = [
    ['search', next.search],
    ['sort', next.sort === defaults.sort ? undefined : next.sort],
    ...Object.entries(next.filters),
    ['cursor', next.cursor],
  ]
  return Object.fromEntries(values.filter((pair): pair is [string, string] => Boolean(pair[1])))
}

export type SortDirection = 'ascending' | 'descending'

/** `-name` is descending by name. */
export function sortOf(sort: string): { column: string; direction: SortDirection } {
  return sort.startsWith('-') ? { column: sort.slice(1), direction: 'descending' } : { column: sort, direction: 'ascending' }
}

export function toggledSort(sort: string, column: string): string {
  return sort === column ? `-${column}` : column
}
