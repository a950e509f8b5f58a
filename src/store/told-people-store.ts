import { sql } from 'kysely'
import type { Transaction } from './database.ts'

/** Somebody who can be told in the portal; a mail asks for a confirmed address besides. */
export interface ToldPerson {
  readonly personId: string
  readonly tenantId: string
  readonly roles: readonly string[]
}

/** Most people told of one event in one organization: what an act costs is bounded, whatever the size of the organization. */
const mostTold = 100

/** Active people with one of the roles. */
export async function peopleWithRole(trx: Transaction, tenantId: string, roles: readonly string[]): Promise<ToldPerson[]> {
  const rows = await active(trx).where('tenant_id', '=', tenantId).where(sql<boolean>`roles && ${[...roles]}::text[]`).orderBy('created_at').orderBy('id').limit(mostTold).execute()
  return rows.map(fromRow)
}

/** Somebody by id, as long as they are active. */
export async function activePerson(trx: Transaction, personId: string): Promise<ToldPerson | undefined> {
  const row = await active(trx).where('id', '=', personId).executeTakeFirst()
  return row && fromRow(row)
}

function active(trx: Transaction) {
  return trx.selectFrom('people').select(['id', 'tenant_id', 'roles']).where('status', '=', 'active')
}

function fromRow(row: { id: string; tenant_id: string; roles: string[] }): ToldPerson {
  return { personId: row.id, tenantId: row.tenant_id, roles: row.roles }
}
