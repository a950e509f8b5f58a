import { randomUUID } from 'node:crypto'
import type { LivedIn, Words } from './lived-in.ts'
import { aSale, livedInProduct } from './lived-in-subscriptions.ts'
import { sql, type TestPerson, type TestTenant } from './world.ts'

interface Sale {
  readonly partner: TestTenant
  readonly customer: TestTenant
  readonly seller: TestPerson
}

/** A subscription, what was provisioned under it, and devices. */
export async function soldThings(sale: Sale, words: Words) {
  const { partner, customer, seller } = sale
  const sold = await aSale(partner, customer, { seller, words })
  const own = await ownPurchasesOf(sale, words)
  return { ...sold, ...own, ...(await aUsage({ ...sale, planId: sold.subscription }, words)), deviceProfile: await someDevices(partner, customer, seller, words) }
}

/** What an address of usage subscriptions, own purchases or devices means; undefined for all others. */
export function usageParams(path: string, ids: LivedIn['ids']): Record<string, string> | undefined {
  if (path.includes(':permissionId')) return { ...(path.includes(':id') && { id: ids.customer }), permissionId: ids.purchasePermission }
  if (path.includes(':purchaseId')) return { ...(path.includes(':id') && { id: ids.customer }), purchaseId: ids.ownPurchase }
  if (path.includes(':ownerId')) return { usageId: ids.usage, ownerId: ids.usageOwner }
  if (path.includes(':usageId')) return { ...(path.includes(':id') && { id: ids.customer }), usageId: ids.usage }
  return path.includes(':profileId') ? { id: ids.customer, profileId: ids.deviceProfile } : undefined
}

/** Two usage subscriptions under a plan, so that the list goes on, owned by the partner's Admin agents. Gives the first. */
async function aUsage({ partner, customer, seller, planId }: Sale & { readonly planId: string }, words: Words): Promise<{ usage: string; usageOwner: string }> {
  const ids = [randomUUID(), randomUUID()]
  const owners = [randomUUID(), randomUUID()]
  for (const [at, id] of ids.entries()) {
    await sql("insert into usage_subscriptions (partner_id, customer_id, id, plan_id, name, status, created_by, created_at) values ($1, $2, $3, $4, $5, 'active', $6, now())", [
      ...[partner.id, customer.id, id, planId],
      words('usage name', [partner, customer]),
      seller.id,
    ])
    await sql("insert into usage_owners (customer_id, id, usage_id, seller_id, partner_id, role, because, given_at, given_by) values ($1, $2, $3, $4, $4, 'owner', 'provisioned', now(), $5)", [customer.id, owners[at], id, partner.id, seller.id])
  }
  return { usage: ids[0]!, usageOwner: owners[0]! }
}

/** A profile, a device that the partner added with it, and two that the customer uploaded, so that its list goes on. */
async function someDevices(partner: TestTenant, customer: TestTenant, agent: TestPerson, words: Words): Promise<string> {
  const [profile, admin] = [randomUUID(), await customer.person('globalAdministrator')]
  await sql("insert into device_profiles (customer_id, id, name, name_key, settings, created_by, created_at) values ($1, $2, $3, $4, '{skipLicenseTerms}', $5, now())", [customer.id, profile, 'profile text', profile, agent.id])
  for (const [addedBy, person, profileId] of [[partner.id, agent.id, profile], [partner.id, agent.id, null], [null, admin.id, null], [null, admin.id, null]]) {
    const serial = randomUUID()
    // What one partner added every partner of the customer reads, so it carries nobody's mark.
    const batch = addedBy === null ? words('batch', [customer]) : 'batch text'
    await sql("insert into devices (customer_id, id, partner_id, batch, serial_number, serial_key, manufacturer, manufacturer_key, model, profile_id, added_by, added_at) values ($1, $2, $3, $4, $5, $5, 'Contoso', 'contoso', 'Slate', $6, $7, now())", [
      ...[customer.id, randomUUID(), addedBy, batch, serial, profileId, person],
    ])
  }
  return profile
}

/** What the customer may buy itself, and two purchases that wait for the partner's yes, so that the list goes on. Gives the first. */
async function ownPurchasesOf({ partner, customer, seller }: Sale, words: Words): Promise<{ purchasePermission: string; ownPurchase: string }> {
  const [permission, ids, admin] = [randomUUID(), [randomUUID(), randomUUID()], await customer.person('globalAdministrator')]
  await sql("insert into purchase_permissions (partner_id, customer_id, id, kind, needs_approval, alerts, created_by, created_at) values ($1, $2, $3, 'reservation', true, false, $4, now())", [partner.id, customer.id, permission, seller.id])
  for (const id of ids) {
    await sql(
      `insert into own_purchases (partner_id, customer_id, id, permission_id, kind, cloud, product_id, sku_id, availability_id, term, billing_cycle, offer_name_en, offer_name_es, friendly_name, quantity,
         currency, unit_price, total, committed, status, asked_by, asked_at)
       values ($1, $2, $3, $4, 'reservation', $5, $6, 'ONE', 'HERE', 'P1Y', 'monthly', 'Lived in', 'Vivida', $7, 1, 'EUR', 100, 100, 1200, 'awaitingApproval', $8, now())`,
      [partner.id, customer.id, id, permission, customer.cloud, livedInProduct, words('purchase name', [partner, customer]), admin.id],
    )
  }
  return { purchasePermission: permission, ownPurchase: ids[0]! }
}
