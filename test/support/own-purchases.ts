import { aBuyer, anActive, items, lineOf } from './catalogue.ts'
import type { TestServer } from './server.ts'
import type { TestPerson, TestTenant } from './world.ts'

/** What a customer may be allowed to buy itself, of the demo's catalogue: 62.40 a month for a year. */
export const reserved = { catalogItemId: 'CUMULUS-SERVER:M4:EUROPE1', term: 'P1Y', billingCycle: 'monthly', quantity: 1 } as const
export const savings = { catalogItemId: 'CUMULUS-SAVING:HOURLY:EUROPE1', term: 'P1Y', billingCycle: 'annual', quantity: 1 } as const

export const permissionsOf = (customer: TestTenant) => `/customers/${customer.id}/purchase-permissions`

/** A customer with all that own purchases stand on: a plan, a usage subscription, and an owner of its own people. */
export async function aSelfBuyer(server: TestServer, operator: TestPerson, wishes: Parameters<typeof aBuyer>[0] = {}) {
  const buyer = await aBuyer(wishes)
  const { agent, customer } = buyer
  const item = wishes.partner?.cloud === 'china' ? items.usage.replace('EUROPE1', 'CHINA1') : items.usage
  const plan = await anActive(server, { agent, customer, operator, line: lineOf(item, { term: 'P1M', quantity: 1 }) })
  const { body: usage } = await server.ask(agent, 'POST', `/customers/${customer.id}/usage-subscriptions`, { body: { planId: plan.id, name: 'Servers' } })
  const admin = await customer.person('globalAdministrator')
  const owners = `/usage-subscriptions/${usage.usageId as string}/owners`
  await server.ask(admin, 'POST', owners, { body: { personId: admin.id } })
  return { ...buyer, plan, admin, owners }
}

/** The same, switched on. */
export async function aPermitted(server: TestServer, operator: TestPerson, limits: object = {}, wishes: Parameters<typeof aBuyer>[0] = {}) {
  const buyer = await aSelfBuyer(server, operator, wishes)
  const given = await server.ask(buyer.agent, 'POST', permissionsOf(buyer.customer), { body: { kind: 'reservation', ...limits } })
  if (given.status !== 201) throw new Error(`not permitted: ${JSON.stringify(given.body)}`)
  const permissionId = given.body.permissionId as string
  const buy = (more: object = {}) => server.ask(buyer.admin, 'POST', '/own-purchases', { body: { permissionId, ...reserved, expectedTotal: '62.40', ...more } })
  return { ...buyer, permissionId, permission: `${permissionsOf(buyer.customer)}/${permissionId}`, buy }
}
