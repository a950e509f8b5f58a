import { sql } from 'kysely'
import type { Transaction } from './database.ts'

export interface HeldRights {
  readonly partnerStatus: 'active' | 'suspended' | null
  readonly inDebt: boolean
  /** the partner agreement; true where the tenant is no partner */
  readonly hasSigned: boolean
  readonly relationship: 'active' | 'ended' | 'none'
  readonly privilegedServices: readonly string[]
}

/**
 * Reads what the right to act rests on and holds it: the partner's standing, the relationship and the grants are locked
 * FOR SHARE, so a revocation waits for this act or this act sees the revocation (rule R10; FOR KEY SHARE would not do).
 * An act that ends these rights holds them for update at once: taking them for share first would let two such acts block each other.
 */
export async function holdRights(trx: Transaction, partnerId: string, customerId: string, hold: 'forShare' | 'forUpdate' = 'forShare'): Promise<HeldRights> {
  const [partner, relationship, grants] = await Promise.all([
    holdStanding(trx, partnerId),
    trx
      .selectFrom('reseller_relationships')
      .select(['ended_at'])
      .where('partner_id', '=', partnerId)
      .where('customer_id', '=', customerId)
      .orderBy('ended_at', (order) => order.desc().nullsFirst())
      .limit(1)[hold]()
      .execute(),
    trx
      .selectFrom('delegated_admin_privileges')
      .select('service')
      .where('partner_id', '=', partnerId)
      .where('customer_id', '=', customerId)
      .where('ended_at', 'is', null)
      .orderBy('service')[hold]()
      .execute(),
  ])
  const latest = relationship[0]
  return {
    ...partner,
    relationship: latest ? (latest.ended_at ? 'ended' : 'active') : 'none',
    privilegedServices: grants.map((grant) => grant.service),
  }
}

/** The partner's standing alone, held likewise: suspending a partner waits for acts under way. */
export async function holdStanding(
  trx: Transaction,
  partnerId: string,
): Promise<Pick<HeldRights, 'partnerStatus' | 'inDebt' | 'hasSigned'>> {
  const row = await trx
    .selectFrom('partner_profiles')
    .select(['status', 'in_debt', 'agreement_signed_at'])
    .where('tenant_id', '=', partnerId)
    .forShare()
    .executeTakeFirst()
  return { partnerStatus: (row?.status as HeldRights['partnerStatus']) ?? null, inDebt: row?.in_debt ?? false, hasSigned: !row || row.agreement_signed_at !== null }
}

/** Last use and count of a grant: a usage counter, kept apart from the grant itself. */
export async function countPrivilegeUse(
  trx: Transaction,
  use: { partnerId: string; customerId: string; services: readonly string[]; personId: string; action: string; at: Date },
): Promise<void> {
  await trx
    .insertInto('privilege_uses')
    .values(
      use.services.map((service) => ({
        partner_id: use.partnerId,
        customer_id: use.customerId,
        service,
        last_used_at: use.at,
        last_used_by: use.personId,
        last_action: use.action,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['partner_id', 'customer_id', 'service']).doUpdateSet({
        last_used_at: use.at,
        last_used_by: use.personId,
        last_action: use.action,
        use_count: sql`privilege_uses.use_count + 1`,
      }),
    )
    .execute()
}
