import type { Transaction } from './database.ts'

/** A partner that something from outside is handed to, if it is active; for the operator. */
export async function activePartner(trx: Transaction, id: string): Promise<{ readonly name: string; readonly cloud: string; readonly timeZone: string } | undefined> {
  const row = await trx
    .selectFrom('partner_profiles as p')
    .innerJoin('tenants as t', 't.id', 'p.tenant_id')
    .select(['t.name', 't.cloud', 't.time_zone'])
    .where('p.tenant_id', '=', id)
    .where('p.status', '=', 'active')
    .where('t.status', '=', 'active')
    .executeTakeFirst()
  return row && { name: row.name, cloud: row.cloud, timeZone: row.time_zone }
}
