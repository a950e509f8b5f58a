import type { Transaction } from './database.ts'

/** How this partner's requests name whom they ask, by their id; a request that names nobody is left out. */
export async function namesOfAskedCustomers(trx: Transaction, partnerId: string, requestIds: readonly string[]): Promise<Map<string, string>> {
  if (requestIds.length === 0) return new Map()
  const rows = await trx
    .selectFrom('relationship_requests')
    .select(['id', 'named_company', 'named_domain'])
    .where('partner_id', '=', partnerId)
    .where('id', 'in', [...new Set(requestIds)])
    .execute()
  return new Map(rows.flatMap(({ id, named_company, named_domain }) => (named_company ?? named_domain ? [[id, (named_company ?? named_domain)!] as const] : [])))
}
