import type { DemoReport } from '../../src/application/installation/demo-report.ts'
import type { Ids } from './places.ts'
import type { Product } from './product.ts'
import { callAs } from './program.ts'

interface Request {
  readonly id: string
  readonly status: string
}

/** Things of the demo that the pages of its Spanish direct partner, of that partner's first customer and of its indirect provider show; one request and one partnership for each state. */
export async function idsOfDemo(product: Product, demo: DemoReport): Promise<Ids> {
  const [partner, customer] = [personOf(demo, 'public-direct-bill'), personOf(demo, 'public-customer-related')]
  const several = personOf(demo, 'public-customer-several')
  const operator = personOf(demo, 'operator')
  const body = { cloud: 'public', country: null, mustSignAgain: false, texts: [{ language: 'en', title: 'A draft', body: 'One clause.' }] }
  const draft = await callAs<{ id: string }>(product, operator, 'POST', '/operator/agreement-drafts', body)
  const campaign = await callAs<{ id: string }>(product, partner, 'POST', '/campaigns', { name: 'Customers from before', delivery: 'self' })
  const list = await callAs<{ id: string }>(product, partner, 'POST', '/campaigns', { name: 'A list that was checked', delivery: 'self' })
  await callAs(product, partner, 'POST', `/campaigns/${list.id}/list`, { rows: [{ domain: 'tailspin.example', companyName: 'Tailspin', country: 'ES' }, { domain: 'no domain' }] })
  const provider = personOf(demo, 'public-indirect-provider')
  // Agreed by both partners, so that the customer reads it, too.
  const handOver = await callAs<{ id: string }>(product, partner, 'POST', '/hand-overs', { customerId: customer.tenantId, partnerDomain: demo.tenants.find(({ id }) => id === provider.tenantId)!.primaryDomain })
  await callAs(product, provider, 'POST', `/hand-overs/${handOver.id}/agreement`, {})
  // Escalated, so that all three sides read it.
  const service = await callAs<{ id: string }>(product, customer, 'POST', '/own-service-requests', { title: 'Mail does not arrive', body: 'Since this morning nothing comes in.', severity: 'critical', partnerId: partner.tenantId })
  await callAs(product, partner, 'POST', `/service-requests/${service.id}/escalation`, { body: 'This is not in our hands.' })
  const transfers = await transfersOfDemo(product, demo)
  const ownPurchase = await purchasesOfDemo(product, demo)
  const [removed, requests, agreements, partnerships, creations, subscriptions, profiles, leads, found] = await Promise.all([
    callAs<{ items: { customerId: string }[] }>(product, partner, 'GET', '/removed-customers'),
    callAs<{ items: Request[] }>(product, partner, 'GET', '/relationship-requests?size=50'),
    callAs<{ items: { id: string }[] }>(product, customer, 'GET', '/agreements'),
    callAs<{ items: Request[] }>(product, provider, 'GET', '/partnerships?side=provider'),
    callAs<{ items: Request[] }>(product, provider, 'GET', '/creation-requests?side=provider'),
    callAs<{ items: { subscriptionId: string }[] }>(product, partner, 'GET', `/customers/${several.tenantId}/subscriptions`),
    callAs<{ items: Request[] }>(product, partner, 'GET', '/business-profiles'),
    callAs<{ items: Request[] }>(product, partner, 'GET', '/leads'),
    callAs<{ items: { id: string }[] }>(product, customer, 'GET', '/partner-finder'),
  ])
  const states = new Map(requests.items.map(({ status, id }) => [status, id]))
  return {
    customer: [customer.tenantId],
    // The first has none, the second some.
    usageCustomer: [customer.tenantId, several.tenantId],
    removedCustomer: removed.items.slice(0, 1).map(({ customerId }) => customerId),
    request: [...states.values()],
    campaign: [campaign.id, list.id],
    partner: [partner.tenantId],
    partnership: [...new Map(partnerships.items.map(({ status, id }) => [status, id])).values()],
    handOver: [handOver.id],
    creationRequest: creations.items.map(({ id }) => id),
    businessProfile: profiles.items.map(({ id }) => id),
    lead: [...new Map(leads.items.map(({ status, id }) => [status, id])).values()],
    foundPartner: found.items.slice(0, 1).map(({ id }) => id),
    cloud: ['public'],
    serviceRequest: [service.id],
    subscription: subscriptions.items.map(({ subscriptionId }) => `${several.tenantId} ${subscriptionId}`),
    product: ['public NIMBUS-OFFICE'],
    ...transfers,
    ownPurchase,
    draft: [draft.id],
    agreement: agreements.items.slice(0, 1).map(({ id }) => id),
  }
}

