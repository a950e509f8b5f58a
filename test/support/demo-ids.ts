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
    subscription: subscriptions.items.map(({ subscriptionId }) => `${several.tenantId} ${subscriptionId}`),
    product: ['public NIMBUS-OFFICE'],
    draft: [draft.id],
    agreement: agreements.items.slice(0, 1).map(({ id }) => id),
  }
}

/** The first person of the cast there, who is its administrator. */
function personOf({ people }: DemoReport, key: string) {
  return people.find(({ tenantKey }) => tenantKey === key)!
}
