import type { Selectable } from 'kysely'
import { sql } from 'kysely'
import { DomainError } from '../domain/errors.ts'
import type { PermissionEnd, PurchaseKind, PurchasePermission } from '../domain/own-purchases/purchase-permission.ts'
import type { PurchaseGrounds } from '../domain/own-purchases/verdict.ts'
import type { Transaction } from './database.ts'
import type { PurchasePermissions } from './schema.generated.ts'

/** A second living one of the same kind is refused by its index, also when two come at once. */
export async function insertPermission(trx: Transaction, permission: PurchasePermission): Promise<void> {
  const made = await trx
    .insertInto('purchase_permissions')
    .values({
      ...{ partner_id: permission.partnerId, customer_id: permission.customerId, id: permission.id, kind: permission.kind },
      ...{ created_by: permission.createdBy, created_at: permission.createdAt, ...changing(permission) },
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (made.numInsertedOrUpdatedRows !== 1n) throw new DomainError('alreadyExists', 'This kind of purchase is permitted already.', { reason: 'purchasePermissionExists' })
}

/** Writes what may change. Somebody else's change in between is refused, however it came about. */
export async function savePermission(trx: Transaction, next: PurchasePermission): Promise<PurchasePermission> {
  const { numUpdatedRows } = await trx
    .updateTable('purchase_permissions')
    .set({ ...changing(next), ended_at: next.endedAt, ended_by: next.endedBy, ended_because: next.endedBecause, version: next.version + 1 })
    .where('id', '=', next.id)
    .where('version', '=', next.version)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new DomainError('changedMeanwhile', 'The permission changed meanwhile.')
  return { ...next, version: next.version + 1 }
}

/** One of this customer that the reader may see, ended or not. */
export async function findPermission(trx: Transaction, customerId: string, id: string): Promise<PurchasePermission | undefined> {
  const row = await trx.selectFrom('purchase_permissions').select(columns).where('customer_id', '=', customerId).where('id', '=', id).executeTakeFirst()
  return row && fromRow(row)
}

/** The same, held: purchases on it and its end queue up here, which is also what counts a month's purchases one after the other. */
export async function lockPermission(trx: Transaction, customerId: string, id: string): Promise<PurchasePermission> {
  const row = await trx.selectFrom('purchase_permissions').select(columns).where('customer_id', '=', customerId).where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row) throw new DomainError('notFound', 'No such permission.')
  return fromRow(row)
}

/** The living ones between a partner and a customer, held for their end; in one order, so that two acts queue up. */
export async function lockPermissionsBetween(trx: Transaction, partnerId: string, customerId: string): Promise<PurchasePermission[]> {
  const rows = await trx.selectFrom('purchase_permissions').select(columns).where('partner_id', '=', partnerId).where('customer_id', '=', customerId).where('ended_at', 'is', null).orderBy('id').forUpdate().execute()
  return rows.map(fromRow)
}

/** All there were between the two, latest first: few, because each kind is on or off. */
export async function permissionsBetween(trx: Transaction, partnerId: string, customerId: string): Promise<PurchasePermission[]> {
  const rows = await trx.selectFrom('purchase_permissions').select(columns).where('partner_id', '=', partnerId).where('customer_id', '=', customerId).orderBy('created_at', 'desc').orderBy('id', 'desc').limit(50).execute()
  return rows.map(fromRow)
}

/** What the customer may buy itself now, by whichever partner. */
export async function livingPermissionsOf(trx: Transaction, customerId: string): Promise<PurchasePermission[]> {
  const rows = await trx.selectFrom('purchase_permissions').select(columns).where('customer_id', '=', customerId).where('ended_at', 'is', null).orderBy('created_at').orderBy('id').limit(100).execute()
  return rows.map(fromRow)
}

/** What own purchases stand on; asked by one of the two, and no owner is named. */
export async function purchaseGrounds(trx: Transaction, partnerId: string, customerId: string, now: Date): Promise<PurchaseGrounds> {
  const { rows } = await sql<{ has_plan: boolean; has_usage: boolean; has_owner: boolean }>`select * from own_purchase_grounds(${partnerId}::uuid, ${customerId}::uuid, ${now})`.execute(trx)
  return { hasPlan: rows[0]?.has_plan ?? false, hasUsage: rows[0]?.has_usage ?? false, hasOwner: rows[0]?.has_owner ?? false }
}

function changing(permission: PurchasePermission) {
  return {
    currency: permission.currency,
    most_each: permission.mostEach?.toString() ?? null,
    most_monthly: permission.mostMonthly?.toString() ?? null,
    needs_approval: permission.needsApproval,
    alerts: permission.alerts,
  }
}

const columns = [
  ...(['partner_id', 'customer_id', 'id', 'kind', 'currency', 'most_each', 'most_monthly', 'needs_approval', 'alerts'] as const),
  ...(['created_by', 'created_at', 'ended_at', 'ended_by', 'ended_because', 'version'] as const),
] as const

function fromRow(row: Pick<Selectable<PurchasePermissions>, (typeof columns)[number]>): PurchasePermission {
  return {
    ...{ partnerId: row.partner_id, customerId: row.customer_id, id: row.id, currency: row.currency, needsApproval: row.needs_approval, alerts: row.alerts },
    kind: row.kind as PurchaseKind,
    mostEach: row.most_each === null ? null : BigInt(row.most_each),
    mostMonthly: row.most_monthly === null ? null : BigInt(row.most_monthly),
    ...{ createdBy: row.created_by, createdAt: row.created_at, endedAt: row.ended_at, endedBy: row.ended_by, version: row.version },
    endedBecause: row.ended_because as PermissionEnd | null,
  }
}
