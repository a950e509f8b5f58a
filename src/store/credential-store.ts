import { sql } from 'kysely'
import type { Transaction } from './database.ts'
import type { Person, PersonStatus } from '../domain/people/person.ts'
import { hasPasskeys } from './passkey-store.ts'

/** What proves a person; read only where somebody signs in, steps up or changes it, never with the person. */
export interface Credentials {
  readonly personId: string
  readonly tenantId: string
  readonly status: PersonStatus
  readonly passwordHash: string | null
  /** opens no session, only the choice of an own password; of somebody who never joined */
  readonly temporaryPassword: { readonly hash: string; readonly expiresAt: Date } | null
  /** sealed */
  readonly totpSeed: Buffer | null
  readonly totpConfirmedAt: Date | null
  readonly totpLastStep: number | null
  readonly totpPendingSeed: Buffer | null
  readonly hasPasskey: boolean
}

const hasPasskey = sql<boolean>`exists (select from passkeys k where k.tenant_id = people.tenant_id and k.person_id = people.id)`

function credentials(trx: Transaction, tenantId: string) {
  return trx
    .selectFrom('people')
    .select(['id', 'tenant_id', 'status', 'password_hash', 'totp_seed', 'totp_confirmed_at', 'totp_last_step', 'totp_pending_seed'])
    .select(['temporary_password_hash', 'temporary_password_expires_at'])
    .select(hasPasskey.as('has_passkey'))
    .where('tenant_id', '=', tenantId)
}

type Row = Awaited<ReturnType<ReturnType<typeof credentials>['executeTakeFirst']>>

function fromRow(row: Row): Credentials | undefined {
  return (
    row && {
      personId: row.id,
      tenantId: row.tenant_id,
      status: row.status as PersonStatus,
      passwordHash: row.password_hash,
      temporaryPassword: row.temporary_password_hash === null ? null : { hash: row.temporary_password_hash, expiresAt: row.temporary_password_expires_at! },
      totpSeed: row.totp_seed,
      totpConfirmedAt: row.totp_confirmed_at,
      totpLastStep: row.totp_last_step,
      totpPendingSeed: row.totp_pending_seed,
      hasPasskey: row.has_passkey,
    }
  )
}

export async function credentialsByName(trx: Transaction, tenantId: string, nameKey: string): Promise<Credentials | undefined> {
  return fromRow(await credentials(trx, tenantId).where('user_principal_name_key', '=', nameKey).executeTakeFirst())
}

export async function credentialsOf(trx: Transaction, tenantId: string, personId: string): Promise<Credentials | undefined> {
  return fromRow(await credentials(trx, tenantId).where('id', '=', personId).executeTakeFirst())
}

/** Held, so that a password changed or an account disabled in this moment is seen, or waits. */
export async function lockCredentialsOf(trx: Transaction, tenantId: string, personId: string): Promise<Credentials | undefined> {
  return fromRow(await credentials(trx, tenantId).where('id', '=', personId).forUpdate().executeTakeFirst())
}

export async function savePassword(trx: Transaction, person: Pick<Person, 'id' | 'tenantId'>, passwordHash: string, now: Date): Promise<void> {
  await ofPerson(trx, person)
    .set({ password_hash: passwordHash, password_changed_at: now, temporary_password_hash: null, temporary_password_expires_at: null, temporary_password_by: null })
    .execute()
}

/** In the place of the one before, which ends with it. */
export async function saveTemporaryPassword(trx: Transaction, person: Pick<Person, 'id' | 'tenantId'>, { hash, expiresAt, issuer }: { readonly hash: string; readonly expiresAt: Date; readonly issuer: string | null }): Promise<void> {
  await ofPerson(trx, person).set({ temporary_password_hash: hash, temporary_password_expires_at: expiresAt, temporary_password_by: issuer }).execute()
}

/** The password opens nothing any more; whatever takes its place is saved next. */
export async function forgetPassword(trx: Transaction, person: Pick<Person, 'id' | 'tenantId'>): Promise<void> {
  await ofPerson(trx, person).set({ password_hash: null, password_changed_at: null }).execute()
}

/** Whether the partner that issued it still holds privileges there; true for what the organization issued itself. */
export async function isIssuerStillPrivileged(trx: Transaction, tenantId: string, personId: string): Promise<boolean> {
  const { rows } = await sql<{ holds: boolean }>`
    select p.temporary_password_by is null or exists (
      select from delegated_admin_privileges g where g.partner_id = p.temporary_password_by and g.customer_id = p.tenant_id and g.ended_at is null) as holds
    from people p where p.tenant_id = ${tenantId} and p.id = ${personId}`.execute(trx)
  return rows[0]?.holds ?? false
}

