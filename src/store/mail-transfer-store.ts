import type { Transaction } from './database.ts'

export interface TransferSides {
  readonly proposerId: string
  readonly namedPartnerDomain: string
  readonly fromPartnerId: string | null
  readonly toPartnerId: string | null
  readonly customerId: string
}

/** The sides of a transfer of subscriptions, by its id. */
export async function transferSides(trx: Transaction, id: string): Promise<TransferSides | undefined> {
  const row = await trx.selectFrom('subscription_transfers').select(['proposer_id', 'named_partner_domain', 'from_partner_id', 'to_partner_id', 'customer_id']).where('id', '=', id).executeTakeFirst()
  return row && { proposerId: row.proposer_id, namedPartnerDomain: row.named_partner_domain, fromPartnerId: row.from_partner_id, toPartnerId: row.to_partner_id, customerId: row.customer_id }
}
