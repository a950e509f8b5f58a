import { randomUUID } from 'node:crypto'
import type { Answer, TestServer } from './server.ts'
import { sql, type TestPerson, type TestTenant } from './world.ts'

/** What the pages of a hand-over do, for each of the three. */
export function handOverActs(server: TestServer) {
  const read = (who: TestPerson, id: string, language = 'en') => server.ask(who, 'GET', `/hand-overs/${id}`, { language })
  return {
    read,
    give: (who: TestPerson, customer: TestTenant, to: { readonly domain: string }) => server.ask(who, 'POST', '/hand-overs', { body: { customerId: customer.id, partnerDomain: to.domain } }),
    take: (who: TestPerson, customer: { readonly domain: string }, from: { readonly domain: string }, body: object = {}) =>
      server.ask(who, 'POST', '/hand-overs', { body: { customerDomain: customer.domain, partnerDomain: from.domain, ...body } }),
    agree: (who: TestPerson, id: string, body: object = {}): Promise<Answer> => server.ask(who, 'POST', `/hand-overs/${id}/agreement`, { body }),
    async accept(who: TestPerson, id: string, ask: { key?: string; authenticatedAt?: Date } = {}): Promise<Answer> {
      const { versionShown } = (await read(who, id)).body
      return server.ask(who, 'POST', `/hand-overs/${id}/acceptance`, { body: { versionShown: versionShown ?? 1 }, ...ask })
    },
    decline: (who: TestPerson, id: string, note?: string) => server.ask(who, 'POST', `/hand-overs/${id}/decline`, { body: note === undefined ? {} : { note } }),
    withdraw: (who: TestPerson, id: string) => server.ask(who, 'POST', `/hand-overs/${id}/withdrawal`, { body: {} }),
  }
}

/** A hand-over as it stands when both partners have agreed; given, not lived through. */
export async function anAgreedHandOver(from: TestTenant, to: TestTenant, customer: TestTenant, { services = [] }: { services?: string[] } = {}): Promise<string> {
  const id = randomUUID()
  const [giver, taker] = [await from.person('adminAgent'), await to.person('adminAgent')]
  await sql(
    `insert into hand_overs (id, proposer_id, from_partner_id, to_partner_id, named_partner_domain, customer_domain, customer_id, customer_name, customer_country, services, status, created_by, created_at, expires_at, agreed_at, agreed_by)
     values ($1, $2, $2, $3, $4, $5, $6, $7, $8, $9, 'agreed', $10, now() - interval '2 days', now() + interval '28 days', now() - interval '1 day', $11)`,
    [id, from.id, to.id, to.domain, customer.domain, customer.id, customer.name, customer.country, services, giver.id, taker.id],
  )
  return id
}

/** The customer's own signature, so that nothing is left to sign. */
export async function hasSigned(customer: TestTenant, versionId: string): Promise<void> {
  const admin = await customer.person('globalAdministrator')
  await sql(
    `insert into signatures (customer_id, id, version_id, language, sha256, person_id, role, signed_at, authenticated_by)
     select $1, $2, $3, 'es', sha256, $4, 'globalAdministrator', now(), '{pwd}' from agreement_texts where version_id = $3 and language = 'es'`,
    [customer.id, randomUUID(), versionId, admin.id],
  )
}

/** Who is a partner of this customer now, and on which services. */
export async function partnersOf(customer: TestTenant): Promise<{ partners: string[]; grants: { partner: string; service: string }[]; lists: string[] }> {
  const partners = await sql<{ partner_id: string }>('select partner_id from reseller_relationships where customer_id = $1 and ended_at is null order by partner_id', [customer.id])
  const grants = await sql<{ partner_id: string; service: string }>('select partner_id, service from delegated_admin_privileges where customer_id = $1 and ended_at is null order by partner_id, service', [customer.id])
  const lists = await sql<{ partner_id: string }>('select partner_id from customer_accounts where customer_id = $1 and ended_at is null order by partner_id', [customer.id])
  return { partners: partners.map((row) => row.partner_id), grants: grants.map((row) => ({ partner: row.partner_id, service: row.service })), lists: lists.map((row) => row.partner_id) }
}
