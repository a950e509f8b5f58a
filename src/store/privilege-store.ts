import type { Transaction } from './database.ts'

/** Delegated admin privileges of one partner on one service of one customer. No end date: shown as "no end" (product.md). */
export interface PrivilegeGrant {
  readonly id: string
  readonly partnerId: string
  readonly customerId: string
  readonly service: string
  readonly grantedAt: Date
  readonly grantedBy: string
  readonly requestId: string | null
  /** only one transacting partner may hold this service at this customer [S2.23] */
  readonly isExclusive: boolean
}

/** A grant with its last use. */
export interface UsedPrivilegeGrant extends PrivilegeGrant {
  readonly lastUsedAt: Date | null
  readonly lastUsedBy: string | null
  readonly lastAction: string | null
  readonly useCount: number
}

/** The active grants between two, held for the act, in service order (so that two acts never wait for each other crosswise). */
export async function lockGrants(trx: Transaction, partnerId: string, customerId: string): Promise<PrivilegeGrant[]> {
  const rows = await trx
    .selectFrom('delegated_admin_privileges')
    .select(grantColumns)
    .where('partner_id', '=', partnerId)
    .where('customer_id', '=', customerId)
    .where('ended_at', 'is', null)
    .orderBy('service')
    .forUpdate()
    .execute()
  return rows.map(grantFromRow)
}

/**
 * Grants each service that the partner does not hold yet; gives back those that are new. Another partner's exclusive
 * grant on a service is found by the database (alreadyExists): look with servicesHeldExclusively first.
 */
export async function insertGrants(trx: Transaction, grants: readonly PrivilegeGrant[]): Promise<PrivilegeGrant[]> {
  const inserted: PrivilegeGrant[] = []
  for (const grant of grants) {
    const { numInsertedOrUpdatedRows } = await trx
      .insertInto('delegated_admin_privileges')
      .values({
        partner_id: grant.partnerId,
        customer_id: grant.customerId,
        service: grant.service,
        id: grant.id,
        granted_at: grant.grantedAt,
        granted_by: grant.grantedBy,
        request_id: grant.requestId,
        is_exclusive: grant.isExclusive,
      })
      .onConflict((conflict) => conflict.columns(['partner_id', 'customer_id', 'service']).where('ended_at', 'is', null).doNothing())
      .executeTakeFirst()
    if (numInsertedOrUpdatedRows === 1n) inserted.push(grant)
  }
  return inserted
}

/** Services of this customer that another partner holds alone; only the customer's own transaction sees them. */
export async function servicesHeldExclusively(trx: Transaction, customerId: string, exceptPartnerId: string): Promise<{ service: string; partnerId: string }[]> {
  const rows = await trx
    .selectFrom('delegated_admin_privileges')
    .select(['service', 'partner_id'])
    .where('customer_id', '=', customerId)
    .where('partner_id', '!=', exceptPartnerId)
    .where('is_exclusive', '=', true)
    .where('ended_at', 'is', null)
    .orderBy('service')
    .execute()
  return rows.map((row) => ({ service: row.service, partnerId: row.partner_id }))
}

export interface GrantEnd {
  readonly at: Date
  readonly by: string
  /** a code: removedByCustomer, removedWithRelationship, endAsked… */
  readonly reason: string
}

/** Ends the active grants on these services; gives back the services that ended now. */
export async function endGrants(
  trx: Transaction,
  held: { readonly partnerId: string; readonly customerId: string; readonly services: readonly string[] },
  end: GrantEnd,
): Promise<string[]> {
  if (held.services.length === 0) return []
  const rows = await trx
    .updateTable('delegated_admin_privileges')
    .set((row) => ({ ended_at: end.at, ended_by: end.by, end_reason: end.reason, version: row('version', '+', 1) }))
    .where('partner_id', '=', held.partnerId)
    .where('customer_id', '=', held.customerId)
    .where('service', 'in', [...held.services])
    .where('ended_at', 'is', null)
    .returning('service')
    .execute()
  return rows.map((row) => row.service).sort()
}

/** What one partner holds at one customer now, with last use. */
export async function grantsBetween(trx: Transaction, partnerId: string, customerId: string): Promise<UsedPrivilegeGrant[]> {
  const rows = await usedGrants(trx).where('g.partner_id', '=', partnerId).where('g.customer_id', '=', customerId).orderBy('g.service').execute()
  return rows.map(usedGrantFromRow)
}

/** What any partner holds at this customer now, with last use; for the customer's own page. */
export async function grantsOfCustomer(trx: Transaction, customerId: string): Promise<UsedPrivilegeGrant[]> {
  const rows = await usedGrants(trx).where('g.customer_id', '=', customerId).orderBy('g.partner_id').orderBy('g.service').execute()
  return rows.map(usedGrantFromRow)
}

/** The services on which the partner ever held privileges at these customers, ended ones included. */
export async function servicesEverGrantedTo(trx: Transaction, partnerId: string, customerIds: readonly string[]): Promise<ReadonlyMap<string, string[]>> {
  if (customerIds.length === 0) return new Map()
  const rows = await trx
    .selectFrom('delegated_admin_privileges')
    .select(['customer_id', 'service'])
    .distinct()
    .where('partner_id', '=', partnerId)
    .where('customer_id', 'in', [...customerIds])
    .orderBy('customer_id')
    .orderBy('service')
    .execute()
  const byCustomer = new Map<string, string[]>()
  for (const { customer_id, service } of rows) byCustomer.set(customer_id, [...(byCustomer.get(customer_id) ?? []), service])
  return byCustomer
}

const grantColumns = ['id', 'partner_id', 'customer_id', 'service', 'granted_at', 'granted_by', 'request_id', 'is_exclusive'] as const

function usedGrants(trx: Transaction) {
  return trx
    .selectFrom('delegated_admin_privileges as g')
    .leftJoin('privilege_uses as u', (join) =>
      join.onRef('u.partner_id', '=', 'g.partner_id').onRef('u.customer_id', '=', 'g.customer_id').onRef('u.service', '=', 'g.service'),
    )
    .select([
      'g.id',
      'g.partner_id',
      'g.customer_id',
      'g.service',
      'g.granted_at',
      'g.granted_by',
      'g.request_id',
      'g.is_exclusive',
      'u.last_used_at',
      'u.last_used_by',
      'u.last_action',
      'u.use_count',
    ])
    .where('g.ended_at', 'is', null)
}

interface GrantRow {
  id: string
  partner_id: string
  customer_id: string
  service: string
  granted_at: Date
  granted_by: string
  request_id: string | null
  is_exclusive: boolean
}

function grantFromRow(row: GrantRow): PrivilegeGrant {
  return {
    id: row.id,
    partnerId: row.partner_id,
    customerId: row.customer_id,
    service: row.service,
    grantedAt: row.granted_at,
    grantedBy: row.granted_by,
    requestId: row.request_id,
    isExclusive: row.is_exclusive,
  }
}

function usedGrantFromRow(
  row: GrantRow & { last_used_at: Date | null; last_used_by: string | null; last_action: string | null; use_count: number | null },
): UsedPrivilegeGrant {
  // A use before this grant belongs to one that ended: the counter row is kept per service, not per grant.
  const isOfThisGrant = row.last_used_at !== null && row.last_used_at >= row.granted_at
  return {
    ...grantFromRow(row),
    lastUsedAt: isOfThisGrant ? row.last_used_at : null,
    lastUsedBy: isOfThisGrant ? row.last_used_by : null,
    lastAction: isOfThisGrant ? row.last_action : null,
    useCount: isOfThisGrant ? (row.use_count ?? 0) : 0,
  }
}
