import { DomainError } from '../domain/errors.ts'
import { noTenant } from '../domain/ids.ts'
import type { OutsidePurpose } from '../domain/people/outside-identity.ts'
import type { Portal } from '../domain/people/portals.ts'
import type { Database, Transaction } from './database.ts'

export interface LinkedIdentity {
  readonly tenantId: string
  readonly personId: string
  readonly issuer: string
  readonly subject: string
}

/** Whose identity it is, within the organization whose provider vouched for it. */
export async function personOfIdentity(trx: Transaction, tenantId: string, { issuer, subject }: Pick<LinkedIdentity, 'issuer' | 'subject'>): Promise<string | undefined> {
  const row = await trx.selectFrom('outside_identities').select('person_id').where('tenant_id', '=', tenantId).where('issuer', '=', issuer).where('subject', '=', subject).executeTakeFirst()
  return row?.person_id
}

export async function identityOfPerson(trx: Transaction, tenantId: string, personId: string): Promise<{ readonly issuer: string; readonly linkedAt: Date; readonly lastUsedAt: Date | null } | undefined> {
  const row = await trx.selectFrom('outside_identities').select(['issuer', 'linked_at', 'last_used_at']).where('tenant_id', '=', tenantId).where('person_id', '=', personId).executeTakeFirst()
  return row && { issuer: row.issuer, linkedAt: row.linked_at, lastUsedAt: row.last_used_at }
}

/** One identity for a person and one person for an identity. */
export async function linkIdentity(trx: Transaction, { tenantId, personId, issuer, subject }: LinkedIdentity, now: Date): Promise<void> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('outside_identities')
    .values({ tenant_id: tenantId, person_id: personId, issuer, subject, linked_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows !== 1n) throw new DomainError('alreadyExists', 'This account or this identity is linked.', { reason: 'identityLinked' })
}

export async function noteIdentityUse(trx: Transaction, tenantId: string, personId: string, now: Date): Promise<void> {
  await trx.updateTable('outside_identities').set({ last_used_at: now }).where('tenant_id', '=', tenantId).where('person_id', '=', personId).execute()
}

export async function unlinkIdentity(trx: Transaction, tenantId: string, personId: string): Promise<boolean> {
  const { numDeletedRows } = await trx.deleteFrom('outside_identities').where('tenant_id', '=', tenantId).where('person_id', '=', personId).executeTakeFirst()
  return numDeletedRows === 1n
}

/** Somebody who is away at a provider. */
export interface OutsideSignIn {
  readonly purpose: OutsidePurpose
  readonly tenantId: string
  readonly personId: string | null
  readonly providerVersion: number
  readonly portal: Portal
  readonly sealed: Buffer
}

export interface OutsideKey {
  readonly stateHash: Buffer
  readonly bindingHash: Buffer
}

export async function keepOutsideSignIn(database: Database, key: OutsideKey, away: OutsideSignIn & { readonly expiresAt: Date }): Promise<void> {
  await database.transaction(rowOf(key), (trx) =>
    trx
      .insertInto('outside_sign_ins')
      .values({
        state_hash: key.stateHash,
        binding_hash: key.bindingHash,
        purpose: away.purpose,
        tenant_id: away.tenantId,
        person_id: away.personId,
        provider_version: away.providerVersion,
        portal: away.portal,
        sealed: away.sealed,
        expires_at: away.expiresAt,
      })
      .execute(),
  )
}

/** Takes it, once, whatever becomes of what came back; undefined where the state is unknown, used, run out or of another page. */
export async function takeOutsideSignIn(database: Database, key: OutsideKey, now: Date): Promise<OutsideSignIn | undefined> {
  const row = await database.transaction(rowOf(key), (trx) =>
    trx
      .deleteFrom('outside_sign_ins')
      .where('state_hash', '=', key.stateHash)
      .where('binding_hash', '=', key.bindingHash)
      .where('expires_at', '>', now)
      .returning(['purpose', 'tenant_id', 'person_id', 'provider_version', 'portal', 'sealed'])
      .executeTakeFirst(),
  )
  return (
    row && {
      purpose: row.purpose as OutsidePurpose,
      tenantId: row.tenant_id,
      personId: row.person_id,
      providerVersion: row.provider_version,
      portal: row.portal as Portal,
      sealed: row.sealed,
    }
  )
}

function rowOf({ stateHash }: OutsideKey) {
  return { tenant: noTenant, scope: 'visitor', secret: stateHash.toString('hex') } as const
}
