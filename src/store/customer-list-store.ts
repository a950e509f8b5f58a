import { sql, type SqlBool } from 'kysely'
import type { CustomerAccount, CustomerSort } from '../domain/customers/customer-account.ts'
import { accountColumns, accountFromRow, knownTiesOf } from './customer-account-store.ts'
import type { Transaction } from './database.ts'
import { microseconds } from './microseconds.ts'

/** Keys that begin with what was typed, as `from <= key < to`; the one for domains is missing where no domain can begin so. */
export interface PrefixSearch {
  readonly name: KeyRange
  readonly domain: KeyRange | null
}
export interface KeyRange {
  readonly from: string
  readonly to: string
}

export interface CustomerFilter {
  /** found at the beginning of the name or of the domain */
  readonly prefix?: PrefixSearch | undefined
  /** found anywhere in either; folded */
  readonly inside?: string | undefined
  readonly country?: string | undefined
  readonly tag?: string | undefined
  /** a partner in partnership with this one: only customers that both have */
  readonly sharedWith?: string | undefined
  readonly privileges?: 'with' | 'without' | undefined
  readonly sort: CustomerSort
  readonly descending: boolean
}

/** What a list says of a customer; the rest of the account is for whoever opens it. */
export type CustomerOnList = Pick<CustomerAccount, 'customerId' | 'companyName' | 'primaryDomain' | 'country' | 'tags' | 'channels' | 'privilegedServices' | 'relatedSince' | 'knownTies'>

/** A customer with the keys of its place in this list; the first says in which part of the list it stands. */
export interface Listed<Account> {
  readonly account: Account
  readonly keys: readonly (string | number)[]
}

export interface ListPlace {
  readonly start: { readonly keys: readonly (string | number | boolean | null)[]; readonly backwards: boolean } | undefined
  readonly most: number
}

/** One's customers in one order, by keyset; reading back from a place gives them in the opposite order. Never counted. */
export async function listCustomers(trx: Transaction, partnerId: string, filter: CustomerFilter, place: ListPlace): Promise<Listed<CustomerOnList>[]> {
  const parts = partsOf(filter)
  const isBack = place.start?.backwards ?? false
  const order = isBack ? [...parts].reverse() : parts
  const begin = place.start ? order.findIndex(({ number }) => number === place.start!.keys[0]) : 0
  const found: Listed<CustomerOnList>[] = []
  for (const [index, part] of order.entries()) {
    if (index < begin || begin < 0 || found.length >= place.most) continue
    const after = index === begin && place.start ? place.start.keys.slice(1) : undefined
    found.push(...(await readPart(trx, partnerId, part, { after, descending: filter.descending !== isBack, most: place.most - found.length })))
  }
  return found
}

interface Part {
  readonly number: number
  readonly filter: CustomerFilter
  readonly sort: CustomerSort
  /** within it, what begins so; ordered by that same key, so that one index serves both */
  readonly range?: { readonly column: 'name_key' | 'primary_domain'; readonly within: KeyRange }
  readonly notAlso?: { readonly column: 'name_key' | 'primary_domain'; readonly within: KeyRange }
}

/**
 * What begins with a word is listed in two parts, each in the order of its own index: first those whose name begins so (or whose
 * domain, where the list is sorted by domain), then those where only the other does. One order over both would have to gather all.
 */
function partsOf(filter: CustomerFilter): Part[] {
  const { prefix, sort } = filter
  const isAlone = filter.inside === undefined && filter.tag === undefined && filter.sharedWith === undefined && filter.privileges === undefined && filter.country === undefined
  if (!prefix || !isAlone || (sort !== 'name' && sort !== 'domain')) return [{ number: 0, filter, sort }]
  const byName = { number: 0, filter, sort: 'name', range: { column: 'name_key', within: prefix.name } } as const
  if (!prefix.domain) return [byName]
  const byDomain = { number: 1, filter, sort: 'domain', range: { column: 'primary_domain', within: prefix.domain } } as const
  return sort === 'name' ? [byName, { ...byDomain, notAlso: byName.range }] : [byDomain, { ...byName, notAlso: byDomain.range }]
}

interface Reach {
  readonly after: readonly (string | number | boolean | null)[] | undefined
  readonly descending: boolean
  readonly most: number
}

async function readPart(trx: Transaction, partnerId: string, part: Part, reach: Reach): Promise<Listed<CustomerOnList>[]> {
  const columns = listColumns(part.sort)
  const source = needsDoor(part)
    ? sql<ListRow>`select ${columns} from customers_filtered(${partnerId}, ${JSON.stringify(wishesOf(part, reach))}::jsonb, ${reach.most}) as a`
    : sql<ListRow>`select ${columns} from customer_accounts as a where ${sql.join(conditions(partnerId, part, reach), sql` and `)}
        order by ${ordering(part.sort, reach.descending)} limit ${reach.most}`
  const { rows } = await source.execute(trx)
  return rows.map((row) => ({ account: onList(row), keys: [part.number, ...keyColumns[part.sort].map((column) => keyOf(row, column))] }))
}

/** Where one index gives both filter and order, the list is read as it is; everything else is for the door. */
function needsDoor({ filter, sort, range }: Part): boolean {
  const { inside, tag, sharedWith, privileges, prefix, country } = filter
  if (inside !== undefined || tag !== undefined || sharedWith !== undefined || privileges !== undefined || (prefix && !range)) return true
  return country !== undefined && sort !== 'name' && sort !== 'country'
}

