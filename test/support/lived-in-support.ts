import { randomUUID } from 'node:crypto'
import type { Words } from './lived-in.ts'
import { sql, type TestPerson, type TestTenant } from './world.ts'

/** Requests that have come to the operator, with a message and a file, and a contact that was named; a second of each, so that lists go on. */
export async function aServiceRequest({ partner, customer }: { readonly partner: TestTenant; readonly customer: TestTenant }, filer: TestPerson, subscription: string, words: Words): Promise<{ serviceRequest: string; requestFile: string }> {
  const ids = [randomUUID(), randomUUID()]
  const files = [randomUUID(), randomUUID()]
  const text = (what: string) => words(what, [partner, customer])
  for (const [at, id] of ids.entries()) {
    const title = text('service request')
    await sql(
      `insert into service_requests (customer_id, id, partner_id, desk, filed_side, filed_by, severity, title, title_key, status, moved_because, opened_at, waiting_since, changed_at)
       values ($1, $2, $3, 'operator', 'customer', $4, 'moderate', $5, lower($5), 'open', 'escalated', now(), now(), now())`,
      [customer.id, id, partner.id, filer.id, title],
    )
    await sql(`insert into service_request_notes (customer_id, id, request_id, at, side, person_id, body) values ($1, $2, $3, now(), 'customer', $4, $5)`, [customer.id, randomUUID(), id, filer.id, text('service request note')])
    await sql(
      `insert into service_request_files (customer_id, id, request_id, at, side, person_id, name, media_type, size, sha256, content) values ($1, $2, $3, now(), 'customer', $4, $5, 'text/plain', 4, $6, 'hola')`,
      [customer.id, files[at], id, filer.id, `${text('service request file')}.txt`, 'a'.repeat(64)],
    )
  }
  await sql('insert into support_contacts (partner_id, customer_id, subscription_id, changed_at, changed_by, version) values ($1, $2, $3, now(), $4, 2)', [partner.id, customer.id, subscription, (await partner.person('adminAgent')).id])
  return { serviceRequest: ids[0]!, requestFile: files[0]! }
}
