import type { Transaction } from './database.ts'

/** What letters and notifications say of a service request. */
export interface MailServiceRequest {
  readonly customerId: string
  readonly partnerId: string | null
  readonly filedBy: string
  readonly title: string
}

export async function mailServiceRequest(trx: Transaction, id: string): Promise<MailServiceRequest | undefined> {
  const row = await trx.selectFrom('service_requests').select(['customer_id', 'partner_id', 'filed_by', 'title']).where('id', '=', id).executeTakeFirst()
  return row && { customerId: row.customer_id, partnerId: row.partner_id, filedBy: row.filed_by, title: row.title }
}

export async function customerOfSubscription(trx: Transaction, id: string): Promise<string | null> {
  return (await trx.selectFrom('subscriptions').select('customer_id').where('id', '=', id).executeTakeFirst())?.customer_id ?? null
}
