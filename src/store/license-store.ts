import { sql } from 'kysely'
import type { License, SubscribedSku } from '../domain/licenses/license.ts'
import type { Transaction } from './database.ts'

/** Whose licenses: the organization in whose name the transaction acts, and the cloud it lives in. */
export interface Licensee {
  readonly tenantId: string
  readonly cloud: string
}

/** Every SKU of the customer that users can be given: with seats, or with licenses although the seats are gone. Names no seller. */
export async function subscribedSkus(trx: Transaction, { tenantId, cloud }: Licensee, now: Date): Promise<SubscribedSku[]> {
  const { rows } = await sql<SkuRow>`
    with owned as (
      select product_id, sku_id,
        sum(quantity) filter (where status = 'active') as active, sum(quantity) filter (where status = 'suspended') as suspended
      from subscriptions
      where customer_id = ${tenantId} and status in ('active', 'suspended') and (ends_at is null or ends_at > ${now}) and (status = 'active' or deletes_at is null or deletes_at > ${now})
      group by 1, 2
    ), listed as (
      select coalesce(o.product_id, p.product_id) as product_id, coalesce(o.sku_id, p.sku_id) as sku_id, o.active, o.suspended, p.assigned
      from owned o full join (select * from license_pools where tenant_id = ${tenantId}) p on p.product_id = o.product_id and p.sku_id = o.sku_id
      where o.product_id is not null or p.assigned > 0
    )
    select l.product_id || ':' || l.sku_id as sku, k.title_en, k.title_es, p.title_en as product_en, p.title_es as product_es, p.product_type, k.service_plans,
      coalesce(l.active, 0)::int as active, coalesce(l.suspended, 0)::int as suspended, coalesce(l.assigned, 0)::int as consumed
    from listed l
    join catalogue_skus k on k.cloud = ${cloud} and k.product_id = l.product_id and k.id = l.sku_id
    join catalogue_products p on p.cloud = ${cloud} and p.id = l.product_id
    where p.product_type in ('onlineServices', 'marketplace')
    order by k.name_key, sku`.execute(trx)
  return rows.map(skuFromRow)
}

interface SkuRow {
  sku: string
  title_en: string
  title_es: string
  product_en: string
  product_es: string
  product_type: string
  service_plans: string[]
  active: number
  suspended: number
  consumed: number
}

function skuFromRow(row: SkuRow): SubscribedSku {
  return {
    sku: row.sku,
    name: { en: row.title_en, es: row.title_es },
    productName: { en: row.product_en, es: row.product_es },
    servicePlans: row.service_plans,
    licenseGroup: row.product_type === 'marketplace' ? 'group2' : 'group1',
    ...{ active: row.active, suspended: row.suspended, consumed: row.consumed },
  }
}

