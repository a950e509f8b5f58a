import type { Transaction } from './database.ts'

/** What organizations are called, by id, as far as the transaction may see them. */
export async function namesOfTenants(trx: Transaction, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids)]
  const rows = wanted.length === 0 ? [] : await trx.selectFrom('tenants').select(['id', 'name']).where('id', 'in', wanted).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
