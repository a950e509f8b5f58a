import { sql } from 'kysely'
import { DomainError } from '../domain/errors.ts'
import type { Person, PersonStatus } from '../domain/people/person.ts'
import { searchKey } from '../domain/names/search-key.ts'
import type { AssignableRole } from '../domain/roles.ts'
import type { Transaction } from './database.ts'

const columns = [
  'id',
  'tenant_id',
  'user_principal_name',
  'display_name',
  'first_name',
  'last_name',
  'usage_location',
  'mail',
  'mail_confirmed_at',
  'language',
  'roles',
  'status',
  'created_at',
  'last_signed_in_at',
  'removed_at',
  'version',
] as const

export interface PersonRow {
  id: string
  tenant_id: string
  user_principal_name: string
  display_name: string
  first_name: string | null
  last_name: string | null
  usage_location: string | null
  mail: string | null
  mail_confirmed_at: Date | null
  language: string | null
  roles: string[]
  status: string
  created_at: Date
  last_signed_in_at: Date | null
  removed_at: Date | null
  version: number
  has_password: boolean
  has_totp: boolean
  has_passkey: boolean
}

export function personFromRow(row: PersonRow): Person {
  return {
    id: row.id,
    tenantId: row.tenant_id,
    userPrincipalName: row.user_principal_name,
    displayName: row.display_name,
    firstName: row.first_name,
    lastName: row.last_name,
    usageLocation: row.usage_location,
    mail: row.mail,
    mailConfirmedAt: row.mail_confirmed_at,
    language: row.language,
    roles: row.roles as AssignableRole[],
    status: row.status as PersonStatus,
    hasPassword: row.has_password,
    hasTotp: row.has_totp,
    hasPasskey: row.has_passkey,
    createdAt: row.created_at,
    lastSignedInAt: row.last_signed_in_at,
    removedAt: row.removed_at,
    version: row.version,
  }
}

/** Those who are no longer there: a name in the history at most. */
const gone = ['removed', 'erased']

function people(trx: Transaction, tenantId: string) {
  return trx
    .selectFrom('people')
    .select(columns)
    .select([sql<boolean>`password_hash is not null`.as('has_password'), sql<boolean>`totp_confirmed_at is not null`.as('has_totp')])
    .select(sql<boolean>`exists (select from passkeys k where k.tenant_id = people.tenant_id and k.person_id = people.id)`.as('has_passkey'))
    .where('tenant_id', '=', tenantId)
}

/** Somebody of this tenant; another tenant's person is not there. */
export async function findPersonOf(trx: Transaction, tenantId: string, id: string): Promise<Person> {
  const row = await people(trx, tenantId).where('id', '=', id).where('status', 'not in', gone).executeTakeFirst()
  if (!row) throw new DomainError('notFound', 'No such person.')
  return personFromRow(row)
}

export async function lockPersonOf(trx: Transaction, tenantId: string, id: string): Promise<Person> {
  const row = await people(trx, tenantId).where('id', '=', id).where('status', 'not in', gone).forUpdate().executeTakeFirst()
  if (!row) throw new DomainError('notFound', 'No such person.')
  return personFromRow(row)
}

/** Also somebody who was removed; nobody who was erased. */
export async function personEverOf(trx: Transaction, tenantId: string, id: string, how: { readonly hold: boolean }): Promise<Person> {
  const found = people(trx, tenantId).where('id', '=', id).where('status', '!=', 'erased')
  const row = await (how.hold ? found.forUpdate() : found).executeTakeFirst()
  if (!row) throw new DomainError('notFound', 'No such person.')
  return personFromRow(row)
}

/**
 * One change of a tenant's administrators at a time: taken before any person of the tenant is locked, so that two who
 * take each other's role do not both find the other still there.
 */
export async function lockAdministration(trx: Transaction, tenantId: string): Promise<void> {
  await trx.selectFrom('tenants').select('id').where('id', '=', tenantId).forNoKeyUpdate().execute()
}

/**
 * Before `lockAdministration`, by whoever ends rights of this person: waits for what they are doing, and what comes after
 * sees the end (rule R10).
 */
export async function claimPerson(trx: Transaction, personId: string): Promise<void> {
  await sql`select claim_person(${personId})`.execute(trx)
}

/** How many active people hold each of these roles; asked under `lockAdministration`. */
export async function countHolders(trx: Transaction, tenantId: string, roles: readonly AssignableRole[]): Promise<Partial<Record<AssignableRole, number>>> {
  const { rows } = await sql<{ role: AssignableRole; holders: number }>`
    select role, count(*)::int as holders from people, unnest(roles) as role
    where tenant_id = ${tenantId} and status = 'active' and role = any(${roles}) group by role`.execute(trx)
  return Object.fromEntries(rows.map(({ role, holders }) => [role, holders]))
}

