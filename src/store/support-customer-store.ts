import type { Transaction } from './database.ts'

/** A customer's organization that is there to be helped; undefined for any other. For the operator. */
export async function askedCustomer(trx: Transaction, id: string): Promise<{ readonly cloud: string } | undefined> {
  return trx.selectFrom('tenants').select('cloud').where('id', '=', id).where('is_customer', '=', true).where('status', '=', 'active').executeTakeFirst()
}
