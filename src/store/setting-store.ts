import { sql } from 'kysely'
import type { Transaction } from './database.ts'
import { hasOperator, readSetting } from './installation-store.ts'
import { enterInstallation } from './tenant-store.ts'

/**
 * Uses the set-up code up, in one statement: of two who hold it one takes the row and the other finds none.
 * Asked in the scope of the installation (`enterInstallation`).
 */
export async function consumeSetUpCode(trx: Transaction, sha256: string): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('settings')
    .where('name', '=', 'setUpCode')
    .where(sql<boolean>`value ->> 'sha256' = ${sha256}`)
    .executeTakeFirst()
  return numDeletedRows === 1n
}

/** Whether somebody runs this installation. A code on offer says no; only beside one is anybody looked for. */
export async function isSetUp(trx: Transaction): Promise<boolean> {
  if (!(await readSetting(trx, 'setUpCode'))) return true
  const { rows } = await sql<{ scope: string }>`select current_setting('app.scope') as scope`.execute(trx)
  await enterInstallation(trx)
  const answer = await hasOperator(trx)
  await sql`select set_config('app.scope', ${rows[0]!.scope}, true)`.execute(trx)
  return answer
}