type AccountRow = Parameters<typeof accountFromRow>[0]
type ListRow = Pick<AccountRow, (typeof listed)[number]> & { since_key: string | null }
type KeyColumn = 'name_key' | 'primary_domain' | 'country' | 'related_since' | 'customer_id'

const listed = ['customer_id', 'company_name', 'name_key', 'primary_domain', 'country', 'tags', 'channels', 'privileged_services', 'related_since', 'known_ties'] as const
const columnsOf = (names: readonly string[]) => sql.join(names.map((name) => sql.ref(`a.${name}`)))

function listColumns(sort: CustomerSort) {
  return sql`${columnsOf(listed)}, ${sort === 'since' ? microseconds('a.related_since') : sql`null`} as since_key`
}

function onList(row: ListRow): CustomerOnList {
  return {
    customerId: row.customer_id,
    companyName: row.company_name,
    primaryDomain: row.primary_domain,
    country: row.country,
    tags: row.tags,
    channels: row.channels as CustomerOnList['channels'],
    privilegedServices: row.privileged_services,
    relatedSince: row.related_since,
    knownTies: knownTiesOf(row.known_ties),
  }
}

const keyColumns: Readonly<Record<CustomerSort, readonly KeyColumn[]>> = {
  name: ['name_key', 'customer_id'],
  domain: ['primary_domain', 'customer_id'],
  country: ['country', 'name_key', 'customer_id'],
  since: ['related_since', 'customer_id'],
}
const keyTypes: Readonly<Record<KeyColumn, string>> = { name_key: 'text', primary_domain: 'text', country: 'text', related_since: 'timestamptz', customer_id: 'uuid' }

function keyOf(row: ListRow, column: KeyColumn): string {
  return column === 'related_since' ? row.since_key! : row[column]
}

/** Every comparison here is leakproof, so that the index serves under row-level security, too (stack.md, schema rules). */
function conditions(partnerId: string, { range, notAlso, filter, sort }: Part, { after, descending }: Reach) {
  const within = ({ column, within: { from, to } }: NonNullable<Part['range']>) => sql<SqlBool>`(${sql.ref(`a.${column}`)} >= ${from} and ${sql.ref(`a.${column}`)} < ${to})`
  return [
    sql<SqlBool>`a.partner_id = ${partnerId} and a.ended_at is null`,
    ...(range ? [within(range)] : []),
    ...(notAlso ? [sql<SqlBool>`not ${within(notAlso)}`] : []),
    ...(filter.country === undefined ? [] : [sql<SqlBool>`a.country = ${filter.country}`]),
    ...(after ? [beyond(sort, after, descending)] : []),
  ]
}

function beyond(sort: CustomerSort, after: NonNullable<Reach['after']>, descending: boolean) {
  const names = keyColumns[sort]
  const values = names.map((column, place) => sql`${after[place]}::${sql.raw(keyTypes[column])}`)
  return sql<SqlBool>`(${sql.join(names.map((column) => sql.ref(`a.${column}`)))}) ${sql.raw(descending ? '<' : '>')} (${sql.join(values)})`
}

function ordering(sort: CustomerSort, descending: boolean) {
  return sql.join(keyColumns[sort].map((column) => sql`${sql.ref(`a.${column}`)} ${sql.raw(descending ? 'desc' : 'asc')}`))
}

/** What the door needs to know; it plans anew for each partner, whose sizes differ by orders of magnitude. */
function wishesOf({ filter, sort }: Part, { after, descending }: Reach): Record<string, unknown> {
  const { prefix, inside, country, tag, sharedWith, privileges } = filter
  return {
    sort,
    descending,
    ...(after && { after }),
    ...(inside !== undefined && { inside }),
    ...(prefix && { nameFrom: prefix.name.from, nameTo: prefix.name.to }),
    ...(prefix?.domain && { domainFrom: prefix.domain.from, domainTo: prefix.domain.to }),
    ...(country !== undefined && { country }),
    ...(tag !== undefined && { tag }),
    ...(sharedWith !== undefined && { sharedWith }),
    ...(privileges && { privileges }),
  }
}

/** Customers whose relationship was removed, latest first; for reinstating (decision 17). */
export async function listRemovedCustomers(trx: Transaction, partnerId: string, { start, most }: ListPlace): Promise<Listed<CustomerAccount>[]> {
  const direction = sql.raw(start?.backwards ? 'asc' : 'desc')
  const place = start
    ? sql`and (a.ended_at, a.customer_id) ${sql.raw(start.backwards ? '>' : '<')} (${start.keys[0]}::timestamptz, ${start.keys[1]}::uuid)`
    : sql``
  const { rows } = await sql<AccountRow & { ended_key: string }>`
    select ${columnsOf(accountColumns)}, ${microseconds('a.ended_at')} as ended_key from customer_accounts as a
    where a.partner_id = ${partnerId} and a.ended_at is not null ${place}
    order by a.ended_at ${direction}, a.customer_id ${direction} limit ${most}`.execute(trx)
  return rows.map((row) => ({ account: accountFromRow(row), keys: [row.ended_key, row.customer_id] }))
}
