import type { Environment } from '../../src/application/environment.ts'
import { composeMails } from '../../src/application/mail/compose-mails.ts'
import { performNow } from '../../src/application/perform.ts'
import { theSystem } from '../../src/domain/actor.ts'
import { sql, type TestTenant } from './world.ts'

/** Works off the letters that acts put into the queue; the queue itself is tested with the runner. */
export async function composeLetters(env: Environment): Promise<void> {
  const jobs = await sql<{ eventId: string }>(`delete from graphile_worker._private_jobs where key like 'compose:%' returning payload->>'eventId' as "eventId"`)
  for (const { eventId } of jobs) await performNow(env, composeMails, theSystem, { eventId })
}

/** What one organization was written, in the order in which it was written; then forgotten. */
export async function lettersTo(tenant: Pick<TestTenant, 'id'>): Promise<{ template: string; subject: string; body: string; recipient: string }[]> {
  return sql(`delete from mails where tenant_id = $1 returning template, subject, body, recipient`, [tenant.id])
}
