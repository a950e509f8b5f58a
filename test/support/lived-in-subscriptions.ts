import { randomUUID } from 'node:crypto'
import { seal } from '../../src/security/seal.ts'
import { testKeyRing } from './environment.ts'
import type { Words } from './lived-in.ts'
import { sql, type TestPerson, type TestTenant } from './world.ts'

/** The product of every lived-in world; a second one, so that the list goes on. */
export const livedInProduct = 'LIVED-IN'

/** A subscription, a transfer of it that waits, and a cart. */
export async function aSale(partner: TestTenant, customer: TestTenant, { seller, words }: { seller: TestPerson; words: Words }): Promise<{ subscription: string; transfer: string; cart: string }> {
  const subscription = await aSubscription(partner, customer, seller, words)
  return { subscription, transfer: await aTransfer(partner, customer, { seller, subscription, words }), cart: await aCart(partner, customer, seller, words) }
}

/** What the partner is about to order; the customer knows nothing of it. */
async function aCart(partner: TestTenant, customer: TestTenant, seller: TestPerson, words: Words): Promise<string> {
  const id = randomUUID()
  const line = {
    ...{ catalogItemId: `${livedInProduct}:ONE:HERE`, term: 'P1Y', billingCycle: 'monthly', quantity: 1, friendlyName: words('cart line', [partner]), baseSubscriptionId: null, baseLine: null },
    ...{ replacesSubscriptionId: null, resellerId: null, priceThen: null, refusal: null },
  }
  await sql("insert into customer_carts (partner_id, customer_id, id, status, lines, created_by, created_at, changed_by, changed_at, expires_at, version) values ($1, $2, $3, 'active', $4, $5, now(), $5, now(), now() + interval '7 days', 2)", [
    ...[partner.id, customer.id, id, JSON.stringify([line]), seller.id],
  ])
  return id
}

/** What a partner sold to a customer and what waits to be provisioned; a second one, so that lists go on. Gives the first. */
async function aSubscription(partner: TestTenant, customer: TestTenant, seller: TestPerson, words: Words): Promise<string> {
  for (const product of [livedInProduct, `${livedInProduct}-2`]) await aProduct(customer.cloud, product)
  const ids = [randomUUID(), randomUUID()]
  for (const id of ids) {
    const orderId = randomUUID()
    await sql("insert into customer_orders (partner_id, customer_id, id, status, currency, total, created_by, created_at) values ($1, $2, $3, 'pending', 'EUR', 100, $4, now())", [partner.id, customer.id, orderId, seller.id])
    await sql(
      `insert into subscriptions (partner_id, customer_id, id, order_id, line_number, cloud, product_id, sku_id, availability_id, term, billing_cycle, generation, is_trial,
         offer_name_en, offer_name_es, friendly_name, quantity, min_quantity, max_quantity, currency, unit_price, status, auto_renew, created_by, created_at)
       values ($1, $2, $3, $4, 1, $5, $6, 'ONE', 'HERE', 'P1Y', 'monthly', 'newCommerce', false, 'Lived in', 'Vivida', $7, 1, 1, 10, 'EUR', 100, 'pending', true, $8, now())`,
      [partner.id, customer.id, id, orderId, customer.cloud, livedInProduct, words('subscription name', [partner]), seller.id],
    )
  }
  return ids[0]!
}

/** Where the product of every lived-in world is provisioned; the operator's alone. */
export async function aConnector(cloud: string): Promise<string> {
  const id = randomUUID()
  const secret = seal(testKeyRing, 'connectorSecret', id, 'a secret that connectors of a test share')
  await sql("insert into provisioning_connectors (id, cloud, product_id, url, sealed_secret, created_at) values ($1, $2, $3, 'https://connector.invalid/orders', $4, now()) on conflict do nothing", [id, cloud, livedInProduct, secret])
  const [one] = await sql<{ id: string }>('select id from provisioning_connectors where cloud = $1 and product_id = $2', [cloud, livedInProduct])
  return one!.id
}

