import { Type } from 'typebox'
import type { CustomerListAsk } from '../../application/customers/customer-filter.ts'
import type { CustomerSort } from '../../domain/customers/customer-account.ts'
import { canonicalId } from '../../domain/ids.ts'
import { Country, Id, SearchText } from '../schemas.ts'

const sorts = ['name', '-name', 'domain', '-domain', 'country', '-country', 'since', '-since'] as const

/** How the customer list may be narrowed and ordered: in the query of the list, in the body of its export. */
export const narrowing = {
  search: Type.Optional(SearchText),
  match: Type.Optional(Type.Enum(['prefix', 'inside'])),
  country: Type.Optional(Country),
  tag: Type.Optional(SearchText),
  /** a partner in partnership: only customers that both have [S4.L1.3, S4.L6.4] */
  sharedWith: Type.Optional(Id),
  privileges: Type.Optional(Type.Enum(['with', 'without'])),
  sort: Type.Optional(Type.Enum([...sorts])),
}

export interface Narrowing {
  search?: string
  match?: 'prefix' | 'inside'
  country?: string
  tag?: string
  sharedWith?: string
  privileges?: 'with' | 'without'
  sort?: (typeof sorts)[number]
}

export function listAskOf({ match, sort = 'name', search, country, tag, sharedWith, privileges }: Narrowing): CustomerListAsk {
  return { search, match: match ?? 'prefix', country, tag, sharedWith: sharedWith && canonicalId(sharedWith), privileges, sort: sort.replace('-', '') as CustomerSort, descending: sort.startsWith('-') }
}
