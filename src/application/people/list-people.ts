import { DomainError } from '../../domain/errors.ts'
import { prefixBound, searchKey } from '../../domain/names/search-key.ts'
import type { PeopleSort } from '../../domain/people/person.ts'
import { listPeopleOf, type PeopleFilter } from '../../store/people-list-store.ts'
import { shortestInsideSearch } from '../customers/customer-filter.ts'
import { type Page, type PageAsk, readPage } from '../page.ts'
import type { Work } from '../use-case.ts'
import { onCustomersPeople, onOwnPeople, type PeopleAct, type PeopleSide } from './people-side.ts'
import { showPeople, type ShownPerson } from './shown-person.ts'

/** How the list is narrowed and ordered, in the words of the reader. */
export interface PeopleAsk {
  readonly search?: string | undefined
  readonly match?: 'prefix' | 'inside' | undefined
  readonly status?: 'invited' | 'active' | 'disabled' | undefined
  readonly role?: string | undefined
  /** "product:sku" that somebody has, or `none`: whoever has no license */
  readonly license?: string | undefined
  readonly sort?: PeopleSort | undefined
  readonly descending?: boolean | undefined
}

export interface ListPeople {
  readonly asked: PeopleAsk
  readonly page: PageAsk
}

/** Everybody who is there. */
const everybody: PeopleAct<ListPeople, Page<ShownPerson>> = {
  own: 'person.list',
  onBehalf: 'directoryUser.list',
  run: (work, side, { asked, page }) => peoplePage(work, side, { page, route: 'GET /people', filter: peopleFilter(asked) }),
}

/** Those who were deleted and not erased. */
const former: PeopleAct<PageAsk, Page<ShownPerson>> = {
  own: 'person.list',
  onBehalf: 'directoryUser.list',
  run: (work, side, page) => peoplePage(work, side, { page, route: 'GET /former-people', filter: { status: 'removed', sort: 'name', descending: false } }),
}

export const listPeople = onOwnPeople(everybody)
export const listCustomersPeople = onCustomersPeople(everybody)
export const listFormerPeople = onOwnPeople(former)
export const listCustomersFormerPeople = onCustomersPeople(former)

/** In the words of the store. Throws `invalidInput` where the search is too short to be looked for inside. */
export function peopleFilter({ search, match, status, role, license, sort = 'name', descending = false }: PeopleAsk): PeopleFilter {
  return { ...searchOf(search, match), status, role, license, sort, descending }
}

function searchOf(text: string | undefined, match: PeopleAsk['match']): Pick<PeopleFilter, 'prefix' | 'inside'> {
  const key = searchKey(text ?? '')
  if (key === '') return {}
  if (match !== 'inside') return { prefix: { from: key, to: prefixBound(key) ?? `${key}\u{10ffff}` } }
  if ([...key].length < shortestInsideSearch) {
    throw new DomainError('invalidInput', 'Searching inside needs three characters.', { reason: 'searchTooShort', field: 'search', limit: shortestInsideSearch })
  }
  return { inside: key }
}

async function peoplePage(work: Work, side: PeopleSide, { page, route, filter }: { readonly page: PageAsk; readonly route: string; readonly filter: PeopleFilter }): Promise<Page<ShownPerson>> {
  const found = await readPage(work, page, {
    route,
    filter: { ...filter, tenantId: side.tenantId },
    read: (start, most) => listPeopleOf(work.trx, side.tenantId, filter, { start, most }),
    keysOf: ({ keys }) => keys,
  })
  return { ...found, items: await showPeople(work, side, found.items.map(({ person }) => person)) }
}
