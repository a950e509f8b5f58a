import { randomUUID } from 'node:crypto'
import { seal } from '../../src/security/seal.ts'
import { testKeyRing } from './environment.ts'
import type { Words } from './lived-in.ts'
import { livedInProduct } from './lived-in-subscriptions.ts'
import { sql, type TestPerson, type TestTenant } from './world.ts'

/**
 * A file of users that was looked at, with a row in each state; and what a partner began for a customer is licenses, which all of its
 * roles that may begin such work may go on with. A second job, so that the list goes on. Gives the first.
 */
export async function aPeopleJob(owner: TestTenant, tenantId: string, { partner, asker, words }: { partner: TestTenant | null; asker: TestPerson; words: Words }): Promise<string> {
  const ids = [randomUUID(), randomUUID()]
  for (const id of ids) {
    await sql(
      `insert into people_jobs (tenant_id, id, kind, partner_id, status, row_count, created_by, created_at, acting_id) values ($1, $2, $3, $4, $5, 2, $6, now(), $6)`,
      [tenantId, id, partner ? 'licenses' : 'upload', partner?.id ?? null, partner ? 'paused' : 'checked', asker.id],
    )
    for (const [line, state] of [[2, 'waiting'], [3, 'refused']] as const) {
      await sql('insert into people_job_rows (tenant_id, job_id, line, stated, state) values ($1, $2, $3, $4, $5)', [
        tenantId, id, line, JSON.stringify({ userPrincipalName: `u${line}@${owner.domain}`, displayName: words('a user of a file', partner ? [partner, owner] : [owner]), firstName: '', lastName: '', usageLocation: '', mail: '' }), state,
      ])
    }
  }
  return ids[0]!
}

/** A license of somebody, and a password that waits to be taken. */
export async function licensesOf(customer: TestTenant, person: TestPerson, by: TestPerson): Promise<void> {
  await sql("insert into user_licenses (tenant_id, person_id, cloud, product_id, sku_id, assigned_at, assigned_by) values ($1, $2, $3, $4, 'ONE', now(), $5) on conflict do nothing", [customer.id, person.id, customer.cloud, livedInProduct, by.id])
  const job = randomUUID()
  await sql("insert into people_jobs (tenant_id, id, kind, status, row_count, created_by, created_at, acting_id) values ($1, $2, 'upload', 'done', 0, $3, now(), $3)", [customer.id, job, person.id])
  await sql("insert into issued_passwords (tenant_id, person_id, job_id, sealed, expires_at) values ($1, $2, $3, $4, now() + interval '7 days') on conflict do nothing", [customer.id, person.id, job, seal(testKeyRing, 'issuedPassword', person.id, 'AAAAA-BBBBB-CCCCC-DDDDD')])
}
