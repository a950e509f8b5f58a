import { sql } from 'kysely'
import { DomainError } from '../domain/errors.ts'
import type { Passkey } from '../domain/people/passkey.ts'
import type { Person } from '../domain/people/person.ts'
import type { Transaction } from './database.ts'

type Owner = Pick<Person, 'id' | 'tenantId'>

/** What verifies a signature. */
export interface PasskeyKey {
  readonly credentialId: Buffer
  readonly publicKey: Buffer
  readonly counter: number
  readonly transports: readonly string[]
}

const columns = ['id', 'tenant_id', 'person_id', 'name', 'transports', 'is_synced', 'created_at', 'last_used_at', 'version'] as const

interface Row {
  id: string
  tenant_id: string
  person_id: string
  name: string
  transports: string[]
  is_synced: boolean
  created_at: Date
  last_used_at: Date | null
  version: number
}

function fromRow(row: Row): Passkey {
  return {
    id: row.id,
    tenantId: row.tenant_id,
    personId: row.person_id,
    name: row.name,
    transports: row.transports,
    isSynced: row.is_synced,
    createdAt: row.created_at,
    lastUsedAt: row.last_used_at,
    version: row.version,
  }
}

function passkeys(trx: Transaction, { id, tenantId }: Owner) {
  return trx.selectFrom('passkeys').where('tenant_id', '=', tenantId).where('person_id', '=', id)
}

/** The person's, the oldest first. */
export async function listPasskeysOf(trx: Transaction, person: Owner): Promise<Passkey[]> {
  return (await passkeys(trx, person).select(columns).orderBy('created_at').orderBy('id').execute()).map(fromRow)
}

/** For a browser: which credentials it may offer, or must not make again. */
export async function credentialIdsOf(trx: Transaction, person: Owner): Promise<Pick<PasskeyKey, 'credentialId' | 'transports'>[]> {
  const rows = await passkeys(trx, person).select(['credential_id', 'transports']).orderBy('created_at').orderBy('id').execute()
  return rows.map((row) => ({ credentialId: row.credential_id, transports: row.transports }))
}

export async function hasPasskeys(trx: Transaction, person: Owner): Promise<boolean> {
  return (await passkeys(trx, person).select('id').limit(1).executeTakeFirst()) !== undefined
}

/** One of the person's own; somebody else's is not there. */
export async function findPasskey(trx: Transaction, person: Owner, id: string): Promise<Passkey> {
  const row = await passkeys(trx, person).select(columns).where('id', '=', id).executeTakeFirst()
  if (!row) throw new DomainError('notFound', 'No such passkey.')
  return fromRow(row)
}

export async function lockPasskey(trx: Transaction, person: Owner, id: string): Promise<Passkey> {
  const row = await passkeys(trx, person).select(columns).where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row) throw new DomainError('notFound', 'No such passkey.')
  return fromRow(row)
}

/** By the credential's id, only among the person's own. */
export async function findPasskeyKey(trx: Transaction, person: Owner, credentialId: Buffer): Promise<PasskeyKey | undefined> {
  const row = await passkeys(trx, person).select(['credential_id', 'public_key', 'counter', 'transports']).where('credential_id', '=', credentialId).executeTakeFirst()
  return row && { credentialId: row.credential_id, publicKey: row.public_key, counter: Number(row.counter), transports: row.transports }
}

export async function insertPasskey(trx: Transaction, passkey: Passkey, key: PasskeyKey): Promise<void> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('passkeys')
    .values({
      tenant_id: passkey.tenantId,
      id: passkey.id,
      person_id: passkey.personId,
      credential_id: key.credentialId,
      public_key: key.publicKey,
      counter: key.counter,
      transports: [...key.transports],
      name: passkey.name,
      is_synced: passkey.isSynced,
      created_at: passkey.createdAt,
    })
    .onConflict((conflict) => conflict.column('credential_id').doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows !== 1n) throw new DomainError('alreadyExists', 'This passkey is known.', { reason: 'passkeyKnown' })
}

/** Notes the use; false where the passkey is gone or was used meanwhile, so that one counter never serves twice. */
export async function usePasskey(trx: Transaction, person: Owner, key: PasskeyKey, use: { readonly counter: number; readonly now: Date }): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('passkeys')
    .set({ counter: use.counter, last_used_at: use.now })
    .where('tenant_id', '=', person.tenantId)
    .where('person_id', '=', person.id)
    .where('credential_id', '=', key.credentialId)
    .where('counter', '=', key.counter)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function renamePasskey(trx: Transaction, { tenantId, id, version }: Passkey, name: string): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable('passkeys')
    .set({ name, version: sql<number>`version + 1` })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new DomainError('changedMeanwhile', 'The passkey was changed meanwhile.')
}

/** One of them, or all; answers how many there were. */
export async function deletePasskeysOf(trx: Transaction, person: Owner, only?: string): Promise<number> {
  let query = trx.deleteFrom('passkeys').where('tenant_id', '=', person.tenantId).where('person_id', '=', person.id)
  if (only) query = query.where('id', '=', only)
  return Number((await query.executeTakeFirst()).numDeletedRows)
}
