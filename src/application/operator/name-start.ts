import { searchKey } from '../../domain/names/search-key.ts'
import type { PrefixSearch } from '../../store/customer-list-store.ts'
import type { NameStart } from '../../store/partner-store.ts'
import { prefixSearch } from '../customers/customer-filter.ts'
import type { PageAsk, PageStart } from '../page.ts'

export interface NamedAsk extends PageAsk {
  /** the beginning of a name or of a domain */
  readonly search?: string | undefined
}

/** Undefined where nothing is asked for, or nothing that a name could begin with. */
export function beginningWith(search: string | undefined): PrefixSearch | undefined {
  const key = searchKey(search ?? '')
  return search === undefined || key === '' ? undefined : prefixSearch(search, key)
}

/** Where a list of tenants by name continues. */
export function nameStart(start: PageStart | undefined): NameStart | undefined {
  const [nameKey, id] = start?.keys ?? []
  return start && { nameKey: String(nameKey), id: String(id), isBackward: start.backwards }
}