/** How many licenses the users of a customer have; seen with admin privileges. */
export async function countAssigned(trx: Transaction, customerId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select coalesce(sum(assigned), 0)::int as count from license_pools where tenant_id = ${customerId}`.execute(trx)
  return rows[0]!.count
}

/** Holds what is left of these SKUs until the act is done: "product:sku" to seats less licenses, below zero where more is assigned. */
export async function holdPools(trx: Transaction, customerId: string, skus: readonly string[], now: Date): Promise<Map<string, number>> {
  if (skus.length === 0) return new Map()
  const { rows } = await sql<{ sku_number: string; seats: string; assigned: number }>`select * from hold_license_pools(${customerId}, ${[...skus]}::text[], ${now})`.execute(trx)
  return new Map(rows.map(({ sku_number, seats, assigned }) => [sku_number, Number(seats) - assigned]))
}

export interface HeldLicense extends License {
  readonly assignedAt: Date
}

/** What users have now, by their id; somebody without any is not in it. */
export async function licensesOf(trx: Transaction, tenantId: string, people: readonly string[]): Promise<Map<string, HeldLicense[]>> {
  return byPerson(trx, sql`tenant_id = ${tenantId} and person_id = any (${[...people]}::uuid[]) and freed_at is null`)
}

/** What somebody had who was deleted; held for giving it back. */
export async function freedLicensesOf(trx: Transaction, tenantId: string, personId: string): Promise<HeldLicense[]> {
  return (await byPerson(trx, sql`tenant_id = ${tenantId} and person_id = ${personId} and freed_at is not null`)).get(personId) ?? []
}

async function byPerson(trx: Transaction, which: ReturnType<typeof sql>): Promise<Map<string, HeldLicense[]>> {
  const { rows } = await sql<{ person_id: string; sku: string; disabled_plans: string[]; assigned_at: Date }>`
    select person_id, product_id || ':' || sku_id as sku, disabled_plans, assigned_at from user_licenses where ${which} order by product_id, sku_id`.execute(trx)
  const found = new Map<string, HeldLicense[]>()
  for (const { person_id, sku, disabled_plans, assigned_at } of rows) {
    found.set(person_id, [...(found.get(person_id) ?? []), { sku, disabledPlans: disabled_plans, assignedAt: assigned_at }])
  }
  return found
}

export interface LicenseWrite {
  readonly personId: string
  readonly assigned: readonly License[]
  readonly changed: readonly License[]
  readonly removed: readonly string[]
}

/** Writes what became of many users in three statements at most; the pools must be held. */
export async function writeLicenses(trx: Transaction, whose: Licensee, writes: readonly LicenseWrite[], by: { readonly personId: string; readonly now: Date }): Promise<void> {
  const rowsOf = (one: LicenseWrite, licenses: readonly License[]) => licenses.map(({ sku, disabledPlans }) => ({ person_id: one.personId, ...partsOf(sku), disabled_plans: disabledPlans }))
  const removed = writes.flatMap((one) => one.removed.map((sku) => ({ person_id: one.personId, ...partsOf(sku) })))
  const changed = writes.flatMap((one) => rowsOf(one, one.changed))
  const assigned = writes.flatMap((one) => rowsOf(one, one.assigned))
  if (removed.length > 0) {
    await sql`delete from user_licenses l using jsonb_to_recordset(${JSON.stringify(removed)}::jsonb) as n (person_id uuid, product_id text, sku_id text)
      where l.tenant_id = ${whose.tenantId} and l.person_id = n.person_id and l.product_id = n.product_id and l.sku_id = n.sku_id`.execute(trx)
  }
  if (changed.length > 0) {
    await sql`update user_licenses l set disabled_plans = n.disabled_plans
      from jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) as n (person_id uuid, product_id text, sku_id text, disabled_plans text[])
      where l.tenant_id = ${whose.tenantId} and l.person_id = n.person_id and l.product_id = n.product_id and l.sku_id = n.sku_id`.execute(trx)
  }
  if (assigned.length > 0) {
    await sql`insert into user_licenses (tenant_id, person_id, cloud, product_id, sku_id, disabled_plans, assigned_at, assigned_by)
      select ${whose.tenantId}, person_id, ${whose.cloud}, product_id, sku_id, disabled_plans, ${by.now}, ${by.personId}
      from jsonb_to_recordset(${JSON.stringify(assigned)}::jsonb) as n (person_id uuid, product_id text, sku_id text, disabled_plans text[])`.execute(trx)
  }
}

function partsOf(sku: string): { product_id: string; sku_id: string } {
  const [productId, skuId] = sku.split(':') as [string, string]
  return { product_id: productId, sku_id: skuId }
}

/** So many of one SKU become licenses of another, those assigned first before others, with the plans that it has too; the pools must be held. */
export async function moveLicenses(trx: Transaction, { tenantId, cloud }: Licensee, { from, to, most }: { readonly from: string; readonly to: string; readonly most: number }): Promise<number> {
  const [before, after] = [partsOf(from), partsOf(to)]
  const { numAffectedRows } = await sql`
    with chosen as (
      select l.person_id from user_licenses l
      where l.tenant_id = ${tenantId} and l.product_id = ${before.product_id} and l.sku_id = ${before.sku_id} and l.freed_at is null
        and not exists (select from user_licenses other
          where other.tenant_id = l.tenant_id and other.person_id = l.person_id and other.product_id = ${after.product_id} and other.sku_id = ${after.sku_id})
      order by l.assigned_at, l.person_id limit ${most})
    update user_licenses l set product_id = ${after.product_id}, sku_id = ${after.sku_id}, disabled_plans = array(
        select plan from unnest(l.disabled_plans) plan
        where plan = any (select unnest(k.service_plans) from catalogue_skus k where k.cloud = ${cloud} and k.product_id = ${after.product_id} and k.id = ${after.sku_id}))
    from chosen
    where l.tenant_id = ${tenantId} and l.person_id = chosen.person_id and l.product_id = ${before.product_id} and l.sku_id = ${before.sku_id}`.execute(trx)
  return Number(numAffectedRows ?? 0)
}

/** The seats of somebody who is deleted are there for others at once; what they had stays written for coming back. */
export async function freeLicenses(trx: Transaction, tenantId: string, personId: string, now: Date): Promise<void> {
  await trx.updateTable('user_licenses').set({ freed_at: now }).where('tenant_id', '=', tenantId).where('person_id', '=', personId).where('freed_at', 'is', null).execute()
}

/** Gives back those of these SKUs, and forgets the others that somebody had. */
export async function giveBack(trx: Transaction, tenantId: string, personId: string, skus: readonly string[]): Promise<void> {
  await sql`delete from user_licenses where tenant_id = ${tenantId} and person_id = ${personId} and freed_at is not null and not product_id || ':' || sku_id = any (${[...skus]}::text[])`.execute(trx)
  await sql`update user_licenses set freed_at = null where tenant_id = ${tenantId} and person_id = ${personId} and freed_at is not null`.execute(trx)
}

export interface LicensableUser {
  readonly personId: string
  readonly usageLocation: string | null
}

/** Those of these who are there, held as they are: whoever deletes one of them waits, or they are no longer found. In one order. */
export async function holdUsers(trx: Transaction, tenantId: string, people: readonly string[]): Promise<LicensableUser[]> {
  if (people.length === 0) return []
  const rows = await trx
    .selectFrom('people')
    .select(['id', 'usage_location'])
    .where('tenant_id', '=', tenantId)
    .where('id', 'in', [...people])
    .where('status', 'not in', ['removed', 'erased'])
    .orderBy('id')
    .forShare()
    .execute()
  return rows.map(({ id, usage_location }) => ({ personId: id, usageLocation: usage_location }))
}
