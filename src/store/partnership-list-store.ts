import { sql } from 'kysely'
import type { Partnership, PartnershipSide, PartnershipStatus } from '../domain/partnerships/partnership.ts'
import type { Transaction } from './database.ts'
import { microseconds } from './microseconds.ts'
import { partnershipColumns, partnershipFromRow } from './partnership-store.ts'

export interface PartnershipFilter {
  readonly side: PartnershipSide
  /** as it holds at `now` */
  readonly status?: PartnershipStatus | undefined
  /** folded by searchKey; found inside the name that the provider stated and inside the other side's own */
  readonly search?: string | undefined
  readonly now: Date
}

export interface ListedPartnership {
  readonly partnership: Partnership
  readonly keys: readonly [createdAt: string, id: string]
}

/** One's partnerships on one side, latest first; a reseller's begin with its answer. Reading back gives them in the opposite order. */
export async function listPartnershipsOf(
  trx: Transaction,
  tenantId: string,
  filter: PartnershipFilter,
  { start, most }: { readonly start: { readonly keys: readonly unknown[]; readonly backwards: boolean } | undefined; readonly most: number },
): Promise<ListedPartnership[]> {
  const direction = start?.backwards ? 'asc' : 'desc'
  let query = trx
    .selectFrom('partnerships')
    .select(partnershipColumns)
    .select(microseconds('created_at').as('created_key'))
    .where(filter.side === 'provider' ? 'provider_id' : 'reseller_id', '=', tenantId)
    .orderBy('created_at', direction)
    .orderBy('id', direction)
    .limit(most)
  if (start) {
    const [createdAt, id] = start.keys as string[]
    query = query.where(sql<boolean>`(created_at, id) ${sql.raw(start.backwards ? '>' : '<')} (${createdAt}::timestamptz, ${id}::uuid)`)
  }
  if (filter.status) query = query.where(holdsNow(filter.status, filter.now))
  if (filter.search) {
    const other = sql.ref(filter.side === 'provider' ? 'partnerships.reseller_id' : 'partnerships.provider_id')
    query = query.where(sql<boolean>`(strpos(name_key, ${filter.search}) > 0
      or exists (select from tenants t where t.id = ${other} and strpos(t.name_key, ${filter.search}) > 0))`)
  }
  const rows = await query.execute()
  return rows.map((row) => ({ partnership: partnershipFromRow(row), keys: [row.created_key, row.id] }))
}

/** The column is late by nature: what is past its time counts as expired, whatever it says. */
function holdsNow(status: PartnershipStatus, now: Date) {
  if (status === 'expired') return sql<boolean>`(status = 'expired' or (status in ('draft', 'shared') and expires_at <= ${now}))`
  if (status === 'draft' || status === 'shared') return sql<boolean>`(status = ${status} and expires_at > ${now})`
  return sql<boolean>`status = ${status}`
}

/** The providers of this reseller, at most a hundred. */
export async function activeProvidersOf(trx: Transaction, resellerId: string): Promise<string[]> {
  const rows = await trx.selectFrom('partnerships').select('provider_id').where('reseller_id', '=', resellerId).where('status', '=', 'active').orderBy('provider_id').limit(100).execute()
  return rows.map((row) => row.provider_id)
}

/** Services on which each of these partners may administer this organization now, by partner id. */
export async function accessHeldBy(trx: Transaction, tenantId: string, partnerIds: readonly string[]): Promise<ReadonlyMap<string, string[]>> {
  return held(await grants(trx).where('customer_id', '=', tenantId).where('partner_id', 'in', [...partnerIds, tenantId]).execute(), 'partner_id')
}

/** The same from the other side: on which this partner may administer each of these organizations. */
export async function accessHeldOver(trx: Transaction, partnerId: string, tenantIds: readonly string[]): Promise<ReadonlyMap<string, string[]>> {
  return held(await grants(trx).where('partner_id', '=', partnerId).where('customer_id', 'in', [...tenantIds, partnerId]).execute(), 'customer_id')
}

function grants(trx: Transaction) {
  return trx.selectFrom('delegated_admin_privileges').select(['partner_id', 'customer_id', 'service']).where('ended_at', 'is', null).orderBy('service')
}

function held<Key extends 'partner_id' | 'customer_id'>(rows: readonly (Readonly<Record<Key, string>> & { readonly service: string })[], key: Key): Map<string, string[]> {
  const services = new Map<string, string[]>()
  for (const row of rows) services.set(row[key], [...(services.get(row[key]) ?? []), row.service])
  return services
}
