import type { Selectable } from 'kysely'
import { DomainError } from '../domain/errors.ts'
import { searchKey } from '../domain/names/search-key.ts'
import type { Partnership } from '../domain/partnerships/partnership.ts'
import type { Transaction } from './database.ts'
import type { StoredSecret } from './relationship-request-store.ts'
import type { Partnerships } from './schema.generated.ts'

export async function insertPartnership(trx: Transaction, partnership: Partnership, secret: StoredSecret): Promise<void> {
  await trx
    .insertInto('partnerships')
    .values({
      provider_id: partnership.providerId,
      id: partnership.id,
      status: partnership.status,
      named_company: partnership.namedCompany,
      name_key: searchKey(partnership.namedCompany ?? ''),
      language: partnership.language,
      subject: partnership.subject,
      body: partnership.body,
      secret_hash: secret.hash,
      sealed_secret: secret.sealed,
      created_by: partnership.createdBy,
      created_at: partnership.createdAt,
      expires_at: partnership.expiresAt,
    })
    .execute()
}

/** Of this tenant, on whichever side; undefined where there is none. */
export async function findPartnershipOf(trx: Transaction, tenantId: string, id: string): Promise<Partnership | undefined> {
  const row = await own(trx, tenantId, id).executeTakeFirst()
  return row && partnershipFromRow(row)
}

/** The same, held for the act: two that answer, withdraw or remove queue up here. */
export async function lockPartnershipOf(trx: Transaction, tenantId: string, id: string): Promise<Partnership | undefined> {
  const row = await own(trx, tenantId, id).forUpdate().executeTakeFirst()
  return row && partnershipFromRow(row)
}

/** The row behind a link, held; needs the transaction's link secret. */
export async function lockPartnershipBySecret(trx: Transaction, secretHash: Buffer): Promise<Partnership | undefined> {
  const row = await trx.selectFrom('partnerships').select(partnershipColumns).where('secret_hash', '=', secretHash).forUpdate().executeTakeFirst()
  return row && partnershipFromRow(row)
}

/** The active partnership of these two, held for share: removing it waits for the act that rests on it. */
export async function holdPartnershipBetween(trx: Transaction, providerId: string, resellerId: string): Promise<Partnership | undefined> {
  const row = await trx
    .selectFrom('partnerships')
    .select(partnershipColumns)
    .where('provider_id', '=', providerId)
    .where('reseller_id', '=', resellerId)
    .where('status', '=', 'active')
    .forShare()
    .executeTakeFirst()
  return row && partnershipFromRow(row)
}

export async function sealedPartnershipSecret(trx: Transaction, providerId: string, id: string): Promise<Buffer> {
  const row = await trx.selectFrom('partnerships').select('sealed_secret').where('provider_id', '=', providerId).where('id', '=', id).executeTakeFirstOrThrow()
  return row.sealed_secret
}

/** Writes what may change. Somebody else's change in between is refused, however it came about. */
export async function savePartnership(trx: Transaction, next: Partnership): Promise<Partnership> {
  const { numUpdatedRows } = await trx
    .updateTable('partnerships')
    .set({
      status: next.status,
      reseller_id: next.resellerId,
      subject: next.subject,
      body: next.body,
      shared_at: next.sharedAt,
      answered_at: next.answeredAt,
      answered_by: next.answeredBy,
      ended_at: next.endedAt,
      ended_by: next.endedBy,
      ended_by_tenant: next.endedByTenant,
      end_reason: next.endReason,
      end_statement_sha256: next.endStatementSha256,
      version: next.version + 1,
    })
    .where('provider_id', '=', next.providerId)
    .where('id', '=', next.id)
    .where('version', '=', next.version)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new DomainError('changedMeanwhile', 'The partnership changed meanwhile.')
  return { ...next, version: next.version + 1 }
}

/** Notes why somebody could not go on; beside the versions, because nothing that anybody edits changes. */
export async function noteBlockedPartnership(trx: Transaction, { providerId, id }: Pick<Partnership, 'providerId' | 'id'>, reason: string, at: Date): Promise<void> {
  await trx.updateTable('partnerships').set({ blocked_reason: reason, blocked_at: at }).where('provider_id', '=', providerId).where('id', '=', id).execute()
}

/** Requests whose time has passed, of any provider; for the schedule. Others under way are skipped, not waited for. */
export async function lockDuePartnerships(trx: Transaction, now: Date, most: number): Promise<Partnership[]> {
  const rows = await trx
    .selectFrom('partnerships')
    .select(partnershipColumns)
    .where('status', 'in', ['draft', 'shared'])
    .where('expires_at', '<=', now)
    .orderBy('expires_at')
    .limit(most)
    .forUpdate()
    .skipLocked()
    .execute()
  return rows.map(partnershipFromRow)
}

export const partnershipColumns = [
  'provider_id',
  'id',
  'reseller_id',
  'status',
  'named_company',
  'language',
  'subject',
  'body',
  'created_by',
  'created_at',
  'shared_at',
  'expires_at',
  'answered_at',
  'answered_by',
  'blocked_reason',
  'blocked_at',
  'ended_at',
  'ended_by',
  'ended_by_tenant',
  'end_reason',
  'end_statement_sha256',
  'version',
] as const satisfies readonly (keyof Partnerships)[]

export function partnershipFromRow(row: Pick<Selectable<Partnerships>, (typeof partnershipColumns)[number]>): Partnership {
  return {
    id: row.id,
    providerId: row.provider_id,
    resellerId: row.reseller_id,
    status: row.status as Partnership['status'],
    namedCompany: row.named_company,
    language: row.language as Partnership['language'],
    subject: row.subject,
    body: row.body,
    createdBy: row.created_by,
    createdAt: row.created_at,
    sharedAt: row.shared_at,
    expiresAt: row.expires_at,
    answeredAt: row.answered_at,
    answeredBy: row.answered_by,
    blockedReason: row.blocked_reason,
    blockedAt: row.blocked_at,
    endedAt: row.ended_at,
    endedBy: row.ended_by,
    endedByTenant: row.ended_by_tenant,
    endReason: row.end_reason,
    endStatementSha256: row.end_statement_sha256,
    version: row.version,
  }
}

function own(trx: Transaction, tenantId: string, id: string) {
  return trx
    .selectFrom('partnerships')
    .select(partnershipColumns)
    .where('id', '=', id)
    .where((or) => or.or([or('provider_id', '=', tenantId), or('reseller_id', '=', tenantId)]))
}
