import { type Selectable, sql } from 'kysely'
import { DomainError } from '../domain/errors.ts'
import type { Transfer } from '../domain/transfers/transfer.ts'
import type { Transaction } from './database.ts'
import type { SubscriptionTransfers } from './schema.generated.ts'

/** A second open ask of the same partner for the same customer is `alreadyExists`. */
export async function insertTransfer(trx: Transaction, transfer: Transfer): Promise<void> {
  const made = await trx
    .insertInto('subscription_transfers')
    .values({
      ...{ id: transfer.id, customer_id: transfer.customerId, proposer_id: transfer.proposerId, from_partner_id: transfer.fromPartnerId, to_partner_id: transfer.toPartnerId },
      ...{ named_partner_domain: transfer.namedPartnerDomain, created_by: transfer.createdBy, created_at: transfer.createdAt },
      ...changing(transfer),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (made.numInsertedOrUpdatedRows !== 1n) throw new DomainError('transferNotPossible', 'The same was asked already.', { reason: 'transferAskedAlready' })
}

/** One that this organization takes part in and may know of; undefined where there is none. */
export async function findTransferOf(trx: Transaction, tenantId: string, id: string): Promise<Transfer | undefined> {
  const row = await own(trx, tenantId).where('id', '=', id).executeTakeFirst()
  return row && transferFromRow(row)
}

/** The same, held for the act: two that answer at once queue up here. */
export async function lockTransferOf(trx: Transaction, tenantId: string, id: string): Promise<Transfer | undefined> {
  const row = await own(trx, tenantId).where('id', '=', id).forUpdate().executeTakeFirst()
  return row && transferFromRow(row)
}

/** The open ask of this partner for this customer whose time has passed is no obstacle to a new one. */
export async function lockAsk(trx: Transaction, toPartnerId: string, { customerId, domain }: { readonly customerId: string; readonly domain: string }): Promise<Transfer | undefined> {
  const row = await trx
    .selectFrom('subscription_transfers')
    .select(transferColumns)
    .where('to_partner_id', '=', toPartnerId)
    .where('customer_id', '=', customerId)
    .where('named_partner_domain', '=', domain)
    .where('status', '=', 'asked')
    .forUpdate()
    .executeTakeFirst()
  return row && transferFromRow(row)
}

/** Those whose time has passed, of anybody; for the schedule. Others under way are skipped, not waited for. */
export async function lockDueTransfers(trx: Transaction, now: Date, most: number): Promise<Transfer[]> {
  const rows = await trx
    .selectFrom('subscription_transfers')
    .select(transferColumns)
    .where('status', 'in', ['asked', 'offered'])
    .where('expires_at', '<=', now)
    .orderBy('expires_at')
    .limit(most)
    .forUpdate()
    .skipLocked()
    .execute()
  return rows.map(transferFromRow)
}

/** Writes what may change. Somebody else's change in between is refused, however it came about. */
export async function saveTransfer(trx: Transaction, next: Transfer): Promise<Transfer> {
  const { numUpdatedRows } = await trx
    .updateTable('subscription_transfers')
    .set({ ...changing(next), version: next.version + 1 })
    .where('id', '=', next.id)
    .where('version', '=', next.version)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new DomainError('changedMeanwhile', 'The transfer changed meanwhile.')
  return { ...next, version: next.version + 1 }
}

function changing(transfer: Transfer) {
  return {
    status: transfer.status,
    stays_as_reseller: transfer.staysAsReseller,
    expires_at: transfer.expiresAt,
    offered_at: transfer.offeredAt,
    offered_by: transfer.offeredBy,
    answered_at: transfer.answeredAt,
    answered_by: transfer.answeredBy,
    answered_by_tenant: transfer.answeredByTenant,
    note: transfer.note,
  }
}

export const transferColumns = [
  ...(['id', 'customer_id', 'proposer_id', 'from_partner_id', 'to_partner_id', 'named_partner_domain', 'status', 'stays_as_reseller', 'created_by'] as const),
  ...(['created_at', 'expires_at', 'offered_at', 'offered_by', 'answered_at', 'answered_by', 'answered_by_tenant', 'note', 'version'] as const),
] as const satisfies readonly (keyof SubscriptionTransfers)[]

export function transferFromRow(row: Pick<Selectable<SubscriptionTransfers>, (typeof transferColumns)[number]>): Transfer {
  return {
    ...{ id: row.id, customerId: row.customer_id, proposerId: row.proposer_id, fromPartnerId: row.from_partner_id, toPartnerId: row.to_partner_id },
    namedPartnerDomain: row.named_partner_domain,
    status: row.status as Transfer['status'],
    staysAsReseller: row.stays_as_reseller,
    ...{ createdBy: row.created_by, createdAt: row.created_at, expiresAt: row.expires_at, offeredAt: row.offered_at, offeredBy: row.offered_by },
    ...{ answeredAt: row.answered_at, answeredBy: row.answered_by, answeredByTenant: row.answered_by_tenant, note: row.note, version: row.version },
  }
}

/** In which this organization is a side; whether a partner that was only named may know of it is the database's second lock. */
export function isSideOfTransfer(tenantId: string) {
  return sql<boolean>`(from_partner_id = ${tenantId}::uuid or to_partner_id = ${tenantId}::uuid or customer_id = ${tenantId}::uuid)`
}

function own(trx: Transaction, tenantId: string) {
  return trx.selectFrom('subscription_transfers').select(transferColumns).where(isSideOfTransfer(tenantId)).where(mayKnow(tenantId))
}

/** The first lock: whoever was only named knows of it while the customer is its own, too, or once it has moved. */
export function mayKnow(tenantId: string) {
  return sql<boolean>`(to_partner_id is distinct from ${tenantId}::uuid or proposer_id = ${tenantId}::uuid or status = 'completed'
    or exists (select from reseller_relationships r where r.partner_id = ${tenantId}::uuid and r.customer_id = subscription_transfers.customer_id and r.ended_at is null))`
}
