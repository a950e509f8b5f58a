import { sql } from 'kysely'
import type { Subscription } from '../domain/subscriptions/subscription.ts'
import type { Transaction } from './database.ts'
import { subscriptionColumns, subscriptionFromRow } from './subscription-store.ts'

/** What moves, as it was when it was offered, or moved. */
export interface StoredItem {
  readonly subscriptionId: string
  readonly isAddOn: boolean
  readonly offerName: { readonly en: string; readonly es: string }
  readonly quantity: number
  readonly currency: string
  /** what the old seller was given back and the new one paid; null before it moved */
  readonly amount: bigint | null
}

/** Bases are open until the transfer is answered; the database lets there be one open transfer of each. */
export async function insertItems(trx: Transaction, transferId: string, bases: readonly Subscription[]): Promise<void> {
  for (const base of bases) {
    await trx
      .insertInto('subscription_transfer_items')
      .values({ transfer_id: transferId, subscription_id: base.id, is_add_on: false, offer_name_en: base.offerName.en, offer_name_es: base.offerName.es, quantity: base.quantity, currency: base.currency, is_open: true })
      .execute()
  }
}

export async function itemsOfTransfer(trx: Transaction, transferId: string): Promise<StoredItem[]> {
  const rows = await trx
    .selectFrom('subscription_transfer_items')
    .select(['subscription_id', 'is_add_on', 'offer_name_en', 'offer_name_es', 'quantity', 'currency', 'amount'])
    .where('transfer_id', '=', transferId)
    .orderBy('is_add_on')
    .orderBy('subscription_id')
    .execute()
  return rows.map((row) => ({
    subscriptionId: row.subscription_id,
    isAddOn: row.is_add_on,
    offerName: { en: row.offer_name_en, es: row.offer_name_es },
    ...{ quantity: row.quantity, currency: row.currency, amount: row.amount === null ? null : BigInt(row.amount) },
  }))
}

/** It was answered, or its time has passed: its subscriptions may be offered again. */
export async function closeItems(trx: Transaction, transferId: string): Promise<void> {
  await trx.updateTable('subscription_transfer_items').set({ is_open: false }).where('transfer_id', '=', transferId).execute()
}

/** One of them moved, with what it was then; an add-on rides along and has its line from here on. */
export async function keepMoved(trx: Transaction, transferId: string, moved: Subscription, amount: bigint): Promise<void> {
  const as = { quantity: moved.quantity, amount: amount.toString(), is_open: false }
  await trx
    .insertInto('subscription_transfer_items')
    .values({ transfer_id: transferId, subscription_id: moved.id, is_add_on: moved.parentId !== null, offer_name_en: moved.offerName.en, offer_name_es: moved.offerName.es, currency: moved.currency, ...as })
    .onConflict((conflict) => conflict.columns(['transfer_id', 'subscription_id']).doUpdateSet(as))
    .execute()
}

/** Which of these, or the bases of these, are offered in a transfer that still waits. Asked under the lock on them. */
export async function offeredNow(trx: Transaction, subscriptionIds: readonly string[], now: Date, except?: string): Promise<ReadonlySet<string>> {
  if (subscriptionIds.length === 0) return new Set()
  const rows = await trx
    .selectFrom('subscription_transfer_items as item')
    .innerJoin('subscription_transfers as transfer', 'transfer.id', 'item.transfer_id')
    .select('item.subscription_id')
    .where('item.subscription_id', 'in', [...subscriptionIds])
    .where('item.is_open', '=', true)
    .where('transfer.expires_at', '>', now)
    .where('transfer.id', 'is distinct from', except ?? null)
    .execute()
  return new Set(rows.map(({ subscription_id: id }) => id))
}

/** Which of these are to become another offer that waits to be provisioned: they end when it is there. */
export async function convertingNow(trx: Transaction, subscriptionIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (subscriptionIds.length === 0) return new Set()
  const rows = await trx.selectFrom('subscriptions').select('replaces_id').where('replaces_id', 'in', [...subscriptionIds]).where('status', '=', 'pending').execute()
  return new Set(rows.map(({ replaces_id: id }) => id!))
}

/** Open items of these by the record, whose time has passed: their transfers are written off before the next. */
export async function lateTransfersOf(trx: Transaction, subscriptionIds: readonly string[], now: Date): Promise<string[]> {
  if (subscriptionIds.length === 0) return []
  const rows = await trx
    .selectFrom('subscription_transfer_items as item')
    .innerJoin('subscription_transfers as transfer', 'transfer.id', 'item.transfer_id')
    .select('transfer.id')
    .distinct()
    .where('item.subscription_id', 'in', [...subscriptionIds])
    .where('item.is_open', '=', true)
    .where('transfer.expires_at', '<=', now)
    .execute()
  return rows.map(({ id }) => id)
}

/** The bases with all that lives on them, of one seller; with `hold` in one order, so that two acts queue up. */
export async function basesWithAddOns(trx: Transaction, { customerId, partnerId }: { readonly customerId: string; readonly partnerId: string }, ids: readonly string[] | 'all', how: { readonly hold: boolean }): Promise<Subscription[]> {
  let query = trx
    .selectFrom('subscriptions')
    .select(subscriptionColumns)
    .where('customer_id', '=', customerId)
    .where('partner_id', '=', partnerId)
    .where((or) => or.or([sql<boolean>`${ids === 'all'}`, ...(ids === 'all' || ids.length === 0 ? [] : [or('id', 'in', [...ids]), or('parent_id', 'in', [...ids])])]))
    .where((or) => or.or([or('status', '<>', 'deleted'), ...(ids === 'all' || ids.length === 0 ? [] : [or('id', 'in', [...ids])])]))
    .orderBy('id')
  if (how.hold) query = query.forUpdate()
  return (await query.execute()).map(subscriptionFromRow)
}
