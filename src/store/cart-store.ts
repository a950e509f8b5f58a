import { type Selectable, sql } from 'kysely'
import type { Cart, CartLine } from '../domain/carts/cart.ts'
import { DomainError } from '../domain/errors.ts'
import type { Transaction } from './database.ts'
import type { CustomerCarts } from './schema.generated.ts'

/** Whose cart: always this partner's, for this customer. */
export interface CartPlace {
  readonly partnerId: string
  readonly customerId: string
}

const columns = [
  ...(['partner_id', 'customer_id', 'id', 'status', 'lines', 'order_id', 'created_by', 'created_at', 'changed_by', 'changed_at', 'expires_at', 'version'] as const),
] as const satisfies readonly (keyof CustomerCarts)[]

export async function insertCart(trx: Transaction, cart: Cart): Promise<void> {
  await trx
    .insertInto('customer_carts')
    .values({ partner_id: cart.partnerId, customer_id: cart.customerId, id: cart.id, created_by: cart.createdBy, created_at: cart.createdAt, ...changing(cart) })
    .execute()
}

/** One new cart at a time in this place: two at once would each count without the other. */
export async function lockCarts(trx: Transaction, { partnerId, customerId }: CartPlace): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`carts ${partnerId} ${customerId}`}, 0))`.execute(trx)
}

export async function findCart(trx: Transaction, place: CartPlace, id: string): Promise<Cart | undefined> {
  const row = await at(trx, place).where('id', '=', id).executeTakeFirst()
  return row && fromRow(row)
}

/** The same, held for the act: two that order it at once queue up here. */
export async function lockCart(trx: Transaction, place: CartPlace, id: string): Promise<Cart | undefined> {
  const row = await at(trx, place).where('id', '=', id).forUpdate().executeTakeFirst()
  return row && fromRow(row)
}

/** Those that are open at this moment, the one changed last first. */
export async function openCarts(trx: Transaction, place: CartPlace, { now, most }: { readonly now: Date; readonly most: number }): Promise<Cart[]> {
  const rows = await at(trx, place).where('status', '=', 'active').where('expires_at', '>', now).orderBy('changed_at', 'desc').orderBy('id', 'desc').limit(most).execute()
  return rows.map(fromRow)
}

/** Only where nobody changed it since it was read. */
export async function saveCart(trx: Transaction, cart: Cart): Promise<Cart> {
  const version = cart.version + 1
  const { numUpdatedRows } = await trx
    .updateTable('customer_carts')
    .set({ ...changing(cart), version })
    .where('partner_id', '=', cart.partnerId)
    .where('customer_id', '=', cart.customerId)
    .where('id', '=', cart.id)
    .where('version', '=', cart.version)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new DomainError('changedMeanwhile', 'The cart changed meanwhile.')
  return { ...cart, version }
}

/** A remark of ours about its lines, no change of them: whoever has it open goes on. Gone or changed ones are left alone. */
export async function noteRefusals(trx: Transaction, cart: Cart): Promise<void> {
  await trx
    .updateTable('customer_carts')
    .set({ lines: JSON.stringify(cart.lines) })
    .where('partner_id', '=', cart.partnerId)
    .where('customer_id', '=', cart.customerId)
    .where('id', '=', cart.id)
    .where('version', '=', cart.version)
    .where('status', '=', 'active')
    .execute()
}

export async function deleteCart(trx: Transaction, cart: Cart): Promise<void> {
  await trx.deleteFrom('customer_carts').where('partner_id', '=', cart.partnerId).where('customer_id', '=', cart.customerId).where('id', '=', cart.id).execute()
}

/** Those whose time has passed, of anybody; for the schedule. Others under way are skipped, not waited for. */
export async function takeDueCarts(trx: Transaction, now: Date, most: number): Promise<Cart[]> {
  const rows = await trx.selectFrom('customer_carts').select(columns).where('status', '=', 'active').where('expires_at', '<=', now).orderBy('expires_at').limit(most).forUpdate().skipLocked().execute()
  if (rows.length > 0) await trx.deleteFrom('customer_carts').where('id', 'in', rows.map(({ id }) => id)).execute()
  return rows.map(fromRow)
}

function at(trx: Transaction, { partnerId, customerId }: CartPlace) {
  return trx.selectFrom('customer_carts').select(columns).where('partner_id', '=', partnerId).where('customer_id', '=', customerId)
}

function changing(cart: Cart) {
  return { status: cart.status, lines: JSON.stringify(cart.lines), order_id: cart.orderId, changed_by: cart.changedBy, changed_at: cart.changedAt, expires_at: cart.expiresAt }
}

function fromRow(row: Pick<Selectable<CustomerCarts>, (typeof columns)[number]>): Cart {
  return {
    ...{ partnerId: row.partner_id, customerId: row.customer_id, id: row.id, status: row.status as Cart['status'], lines: row.lines as unknown as CartLine[], orderId: row.order_id },
    ...{ createdBy: row.created_by, createdAt: row.created_at, changedBy: row.changed_by, changedAt: row.changed_at, expiresAt: row.expires_at, version: row.version },
  }
}