/** What the operator stated of a service, with its first note and who looked last; nothing about anybody. */
export async function anIncident(): Promise<string> {
  const id = randomUUID()
  await sql("insert into service_incidents (cloud, id, service_id, impact, title_en, title_es, started_at) values ('public', $1, 'office365', 'degraded', 'Mail is late', 'El correo tarda', now())", [id])
  await sql("insert into service_incident_notes (incident_id, number, at, text_en, text_es) values ($1, 1, now(), 'Seen.', 'Visto.')", [id])
  await sql("insert into service_statements (cloud, service_id, checked_at, checked_by) values ('public', 'office365', now(), 'operator') on conflict do nothing")
  return id
}

/** What an address of orders, subscriptions, transfers or statements means; undefined for all others. */
export function salesParams(path: string, { customer, subscription, transfer, cart }: Readonly<Record<'customer' | 'subscription' | 'transfer' | 'cart', string>>): Record<string, string> | undefined {
  if (path.includes(':transferId')) return { id: customer, transferId: transfer }
  if (path.includes(':cartId')) return { id: customer, cartId: cart }
  if (path.includes(':month')) return { id: customer, month: livedInMonth }
  if (path.startsWith('/transfers/')) return { id: transfer }
  if (path.includes(':subscriptionId')) return { id: customer, subscriptionId: subscription }
  return path.startsWith('/operator/provisioning/') ? { id: subscription } : undefined
}

/** The month in which every lived-in subscription was charged, twice, so that its lines go on. */
const livedInMonth = '2026-01'

/** What the seller was charged, and an offer of it to a partner that does not exist; a second one, so that the list goes on. Gives the first. */
async function aTransfer(partner: TestTenant, customer: TestTenant, { seller, subscription, words }: { seller: TestPerson; subscription: string; words: Words }): Promise<string> {
  for (const number of [1, 2]) {
    await sql(
      `insert into subscription_charges (partner_id, customer_id, subscription_id, number, kind, at, by_person, period_from, period_until, quantity_before, quantity_after, unit_price, currency, amount, product_id, sku_id, offer_name_en, offer_name_es)
       values ($1, $2, $3, $4, 'quantityChange', '2026-01-10', $5, '2026-01-10', '2026-02-10', 1, 2, 100, 'EUR', 100, $6, 'ONE', 'Lived in', 'Vivida')`,
      [partner.id, customer.id, subscription, number, seller.id, livedInProduct],
    )
  }
  const ids = [randomUUID(), randomUUID()]
  for (const id of ids) {
    await sql(
      `insert into subscription_transfers (id, customer_id, proposer_id, from_partner_id, named_partner_domain, status, stays_as_reseller, created_by, created_at, expires_at, offered_at, offered_by, note)
       values ($1, $2, $3, $3, $4, 'offered', false, $5, now(), now() + interval '30 days', now(), $5, $6)`,
      [id, customer.id, partner.id, words('transfer partner', [partner]), seller.id, words('transfer note', [partner])],
    )
  }
  await sql("insert into subscription_transfer_items (transfer_id, subscription_id, is_add_on, offer_name_en, offer_name_es, quantity, currency, is_open) values ($1, $2, false, 'Lived in', 'Vivida', 1, 'EUR', true)", [ids[0], subscription])
  return ids[0]!
}

async function aProduct(cloud: string, id: string): Promise<void> {
  await sql(`insert into catalogue_products (cloud, id, title_en, title_es, name_key, publisher, product_type) values ($1, $2, 'Lived in', 'Vivido', 'lived in vivido', 'Contoso', 'onlineServices') on conflict do nothing`, [cloud, id])
  await sql(
    `insert into catalogue_skus (cloud, product_id, id, title_en, title_es, name_key, generation, min_quantity, max_quantity, is_trial)
     values ($1, $2, 'ONE', 'Lived in', 'Vivido', 'lived in vivido', 'newCommerce', 1, 10, false) on conflict do nothing`,
    [cloud, id],
  )
  await sql(`insert into catalogue_availabilities (cloud, product_id, sku_id, id, market, segment, available_from) values ($1, $2, 'ONE', 'HERE', 'europe', 'commercial', '2024-01-01') on conflict do nothing`, [cloud, id])
}