/** The same password at today's cost; only while it is still that password. */
export async function renewPasswordHash(trx: Transaction, person: Pick<Person, 'id' | 'tenantId'>, from: string, to: string): Promise<void> {
  await ofPerson(trx, person).set({ password_hash: to }).where('password_hash', '=', from).execute()
}

export async function noteSignIn(trx: Transaction, person: Pick<Person, 'id' | 'tenantId'>, now: Date): Promise<void> {
  await ofPerson(trx, person).set({ last_signed_in_at: now }).execute()
}

/** A code counts once, and none before it: false when this step or a later one was used meanwhile (RFC 6238, 5.2). */
export async function spendTotpStep(trx: Transaction, person: Pick<Person, 'id' | 'tenantId'>, seed: Buffer, step: number): Promise<boolean> {
  const { numUpdatedRows } = await ofPerson(trx, person)
    .set({ totp_last_step: step })
    .where('totp_seed', '=', seed)
    .where('totp_confirmed_at', 'is not', null)
    .where((where) => where.or([where('totp_last_step', 'is', null), where('totp_last_step', '<', step)]))
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function savePendingTotp(trx: Transaction, person: Pick<Person, 'id' | 'tenantId'>, sealed: Buffer): Promise<void> {
  await ofPerson(trx, person).set({ totp_pending_seed: sealed }).execute()
}

/** The authenticator that was tried out takes the place of the one before; false when another enrolment began meanwhile. */
export async function confirmTotp(trx: Transaction, person: Pick<Person, 'id' | 'tenantId'>, by: { sealed: Buffer; step: number; now: Date }): Promise<boolean> {
  const { numUpdatedRows } = await ofPerson(trx, person)
    .set({ totp_seed: by.sealed, totp_pending_seed: null, totp_confirmed_at: by.now, totp_last_step: by.step, version: sql<number>`version + 1` })
    .where('totp_pending_seed', '=', by.sealed)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Takes the authenticator away, and with the last second factor the recovery codes; false when there was none. */
export async function removeTotp(trx: Transaction, person: Pick<Person, 'id' | 'tenantId'>): Promise<boolean> {
  const { numUpdatedRows } = await ofPerson(trx, person)
    .set({ totp_seed: null, totp_pending_seed: null, totp_confirmed_at: null, totp_last_step: null, version: sql<number>`version + 1` })
    .where('totp_confirmed_at', 'is not', null)
    .executeTakeFirst()
  if (!(await hasPasskeys(trx, person))) await forgetRecoveryCodes(trx, person)
  return numUpdatedRows === 1n
}

/** Fresh codes; those before end with it. */
export async function replaceRecoveryCodes(trx: Transaction, person: Pick<Person, 'id' | 'tenantId'>, hashes: readonly Buffer[], now: Date): Promise<void> {
  await forgetRecoveryCodes(trx, person)
  await trx
    .insertInto('recovery_codes')
    .values(hashes.map((hash) => ({ tenant_id: person.tenantId, person_id: person.id, code_hash: hash, created_at: now })))
    .execute()
}

/** Uses one code up in one statement: of two who hold it one gets in. */
export async function spendRecoveryCode(trx: Transaction, person: Pick<Person, 'id' | 'tenantId'>, hashes: readonly Buffer[], now: Date): Promise<boolean> {
  if (hashes.length === 0) return false
  const { numUpdatedRows } = await trx
    .updateTable('recovery_codes')
    .set({ used_at: now })
    .where('tenant_id', '=', person.tenantId)
    .where('person_id', '=', person.id)
    .where('code_hash', 'in', [...hashes])
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function countRecoveryCodes(trx: Transaction, person: Pick<Person, 'id' | 'tenantId'>): Promise<number> {
  const { left } = await trx
    .selectFrom('recovery_codes')
    .select(sql<number>`count(*)::int`.as('left'))
    .where('tenant_id', '=', person.tenantId)
    .where('person_id', '=', person.id)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow()
  return left
}

export async function forgetRecoveryCodes(trx: Transaction, person: Pick<Person, 'id' | 'tenantId'>): Promise<void> {
  await trx.deleteFrom('recovery_codes').where('tenant_id', '=', person.tenantId).where('person_id', '=', person.id).execute()
}

function ofPerson(trx: Transaction, person: Pick<Person, 'id' | 'tenantId'>) {
  return trx.updateTable('people').where('tenant_id', '=', person.tenantId).where('id', '=', person.id)
}
