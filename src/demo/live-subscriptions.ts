import { importCatalogue } from '../application/catalogue/import-catalogue.ts'
import { placeOrder } from '../application/orders/place-order.ts'
import { fulfilSubscription } from '../application/provisioning/provision.ts'
import { suspendSubscription } from '../application/subscriptions/end-subscription.ts'
import type { CastMember } from './describe-cast.ts'
import { demoCatalogueFile } from './catalogue.ts'
import type { Stage } from './stage.ts'

const office = 'NIMBUS-OFFICE:BUSINESS:EUROPE1'
const line = { term: 'P1Y', billingCycle: 'monthly', quantity: 5, friendlyName: null, baseSubscriptionId: null, resellerId: null } as const

/** The operator's catalogue, and a customer with a subscription in every state: the one of several partners, so that nothing bars whoever tries out how a relationship ends. */
export async function tellOfSubscriptions(stage: Stage, members: readonly CastMember[]): Promise<void> {
  const operator = firstOf(members, 'operator').person
  const seller = firstOf(members, 'public-direct-bill').person
  const customerId = firstOf(members, 'public-customer-several').tenantId
  const reader = 'es' as const
  await stage.act(operator, stage.ago(190), importCatalogue, { text: demoCatalogueFile(), isDryRun: false, reader })
  const order = async (days: number, lines: readonly (typeof line & { catalogItemId: string } | object)[]) =>
    (await stage.act(seller, stage.ago(days), placeOrder, { customerId, lines: lines.map((one) => ({ ...line, ...one })) as never, expectedTotal: null, reader })).subscriptions.map(({ id }) => id)
  const fulfil = (days: number, subscriptionId: string) => stage.act(operator, stage.ago(days, 12), fulfilSubscription, { subscriptionId })
  const [base, classic] = await order(76, [{ catalogItemId: office, quantity: 25 }, { catalogItemId: 'NIMBUS-CLASSIC:E1:EUROPE1', quantity: 8, friendlyName: 'Fábrica de Laredo' }])
  for (const id of [base!, classic!]) await fulfil(75, id)
  const [archive] = await order(60, [{ catalogItemId: 'NIMBUS-ARCHIVE:MAIL:EUROPE1', quantity: 10, baseSubscriptionId: base }])
  await fulfil(59, archive!)
  await stage.act(seller, stage.ago(20), suspendSubscription, { customerId, subscriptionId: classic!, because: 'customerRequest', reader })
  await order(2, [{ catalogItemId: 'STRATUS-ID:P1:EUROPE1', quantity: 25 }])
}

function firstOf(members: readonly CastMember[], key: string): { readonly tenantId: string; readonly person: string } {
  const { id, people } = members.find(({ tenant }) => tenant.key === key)!
  return { tenantId: id, person: people[0]!.id }
}
