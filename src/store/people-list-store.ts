import { sql } from 'kysely'
import type { PeopleSort, Person } from '../domain/people/person.ts'
import type { Transaction } from './database.ts'
import type { KeyRange, ListPlace } from './customer-list-store.ts'
import { microseconds } from './microseconds.ts'
import { personFromRow, type PersonRow } from './person-store.ts'

export interface PeopleFilter {
  /** found at the beginning of the name or of the user name */
  readonly prefix?: KeyRange | undefined
  /** found anywhere in a name; folded */
  readonly inside?: string | undefined
  /** without it: everybody who is there */
  readonly status?: 'invited' | 'active' | 'disabled' | 'removed' | undefined
  readonly role?: string | undefined
  /** "product:sku", or none */
  readonly license?: string | undefined
  readonly sort: PeopleSort
  readonly descending: boolean
}

export interface ListedPerson {
  readonly person: Person
  readonly keys: readonly string[]
}

/** People of the organization in whose name the transaction acts, by keyset; never counted. */
export async function listPeopleOf(trx: Transaction, tenantId: string, { sort, descending, ...filter }: PeopleFilter, { start, most }: ListPlace): Promise<ListedPerson[]> {
  const wishes = {
    sort,
    descending: descending !== (start?.backwards ?? false),
    ...(start && { after: start.keys }),
    ...(filter.inside !== undefined && { inside: filter.inside }),
    ...(filter.prefix && { nameFrom: filter.prefix.from, nameTo: filter.prefix.to }),
    ...(filter.status !== undefined && { status: filter.status }),
    ...(filter.role !== undefined && { role: filter.role }),
    ...(filter.license !== undefined && { license: filter.license }),
  }
  const { rows } = await sql<PersonRow & { sort_key: string }>`
    select p.id, p.tenant_id, p.user_principal_name, p.display_name, p.first_name, p.last_name, p.usage_location, p.mail, p.mail_confirmed_at, p.language,
      p.roles, p.status, p.created_at, p.last_signed_in_at, p.removed_at, p.version, p.password_hash is not null as has_password,
      p.totp_confirmed_at is not null as has_totp,
      exists (select from passkeys k where k.tenant_id = p.tenant_id and k.person_id = p.id) as has_passkey,
      ${keyOf(sort)} as sort_key
    from people_filtered(${tenantId}, ${JSON.stringify(wishes)}::jsonb, ${most}) as p`.execute(trx)
  return rows.map((row) => ({ person: personFromRow(row), keys: [row.sort_key, row.id] }))
}

function keyOf(sort: PeopleSort) {
  if (sort === 'age') return microseconds('p.created_at')
  return sort === 'name' ? sql`p.display_name_key` : sql`p.user_principal_name_key`
}
