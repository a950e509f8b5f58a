import { domainName } from '../../domain/addresses.ts'
import type { CustomerSort } from '../../domain/customers/customer-account.ts'
import { DomainError } from '../../domain/errors.ts'
import { prefixBound, searchKey } from '../../domain/names/search-key.ts'
import { type CustomerFilter, type CustomerOnList, type KeyRange, listCustomers as readList, type PrefixSearch } from '../../store/customer-list-store.ts'
import { type Page, type PageAsk, readPage } from '../page.ts'
import type { UseCase } from '../use-case.ts'

export type { CustomerOnList }

/** The trigram index knows nothing shorter (stack.md). */
export const shortestInsideSearch = 3

export interface CustomerListInput extends PageAsk {
  readonly search: string | undefined
  readonly match: 'prefix' | 'inside'
  readonly country: string | undefined
  readonly tag: string | undefined
  readonly privileges: 'with' | 'without' | undefined
  readonly sort: CustomerSort
  readonly descending: boolean
}

/** The partner's customers; never counted, because a count of a million rows helps nobody and costs everybody. */
export const listCustomers: UseCase<CustomerListInput, Page<CustomerOnList>> = {
  action: 'customer.list',

  async run(work, { size, cursor, search, match, ...rest }) {
    const filter = { ...rest, ...searchOf(search, match) }
    const page = await readPage(work, { size, cursor }, {
      route: 'GET /customers',
      filter: { ...filter },
      read: (start, most) => readList(work.trx, work.person.tenantId, filter, { start, most }),
      keysOf: ({ keys }) => keys,
    })
    return { ...page, items: page.items.map(({ account }) => account) }
  },
}

function searchOf(text: string | undefined, match: CustomerListInput['match']): Pick<CustomerFilter, 'prefix' | 'inside'> {
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