export interface PersonDraft {
  readonly id: string
  readonly tenantId: string
  readonly userPrincipalName: string
  readonly displayName: string
  readonly firstName?: string | null
  readonly lastName?: string | null
  readonly usageLocation?: string | null
  readonly mail: string | null
  readonly language: string | null
  readonly roles: readonly AssignableRole[]
  readonly status: 'invited' | 'active'
  readonly passwordHash?: string
  /** whether the address was proved to be theirs, for example by a code that was mailed there */
  readonly isMailConfirmed?: boolean
  readonly createdAt: Date
}

/** The name is unique among all tenants; a second one is `alreadyExists`. */
export async function insertPerson(trx: Transaction, draft: PersonDraft): Promise<void> {
  const taken = await trx
    .insertInto('people')
    .values({
      tenant_id: draft.tenantId,
      id: draft.id,
      user_principal_name: draft.userPrincipalName,
      user_principal_name_key: draft.userPrincipalName.toLowerCase(),
      display_name: draft.displayName,
      first_name: draft.firstName ?? null,
      last_name: draft.lastName ?? null,
      usage_location: draft.usageLocation ?? null,
      ...searchKeysOf(draft),
      mail: draft.mail,
      mail_confirmed_at: draft.isMailConfirmed ? draft.createdAt : null,
      language: draft.language,
      roles: [...draft.roles],
      status: draft.status,
      password_hash: draft.passwordHash ?? null,
      password_changed_at: draft.passwordHash ? draft.createdAt : null,
      created_at: draft.createdAt,
    })
    .onConflict((conflict) => conflict.column('user_principal_name_key').doNothing())
    .executeTakeFirst()
  if (taken.numInsertedOrUpdatedRows !== 1n) throw nameTaken()
}

/** Those of these names, folded, that somebody of the organization has. */
export async function userNamesTaken(trx: Transaction, tenantId: string, keys: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ key: string }>`select user_principal_name_key as key from people where tenant_id = ${tenantId} and user_principal_name_key = any (${[...keys]}::text[])`.execute(trx)
  return new Set(rows.map(({ key }) => key))
}

function nameTaken(): DomainError {
  return new DomainError('alreadyExists', 'Somebody signs in with this name already.', { reason: 'userPrincipalNameTaken', field: 'userPrincipalName' })
}

/** What the list is ordered by and searched in: the name first, so that what begins with a word is found there. */
function searchKeysOf({ displayName, firstName, lastName, userPrincipalName }: Pick<PersonDraft, 'displayName' | 'firstName' | 'lastName' | 'userPrincipalName'>) {
  const key = searchKey(displayName)
  return { display_name_key: key, search_text: [key, searchKey(`${firstName ?? ''} ${lastName ?? ''}`), userPrincipalName.toLowerCase()].join(' ') }
}

/** Names, roles, status, mail and language; the version that was read must still be there. */
export async function updatePerson(trx: Transaction, next: Person, version: number): Promise<Person> {
  const saved = await trx
    .updateTable('people')
    .set({
      display_name: next.displayName,
      first_name: next.firstName,
      last_name: next.lastName,
      usage_location: next.usageLocation,
      removed_at: next.removedAt,
      ...searchKeysOf(next),
      roles: [...next.roles],
      status: next.status,
      mail: next.mail,
      mail_confirmed_at: next.mailConfirmedAt,
      language: next.language,
      version: sql<number>`version + 1`,
    })
    .where('tenant_id', '=', next.tenantId)
    .where('id', '=', next.id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (saved.numUpdatedRows !== 1n) throw new DomainError('changedMeanwhile', 'The person was changed meanwhile.')
  return { ...next, version: version + 1 }
}

/**
 * The user name of somebody who is restored: the one they had or another. Of two who take a name at once the second waits and
 * is told that it is taken.
 */
export async function takeUserName(trx: Transaction, { id, tenantId }: Pick<Person, 'id' | 'tenantId'>, userPrincipalName: string): Promise<void> {
  const { rows } = await sql<{ taken: boolean }>`select take_user_name(${tenantId}, ${id}, ${userPrincipalName}) as taken`.execute(trx)
  if (!rows[0]?.taken) throw nameTaken()
}

/** Takes everything that opened the account, and the name for signing in, which somebody else may have from now on. */
export async function stripPerson(trx: Transaction, { tenantId, id }: Pick<Person, 'tenantId' | 'id'>): Promise<void> {
  await trx
    .updateTable('people')
    .set({
      user_principal_name_key: `removed ${id}`,
      password_hash: null,
      password_changed_at: null,
      temporary_password_hash: null,
      temporary_password_expires_at: null,
      temporary_password_by: null,
      totp_seed: null,
      totp_pending_seed: null,
      totp_confirmed_at: null,
      totp_last_step: null,
    })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('status', '=', 'removed')
    .execute()
}
