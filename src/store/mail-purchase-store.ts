import type { Transaction } from './database.ts'

export interface MailPurchase {
  readonly partnerId: string
  readonly customerId: string
  readonly askedBy: string
  readonly offerName: { readonly en: string; readonly es: string }
  readonly quantity: number
  readonly note: string | null
}

/** What the letters about an own purchase say of it, by its id. */
export async function mailPurchase(trx: Transaction, id: string): Promise<MailPurchase | undefined> {
  const row = await trx.selectFrom('own_purchases').select(['partner_id', 'customer_id', 'asked_by', 'offer_name_en', 'offer_name_es', 'quantity', 'note']).where('id', '=', id).executeTakeFirst()
  return row && { partnerId: row.partner_id, customerId: row.customer_id, askedBy: row.asked_by, offerName: { en: row.offer_name_en, es: row.offer_name_es }, quantity: row.quantity, note: row.note }
}
