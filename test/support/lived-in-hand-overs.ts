import { randomUUID } from 'node:crypto'
import type { Words } from './lived-in.ts'
import { sql, type TestPerson, type TestTenant } from './world.ts'

/** What a partner proposed to somebody who never answered; a second one, so that the list goes on. */
export async function aHandOver(proposer: TestTenant, asker: TestPerson, words: Words): Promise<string> {
  const ids = [randomUUID(), randomUUID()]
  for (const id of ids) {
    await sql(
      `insert into hand_overs (id, proposer_id, to_partner_id, named_partner_domain, customer_domain, note, status, created_by, created_at, expires_at)
       values ($1, $2, $2, $3, $4, $5, 'proposed', $6, now(), now() + interval '30 days')`,
      [id, proposer.id, words('hand-over partner', [proposer]), words('hand-over customer', [proposer]), words('hand-over note', [proposer]), asker.id],
    )
  }
  return ids[0]!
}
