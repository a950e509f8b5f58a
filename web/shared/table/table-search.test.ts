import { describe, expect, it } from 'vitest'
import { readTableSearch, sortOf, toggledSort, writeTableSearch } from './table-search.ts'

const defaults = { sort: 'name', filters: ['country', 'relationship'] }

describe('the state of a list in its address', () => {
  it('comes back as it was written', () => {
    const state = { search: 'Año', sort: '-name', cursor: 'sealed', filters: { country: 'ES' } }
    expect(readTableSearch(writeTableSearch(state, defaults), defaults)).toEqual(state)
  })

  it('leaves out what is usual', () => {
    expect(writeTableSearch({ search: '', sort: 'name', cursor: undefined, filters: { country: '' } }, defaults)).toEqual({})
  })

  it('ignores names that are no filter of this list', () => {
    expect(readTableSearch({ role: 'admin', country: 'ES' }, defaults).filters).toEqual({ country: 'ES' })
  })
})

it('pressing the same column again turns its order round', () => {
  expect(toggledSort('name', 'name')).toBe('-name')
  expect(toggledSort('-name', 'name')).toBe('name')
  expect(toggledSort('name', 'country')).toBe('country')
  expect(sortOf('-name')).toEqual({ column: 'name', direction: 'descending' })
})
