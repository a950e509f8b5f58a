import { type Selectable, sql } from 'kysely'
import { DomainError } from '../domain/errors.ts'
import type { HandOver } from '../domain/hand-overs/hand-over.ts'
import type { Transaction } from './database.ts'
import type { HandOvers } from './schema.generated.ts'

export async function insertHandOver(trx: Transaction, handOver: HandOver): Promise<void> {
  await trx
    .insertInto('hand_overs')
    .values({
      id: handOver.id,
      proposer_id: handOver.proposerId,
      from_partner_id: handOver.fromPartnerId,
      to_partner_id: handOver.toPartnerId,
      named_partner_domain: handOver.namedPartnerDomain,
      customer_domain: handOver.customerDomain,
      customer_id: handOver.customerId,
      customer_name: handOver.customerName,
      customer_country: handOver.customerCountry,
      services: [...handOver.services],
      status: handOver.status,
      created_by: handOver.createdBy,
      created_at: handOver.createdAt,
      expires_at: handOver.expiresAt,
    })
    .execute()
}

/** One that this organization takes part in; undefined where there is none, and for the customer until both partners agreed. */
export async function findHandOverOf(trx: Transaction, tenantId: string, id: string): Promise<HandOver | undefined> {
  const row = await own(trx, tenantId).where('id', '=', id).executeTakeFirst()
  return row && handOverFromRow(row)
}

/** The same, held for the act: two that answer at once queue up here. */
export async function lockHandOverOf(trx: Transaction, tenantId: string, id: string): Promise<HandOver | undefined> {
  const row = await own(trx, tenantId).where('id', '=', id).forUpdate().executeTakeFirst()
  return row && handOverFromRow(row)
}

/** The one of this pair that is open by its record: the database lets there be one. */
export async function openHandOverBetween(trx: Transaction, fromPartnerId: string, customerId: string): Promise<HandOver | undefined> {
  const row = await openBetween(trx, fromPartnerId, customerId).executeTakeFirst()
  return row && handOverFromRow(row)
}

/** The same, held for the act. */
export async function lockOpenHandOverBetween(trx: Transaction, fromPartnerId: string, customerId: string): Promise<HandOver | undefined> {
  const row = await openBetween(trx, fromPartnerId, customerId).forUpdate().executeTakeFirst()
  return row && handOverFromRow(row)
}

/** Every open one in which this organization is a side, held; in the scope of the installation. */
export async function lockOpenHandOversOf(trx: Transaction, tenantId: string): Promise<HandOver[]> {
  const rows = await trx.selectFrom('hand_overs').select(handOverColumns).where((or) => or.or([or('from_partner_id', '=', tenantId), or('to_partner_id', '=', tenantId), or('customer_id', '=', tenantId)])).where('status', 'in', ['proposed', 'agreed']).orderBy('id').forUpdate().execute()
  return rows.map(handOverFromRow)
}

/** Those whose time has passed, of anybody; for the schedule. Others under way are skipped, not waited for. */
export async function lockDueHandOvers(trx: Transaction, now: Date, most: number): Promise<HandOver[]> {
  const rows = await trx
    .selectFrom('hand_overs')
    .select(handOverColumns)
    .where('status', 'in', ['proposed', 'agreed'])
    .where('expires_at', '<=', now)
    .orderBy('expires_at')
    .limit(most)
    .forUpdate()
    .skipLocked()
    .execute()
  return rows.map(handOverFromRow)
}

/** Writes what may change. Somebody else's change in between is refused, however it came about. */
export async function saveHandOver(trx: Transaction, next: HandOver): Promise<HandOver> {
  const { numUpdatedRows } = await trx
    .updateTable('hand_overs')
    .set({
      customer_id: next.customerId,
      customer_name: next.customerName,
      customer_country: next.customerCountry,
      services: [...next.services],
      status: next.status,
      expires_at: next.expiresAt,
      agreed_at: next.agreedAt,
      agreed_by: next.agreedBy,
      answered_at: next.answeredAt,
      answered_by: next.answeredBy,
      answered_by_tenant: next.answeredByTenant,
      note: next.note,
      ended_because: next.endedBecause,
      version: next.version + 1,
    })
    .where('id', '=', next.id)
    .where('version', '=', next.version)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new DomainError('changedMeanwhile', 'The hand-over changed meanwhile.')
  return { ...next, version: next.version + 1 }
}

/** The partner behind a domain name, for the row alone: whoever proposes is never told whether there is one (decision 11). */
export async function partnerBehindDomain(trx: Transaction, domain: string): Promise<string | null> {
  const { rows } = await sql<{ id: string | null }>`select hand_over_partner(${domain}) as id`.execute(trx)
  return rows[0]!.id
}

export const handOverColumns = [
  'id',
  'proposer_id',
  'from_partner_id',
  'to_partner_id',
  'named_partner_domain',
  'customer_domain',
  'customer_id',
  'customer_name',
  'customer_country',
  'services',
  'status',
  'created_by',
  'created_at',
  'expires_at',
  'agreed_at',
  'agreed_by',
  'answered_at',
  'answered_by',
  'answered_by_tenant',
  'note',
  'ended_because',
  'version',
] as const satisfies readonly (keyof HandOvers)[]

export function handOverFromRow(row: Pick<Selectable<HandOvers>, (typeof handOverColumns)[number]>): HandOver {
  return {
    id: row.id,
    proposerId: row.proposer_id,
    fromPartnerId: row.from_partner_id,
    toPartnerId: row.to_partner_id,
    namedPartnerDomain: row.named_partner_domain,
    customerDomain: row.customer_domain,
    customerId: row.customer_id,
    customerName: row.customer_name,
    customerCountry: row.customer_country,
    services: row.services,
    status: row.status as HandOver['status'],
    createdBy: row.created_by,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    agreedAt: row.agreed_at,
    agreedBy: row.agreed_by,
    answeredAt: row.answered_at,
    answeredBy: row.answered_by,
    answeredByTenant: row.answered_by_tenant,
    note: row.note,
    endedBecause: row.ended_because as HandOver['endedBecause'],
    version: row.version,
  }
}

/** In which this organization is a side, as far as it may know: the customer only when both partners agreed. */
export function isSide(tenantId: string) {
  return sql<boolean>`(from_partner_id = ${tenantId}::uuid or to_partner_id = ${tenantId}::uuid or (customer_id = ${tenantId}::uuid and agreed_at is not null))`
}

function openBetween(trx: Transaction, fromPartnerId: string, customerId: string) {
  return trx.selectFrom('hand_overs').select(handOverColumns).where('from_partner_id', '=', fromPartnerId).where('customer_id', '=', customerId).where('status', 'in', ['proposed', 'agreed'])
}

function own(trx: Transaction, tenantId: string) {
  return trx.selectFrom('hand_overs').select(handOverColumns).where(isSide(tenantId))
}
