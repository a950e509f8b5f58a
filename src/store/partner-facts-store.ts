import { sql } from 'kysely'
import type { Transaction } from './database.ts'

/** What a customer may know of a partner that asks or that it has: nothing of the partner's other customers. */
export interface PartnerFacts {
  readonly id: string
  readonly name: string
  readonly cloud: string
  readonly country: string
  readonly domain: string
  readonly kinds: readonly string[]
  /** null until the programme gave one (S4.L1.6) */
  readonly programmeId: string | null
  readonly agreementSignedAt: Date | null
  readonly isSuspended: boolean
  readonly verifiedAt: Date | null
  readonly verificationMethod: string | null
  readonly enrolledAt: Date
  readonly timeZone: string
}

/** In the order asked for. Visible are those whose link the transaction carries and those the tenant has or had. */
export async function partnerFacts(trx: Transaction, ids: readonly string[]): Promise<PartnerFacts[]> {
  if (ids.length === 0) return []
  const rows = await trx
    .selectFrom('partner_profiles as profile')
    .innerJoin('tenants as tenant', 'tenant.id', 'profile.tenant_id')
    .select([
      'tenant.id',
      'tenant.name',
      'tenant.cloud',
      'tenant.country',
      'tenant.primary_domain',
      'tenant.time_zone',
      'profile.kinds',
      'profile.programme_id',
      'profile.agreement_signed_at',
      'profile.status',
      'profile.verified_at',
      'profile.verification_method',
      'profile.enrolled_at',
    ])
    .where('profile.tenant_id', 'in', [...ids])
    .execute()
  const byId = new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        name: row.name,
        cloud: row.cloud,
        country: row.country,
        domain: row.primary_domain,
        kinds: row.kinds,
        programmeId: row.programme_id,
        agreementSignedAt: row.agreement_signed_at,
        isSuspended: row.status === 'suspended',
        verifiedAt: row.verified_at,
        verificationMethod: row.verification_method,
        enrolledAt: row.enrolled_at,
        timeZone: row.time_zone,
      },
    ]),
  )
  return ids.flatMap((id) => byId.get(id) ?? [])
}

export interface StandingOfAsker {
  readonly partnerId: string
  readonly isSuspended: boolean
  readonly isClosed: boolean
  readonly inDebt: boolean
  /** null for a partner link, which no single person made */
  readonly asker: { readonly isActive: boolean; readonly roles: readonly string[] } | null
  readonly isNamedTenantClosed: boolean
}

/** The standing of whoever a link belongs to, first partner first; with `hold` it stays so until the act has committed (R7, R10). */
export async function standingBehindLink(trx: Transaction, secretHash: Buffer, how: { readonly hold: boolean }): Promise<StandingOfAsker[]> {
  const { rows } = await sql<{
    partner_id: string
    is_suspended: boolean
    is_closed: boolean
    in_debt: boolean
    asker_status: string | null
    asker_roles: string[] | null
    is_named_closed: boolean
  }>`select partner_id, is_suspended, is_closed, in_debt, asker_status, asker_roles, is_named_closed
     from invitation_standing(${secretHash}, ${how.hold}) order by place`.execute(trx)
  return rows.map((row) => ({
    partnerId: row.partner_id,
    isSuspended: row.is_suspended,
    isClosed: row.is_closed,
    inDebt: row.in_debt,
    asker: row.asker_status === null ? null : { isActive: row.asker_status === 'active', roles: row.asker_roles ?? [] },
    isNamedTenantClosed: row.is_named_closed,
  }))
}

export interface TiesOfCustomer {
  readonly relatedPartners: readonly string[]
  readonly channels: readonly { readonly partnerId: string; readonly channel: string }[]
  readonly privileges: readonly { readonly partnerId: string; readonly service: string }[]
}

/** With whom the customer has something to do right now. */
export async function tiesOfCustomer(trx: Transaction, customerId: string): Promise<TiesOfCustomer> {
  const [related, privileges] = await Promise.all([
    trx
      .selectFrom('reseller_relationships')
      .select(['partner_id', 'channel'])
      .where('customer_id', '=', customerId)
      .where('ended_at', 'is', null)
      .execute(),
    trx
      .selectFrom('delegated_admin_privileges')
      .select(['partner_id', 'service'])
      .where('customer_id', '=', customerId)
      .where('ended_at', 'is', null)
      .orderBy('service')
      .execute(),
  ])
  return {
    relatedPartners: [...new Set(related.map((row) => row.partner_id))],
    channels: related.map((row) => ({ partnerId: row.partner_id, channel: row.channel })),
    privileges: privileges.map((row) => ({ partnerId: row.partner_id, service: row.service })),
  }
}

/** The primary domain and those that were proved: what a request that names a domain is compared with. */
export async function domainsOf(trx: Transaction, tenantId: string): Promise<string[]> {
  const [tenant, proved] = await Promise.all([
    trx.selectFrom('tenants').select('primary_domain').where('id', '=', tenantId).executeTakeFirst(),
    trx.selectFrom('tenant_domains').select('domain').where('tenant_id', '=', tenantId).where('verified_at', 'is not', null).execute(),
  ])
  return [...(tenant ? [tenant.primary_domain] : []), ...proved.map(({ domain }) => domain)]
}
