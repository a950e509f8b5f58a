import type { Selectable } from 'kysely'
import { DomainError } from '../domain/errors.ts'
import type { Transaction } from './database.ts'
import type { ResellerRelationships } from './schema.generated.ts'

export type RelationshipChannel = 'direct' | 'indirectReseller' | 'indirectProvider'
export type RelationshipOrigin = 'request' | 'partnerLink' | 'import' | 'creation' | 'extension' | 'handOver'

/** The commercial tie between one partner and one customer in one channel (D.2); ended ones stay as history. */
export interface ResellerRelationship {
  readonly id: string
  readonly partnerId: string
  readonly customerId: string
  readonly channel: RelationshipChannel
  readonly startedAt: Date
  readonly requestId: string | null
  readonly signatureId: string | null
  readonly origin: RelationshipOrigin
  readonly endedAt: Date | null
  readonly endedBy: string | null
  readonly endReason: string | null
  /** of the good-faith statement that the remover saw [S1.49-50] */
  readonly endStatementSha256: Buffer | null
  readonly version: number
}

/** A second active relationship of the same partner, customer and channel is refused by the database (alreadyExists). */
export async function insertRelationship(
  trx: Transaction,
  relationship: Omit<ResellerRelationship, 'endedAt' | 'endedBy' | 'endReason' | 'endStatementSha256' | 'version'>,
): Promise<void> {
  await trx
    .insertInto('reseller_relationships')
    .values({
      partner_id: relationship.partnerId,
      customer_id: relationship.customerId,
      id: relationship.id,
      channel: relationship.channel,
      started_at: relationship.startedAt,
      request_id: relationship.requestId,
      signature_id: relationship.signatureId,
      origin: relationship.origin,
    })
    .execute()
}

/** The active relationships of one partner with one customer, held for the act; one row per channel. */
export async function lockActiveRelationships(trx: Transaction, partnerId: string, customerId: string): Promise<ResellerRelationship[]> {
  const rows = await between(trx, partnerId, customerId).where('ended_at', 'is', null).orderBy('id').forUpdate().execute()
  return rows.map(relationshipFromRow)
}

/** All relationships there are or were, latest first. */
export async function relationshipsBetween(trx: Transaction, partnerId: string, customerId: string): Promise<ResellerRelationship[]> {
  const rows = await between(trx, partnerId, customerId).orderBy('started_at', 'desc').orderBy('id', 'desc').execute()
  return rows.map(relationshipFromRow)
}

/** Every partner this customer has or had, latest first per partner; for the customer's own page. */
export async function relationshipsOfCustomer(trx: Transaction, customerId: string): Promise<ResellerRelationship[]> {
  const rows = await trx
    .selectFrom('reseller_relationships')
    .select(relationshipColumns)
    .where('customer_id', '=', customerId)
    .orderBy('partner_id')
    .orderBy('started_at', 'desc')
    .execute()
  return rows.map(relationshipFromRow)
}

export interface RelationshipEnd {
  readonly at: Date
  readonly by: string
  readonly reason: string | null
  readonly statementSha256: Buffer | null
}

/** Ends one relationship that the transaction holds. */
export async function endRelationship(trx: Transaction, relationship: ResellerRelationship, end: RelationshipEnd): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable('reseller_relationships')
    .set({
      ended_at: end.at,
      ended_by: end.by,
      end_reason: end.reason,
      end_statement_sha256: end.statementSha256,
      version: relationship.version + 1,
    })
    .where('partner_id', '=', relationship.partnerId)
    .where('customer_id', '=', relationship.customerId)
    .where('id', '=', relationship.id)
    .where('version', '=', relationship.version)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new DomainError('changedMeanwhile', 'The relationship changed meanwhile.')
}

const relationshipColumns = [
  'id',
  'partner_id',
  'customer_id',
  'channel',
  'started_at',
  'request_id',
  'signature_id',
  'origin',
  'ended_at',
  'ended_by',
  'end_reason',
  'end_statement_sha256',
  'version',
] as const satisfies readonly (keyof ResellerRelationships)[]

function between(trx: Transaction, partnerId: string, customerId: string) {
  return trx
    .selectFrom('reseller_relationships')
    .select(relationshipColumns)
    .where('partner_id', '=', partnerId)
    .where('customer_id', '=', customerId)
}

function relationshipFromRow(row: Pick<Selectable<ResellerRelationships>, (typeof relationshipColumns)[number]>): ResellerRelationship {
  return {
    id: row.id,
    partnerId: row.partner_id,
    customerId: row.customer_id,
    channel: row.channel as RelationshipChannel,
    startedAt: row.started_at,
    requestId: row.request_id,
    signatureId: row.signature_id,
    origin: row.origin as RelationshipOrigin,
    endedAt: row.ended_at,
    endedBy: row.ended_by,
    endReason: row.end_reason,
    endStatementSha256: row.end_statement_sha256,
    version: row.version,
  }
}
