import { domainName } from '../../domain/addresses.ts'
import type { CustomerSort } from '../../domain/customers/customer-account.ts'
import { DomainError } from '../../domain/errors.ts'
import { prefixBound, searchKey } from '../../domain/names/search-key.ts'
import type { CustomerFilter, KeyRange, PrefixSearch } from '../../store/customer-list-store.ts'

/** The index knows nothing shorter (decision 29). */
export const shortestInsideSearch = 3

/** How the list was narrowed and ordered, in the words of the reader. */
export interface CustomerListAsk {
  readonly search: string | undefined
  readonly match: 'prefix' | 'inside'
  readonly country: string | undefined
  readonly tag: string | undefined
  readonly sharedWith: string | undefined
  readonly privileges: 'with' | 'without' | undefined
  readonly sort: CustomerSort
  readonly descending: boolean
}

/** The same in the words of the store. Throws `invalidInput` where the search is too short to be looked for inside. */
export function customerFilter({ search, match, ...rest }: CustomerListAsk): CustomerFilter {
  return { ...rest, ...searchOf(search, match) }
}

function searchOf(text: string | undefined, match: CustomerListAsk['match']): Pick<CustomerFilter, 'prefix' | 'inside'> {
  const key = searchKey(text ?? '')
  if (text === undefined || key === '') return {}
  if (match === 'prefix') return { prefix: prefixSearch(text, key) }
  if ([...key].length < shortestInsideSearch) {
    throw new DomainError('invalidInput', 'Searching inside needs three characters.', { reason: 'searchTooShort', field: 'search', limit: shortestInsideSearch })
  }
  return { inside: key }
}

/** What begins with a text, by the folded name or by the domain. */
export function prefixSearch(text: string, key: string): PrefixSearch {
  const domain = domainPrefix(text)
  return { name: rangeOf(key), domain: domain === undefined ? null : rangeOf(domain) }
}

/** Domains are kept as A-labels: plain letters are the beginning of one; anything else only where it is a whole domain. */
function domainPrefix(text: string): string | undefined {
  const typed = text.trim().toLowerCase()
  if (/^[a-z0-9.-]+$/.test(typed)) return typed
  try {
    return domainName(typed)
  } catch {
    return undefined
  }
}

function rangeOf(prefix: string): KeyRange {
  return { from: prefix, to: prefixBound(prefix) ?? `${prefix}\u{10ffff}` }
}
