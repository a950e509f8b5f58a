import { demoCatalogueFile } from '../../src/demo/catalogue.ts'
import type { Answer, TestServer } from './server.ts'
import { aCustomer, aPartner, aRelationship, anOperator, type PartnerWishes, sql, type TenantWishes, type TestPerson, type TestTenant } from './world.ts'

/** Offers of the demo's catalogue, by what they are good for in a test. */
export const items = {
  /** 10.50 a month on a yearly term, 1 to 300 seats */
  office: 'NIMBUS-OFFICE:BUSINESS:EUROPE1',
  basic: 'NIMBUS-OFFICE:BASIC:EUROPE1',
  trial: 'NIMBUS-OFFICE:BUSINESS-TRIAL:EUROPE1',
  archive: 'NIMBUS-ARCHIVE:MAIL:EUROPE1',
  classic: 'NIMBUS-CLASSIC:E1:EUROPE1',
  marketplace: 'CIRRUS-DESK:TEAM:EUROPE1',
  /** a plan under which usage subscriptions are provisioned; monthly, and costs nothing itself */
  usage: 'CUMULUS:PLAN:EUROPE1',
} as const

export const lineOf = (catalogItemId: string, more: object = {}) => ({ catalogItemId, term: 'P1Y', billingCycle: 'monthly', quantity: 10, ...more })

/** The operator that brought the demo's catalogue; the file stands in the way of nothing else. */
export async function aCatalogue(server: TestServer): Promise<TestPerson> {
  const operator = await anOperator()
  const { status, body } = await server.ask(operator, 'POST', '/operator/catalogue-file', { body: { text: demoCatalogueFile(), isDryRun: false } })
  if (status !== 200 || body.counts.refused > 0) throw new Error(`the demo's catalogue was refused: ${JSON.stringify(body).slice(0, 500)}`)
  return operator
}

/** A partner with a customer that may buy: related, and nothing to sign first. */
export async function aBuyer(wishes: { partner?: PartnerWishes; customer?: TenantWishes; services?: string[] } = {}): Promise<{ partner: TestTenant; customer: TestTenant; agent: TestPerson }> {
  const partner = await aPartner(wishes.partner)
  const customer = await aCustomer({ ...(wishes.partner?.cloud && { cloud: wishes.partner.cloud }), ...wishes.customer })
  await aRelationship(partner, customer, { services: wishes.services ?? [] })
  await attested(partner, customer)
  return { partner, customer, agent: await partner.person('adminAgent') }
}

/** The customer's agreement, as this partner attests it, where there is one to attest. */
export async function attested(partner: TestTenant, customer: TestTenant): Promise<void> {
  const agent = await partner.person('adminAgent')
  await sql(
    `insert into attestations (partner_id, customer_id, id, version_id, first_name, last_name, mail, agreed_on, attested_at, attested_by)
     select $1, $2, gen_random_uuid(), v.id, 'Ana', 'Ejemplo', 'ana@example.com', current_date, now(), $3 from agreement_versions v where v.cloud = $4 and v.country is null order by v.number desc limit 1`,
    [partner.id, customer.id, agent.id, customer.cloud],
  )
}

export const place = (server: TestServer, who: TestPerson, customer: TestTenant, lines: object[], more: object = {}): Promise<Answer> =>
  server.ask(who, 'POST', `/customers/${customer.id}/orders`, { body: { lines, ...more } })

/** Ordered and provisioned: gives the address of the subscription. */
export async function anActive(server: TestServer, { agent, customer, operator, line }: { agent: TestPerson; customer: TestTenant; operator: TestPerson; line: object }): Promise<{ id: string; path: string }> {
  const { body } = await place(server, agent, customer, [line])
  const id = body.subscriptions[0].subscriptionId as string
  await server.ask(operator, 'POST', `/operator/provisioning/${id}/fulfilment`)
  return { id, path: `/customers/${customer.id}/subscriptions/${id}` }
}
