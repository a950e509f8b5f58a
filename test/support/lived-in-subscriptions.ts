import { randomUUID } from 'node:crypto'
import type { Words } from './lived-in.ts'
import { sql, type TestPerson, type TestTenant } from './world.ts'

/** The product of every lived-in world; a second one, so that the list goes on. */
export const livedInProduct = 'LIVED-IN'

/** What a partner sold to a customer and what waits to be provisioned; a second one, so that lists go on. Gives the first. */
export async function aSubscription(partner: TestTenant, customer: TestTenant, seller: TestPerson, words: Words): Promise<string> {
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

async function aProduct(cloud: string, id: string): Promise<void> {
  await sql(`insert into catalogue_products (cloud, id, title_en, title_es, name_key, publisher, product_type) values ($1, $2, 'Lived in', 'Vivido', 'lived in vivido', 'Contoso', 'onlineServices') on conflict do nothing`, [cloud, id])
  await sql(
    `insert into catalogue_skus (cloud, product_id, id, title_en, title_es, name_key, generation, min_quantity, max_quantity, is_trial)
     values ($1, $2, 'ONE', 'Lived in', 'Vivido', 'lived in vivido', 'newCommerce', 1, 10, false) on conflict do nothing`,
    [cloud, id],
  )
  await sql(`insert into catalogue_availabilities (cloud, product_id, sku_id, id, market, segment, available_from) values ($1, $2, 'ONE', 'HERE', 'europe', 'commercial', '2024-01-01') on conflict do nothing`, [cloud, id])
}
