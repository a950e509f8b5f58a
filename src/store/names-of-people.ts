import { sql } from 'kysely'
import type { Transaction } from './database.ts'

export interface PersonName {
  readonly id: string
  /** null once erased: shown as "erased person" */
  readonly displayName: string | null
  readonly tenantId: string
  readonly tenantName: string
}

/** Who acted, by name and organization and nothing else; also people of the other side, whose rows are not to be seen. */
export async function namesOfPeople(trx: Transaction, ids: readonly string[]): Promise<ReadonlyMap<string, PersonName>> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return new Map()
  const { rows } = await sql<{ id: string; display_name: string | null; tenant_id: string; tenant_name: string }>`
    select id, display_name, tenant_id, tenant_name from names_of_people(${wanted}::uuid[])`.execute(trx)
  return new Map(rows.map((row) => [row.id, { id: row.id, displayName: row.display_name, tenantId: row.tenant_id, tenantName: row.tenant_name }]))
}

/** Who signed for one's own organization: a name that was erased is kept for the evidence, for its legal period. */
export async function namesOfSigners(trx: Transaction, ids: readonly string[]): Promise<ReadonlyMap<string, string | null>> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return new Map()
  const { rows } = await sql<{ id: string; display_name: string | null }>`select id, display_name from names_of_signers(${wanted}::uuid[])`.execute(trx)
  return new Map(rows.map((row) => [row.id, row.display_name]))
}