/** One that its partner asked for, which the first customer reads, too; one that it offers; and the month in which it was charged. */
async function transfersOfDemo(product: Product, demo: DemoReport): Promise<Pick<Ids, 'transfer' | 'subscriptionTransfer' | 'statement'>> {
  const [partner, customer, several] = [personOf(demo, 'public-direct-bill'), personOf(demo, 'public-customer-related'), personOf(demo, 'public-customer-several')]
  const partnerDomain = 'seller.example'
  const asked = await callAs<{ id: string }>(product, partner, 'POST', `/customers/${customer.tenantId}/transfers`, { partnerDomain })
  const preview = await callAs<{ items: { subscriptionId: string; refusal: object | null }[] }>(product, partner, 'GET', `/customers/${several.tenantId}/transfer-preview`)
  const movable = preview.items.find(({ refusal }) => refusal === null)!
  const offered = await callAs<{ id: string }>(product, partner, 'POST', `/customers/${several.tenantId}/transfers`, { partnerDomain, subscriptionIds: [movable.subscriptionId] })
  const { months } = await callAs<{ months: { month: string }[] }>(product, partner, 'GET', `/customers/${several.tenantId}/statements`)
  return { transfer: [asked.id, offered.id], subscriptionTransfer: [asked.id], statement: [`${several.tenantId} ${months[0]!.month}`] }
}

/** One that was declined and one that is active, of the first customer, whose partner has to sell it a usage plan for that. */
async function purchasesOfDemo(product: Product, demo: DemoReport): Promise<string[]> {
  const [partner, customer, operator] = [personOf(demo, 'public-direct-bill'), personOf(demo, 'public-customer-related'), personOf(demo, 'operator')]
  const at = `/customers/${customer.tenantId}`
  const fulfil = (subscriptionId: string) => callAs(product, operator, 'POST', `/operator/provisioning/${subscriptionId}/fulfilment`, {})
  const plan = await callAs<{ subscriptions: { subscriptionId: string }[] }>(product, partner, 'POST', `${at}/orders`, { lines: [{ catalogItemId: 'CUMULUS:PLAN:EUROPE1', term: 'P1M', billingCycle: 'monthly', quantity: 1 }] })
  await fulfil(plan.subscriptions[0]!.subscriptionId)
  const usage = await callAs<{ usageId: string }>(product, partner, 'POST', `${at}/usage-subscriptions`, { planId: plan.subscriptions[0]!.subscriptionId, name: 'Online shop' })
  await callAs(product, customer, 'POST', `/usage-subscriptions/${usage.usageId}/owners`, { personId: customer.id })
  const { permissionId } = await callAs<{ permissionId: string }>(product, partner, 'POST', `${at}/purchase-permissions`, { kind: 'reservation', needsApproval: true, mostMonthly: '5000.00' })
  const buy = () => callAs<{ purchaseId: string }>(product, customer, 'POST', '/own-purchases', { permissionId, catalogItemId: 'CUMULUS-SERVER:M4:EUROPE1', term: 'P1Y', billingCycle: 'monthly', quantity: 1, expectedTotal: '62.40' })
  const [declined, bought] = [await buy(), await buy()]
  await callAs(product, partner, 'POST', `${at}/own-purchases/${declined.purchaseId}/decline`, { note: 'One is enough this year.' })
  const { subscriptionId } = await callAs<{ subscriptionId: string }>(product, partner, 'POST', `${at}/own-purchases/${bought.purchaseId}/approval`, {})
  await fulfil(subscriptionId)
  return [declined.purchaseId, bought.purchaseId]
}

/** The first person of the cast there, who is its administrator. */
function personOf({ people }: DemoReport, key: string) {
  return people.find(({ tenantKey }) => tenantKey === key)!
}
