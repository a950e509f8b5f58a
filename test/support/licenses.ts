import { randomUUID } from 'node:crypto'
import { aBuyer, anActive, attested, items, lineOf } from './catalogue.ts'
import type { Answer, TestServer } from './server.ts'
import { aPartner, aRelationship, sql, type TestPerson, type TestTenant } from './world.ts'

export const office = 'NIMBUS-OFFICE:BUSINESS'
export const basic = 'NIMBUS-OFFICE:BASIC'

export interface Licensed {
  readonly partner: TestTenant
  readonly customer: TestTenant
  readonly agent: TestPerson
  readonly administrator: TestPerson
  /** in front of what is about the customer's people, for the partner */
  readonly base: string
}

/** A customer with seats that its partner sold, and privileges on its directory. */
export async function aLicensed(server: TestServer, operator: TestPerson, seats: number, catalogItemId: string = items.office): Promise<Licensed & { readonly path: string }> {
  const { partner, customer, agent } = await aBuyer({ services: ['office365'] })
  const { path } = await anActive(server, { agent, customer, operator, line: lineOf(catalogItemId, { quantity: seats }) })
  return { partner, customer, agent, administrator: await customer.person('globalAdministrator'), base: `/customers/${customer.id}`, path }
}

/** Somebody of the customer who works in Spain. */
export async function aUser(customer: TestTenant, usageLocation: string | null = 'ES'): Promise<TestPerson> {
  return (await users(customer, 1, usageLocation))[0]!
}

/** So many at once, in the order of their names. */
export async function users(customer: TestTenant, count: number, usageLocation: string | null = 'ES'): Promise<TestPerson[]> {
  const made = Array.from({ length: count }, (_, place): TestPerson => {
    const id = randomUUID()
    return { id, tenantId: customer.id, userPrincipalName: `u${id.slice(0, 13)}@${customer.domain}`, displayName: `Usuaria ${String(place).padStart(5, '0')} ${id.slice(0, 4)}`, roles: [] }
  })
  await sql(
    `insert into people (tenant_id, id, user_principal_name, user_principal_name_key, display_name, usage_location, status, roles, created_at)
     select $1, id, name, name, shown, $5, 'active', '{}', now() from unnest($2::uuid[], $3::text[], $4::text[]) as given (id, name, shown)`,
    [customer.id, made.map(({ id }) => id), made.map(({ userPrincipalName }) => userPrincipalName), made.map(({ displayName }) => displayName), usageLocation],
  )
  return made
}

export const assign = (server: TestServer, who: TestPerson, base: string, { id }: { readonly id: string }, sku: string = office, more: object = {}): Promise<Answer> =>
  server.ask(who, 'POST', `${base}/people/${id}/license-changes`, { body: { licenses: [{ sku, act: 'assign', ...more }] } })

export const takeAway = (server: TestServer, who: TestPerson, base: string, { id }: { readonly id: string }, sku: string = office): Promise<Answer> =>
  server.ask(who, 'POST', `${base}/people/${id}/license-changes`, { body: { licenses: [{ sku, act: 'remove' }] } })

export async function unitsOf(server: TestServer, who: TestPerson, base: string, sku: string = office): Promise<Record<string, number> & { status?: string }> {
  const { body } = await server.ask(who, 'GET', `${base}/subscribed-skus`)
  const found = body.items.find((one: { sku: string }) => one.sku === sku)
  return found && { ...found.units, status: found.capabilityStatus }
}

/** Another partner of the same customer, which sold seats of its own. */
export async function anotherSeller(server: TestServer, operator: TestPerson, customer: TestTenant, seats: number): Promise<{ partner: TestTenant; agent: TestPerson; path: string }> {
  const partner = await aPartner()
  await aRelationship(partner, customer, { services: [] })
  await attested(partner, customer)
  const agent = await partner.person('adminAgent')
  const { path } = await anActive(server, { agent, customer, operator, line: lineOf(items.office, { quantity: seats }) })
  return { partner, agent, path }
}
