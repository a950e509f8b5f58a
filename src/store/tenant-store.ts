import { sql } from 'kysely'
import { DomainError } from '../domain/errors.ts'
import { noTenant } from '../domain/ids.ts'
import type { TenantKinds } from '../domain/people/portals.ts'
import { searchKey } from '../domain/names/search-key.ts'
import type { Transaction } from './database.ts'

/**
 * From here on the transaction sees the rows of this tenant: for somebody who is not signed in and has shown what belongs
 * to it, a name with its password or a secret. Undefined shows nothing, with the same statements.
 */
export async function enterTenant(trx: Transaction, tenantId: string | undefined): Promise<void> {
  await sql`select set_config('app.tenant', ${tenantId ?? noTenant}, true), set_config('app.scope', 'tenant', true)`.execute(trx)
}

/** Back to the scope of the system, after a look as one tenant. */
export async function enterSystem(trx: Transaction): Promise<void> {
  await sql`select set_config('app.tenant', ${noTenant}, true), set_config('app.scope', 'system', true)`.execute(trx)
}

/** From here on the transaction acts for the installation: for whoever holds the set-up code. */
export async function enterInstallation(trx: Transaction): Promise<void> {
  await sql`select set_config('app.scope', 'operator', true)`.execute(trx)
}

export interface Tenant extends TenantKinds {
  readonly id: string
  readonly cloud: string
  readonly name: string
  readonly country: string
  readonly primaryDomain: string
  /** what people's sign-in names may end in: the primary domain and every other that was proved */
  readonly domains: readonly string[]
  readonly language: string
  readonly timeZone: string
  readonly contactName: string | null
  readonly contactMail: string | null
  readonly contactPhone: string | null
  readonly status: 'active' | 'closed'
  readonly version: number
  readonly partner: PartnerStanding | null
}

export interface PartnerStanding {
  readonly kinds: readonly string[]
  readonly programmeId: string | null
  readonly status: 'active' | 'suspended'
  readonly inDebt: boolean
  readonly verifiedAt: Date | null
  readonly verificationMethod: string | null
  readonly agreementSignedAt: Date | null
  readonly enrolledAt: Date
}

/** A tenant as its own people see it. */
export async function findOwnTenant(trx: Transaction, tenantId: string): Promise<Tenant> {
  const row = await trx
    .selectFrom('tenants as t')
    .leftJoin('partner_profiles as p', 'p.tenant_id', 't.id')
    .select(['t.id', 't.cloud', 't.name', 't.country', 't.primary_domain', 't.language', 't.time_zone', 't.is_customer', 't.is_operator'])
    .select(['t.contact_name', 't.contact_mail', 't.contact_phone', 't.status', 't.version'])
    .select(['p.kinds', 'p.programme_id', 'p.status as partner_status', 'p.in_debt', 'p.verified_at', 'p.verification_method'])
    .select(['p.agreement_signed_at', 'p.enrolled_at'])
    .select(sql<string[]>`array(select d.domain from tenant_domains d where d.tenant_id = t.id and d.verified_at is not null order by d.domain)`.as('proved'))
    .where('t.id', '=', tenantId)
    .executeTakeFirst()
  if (!row) throw new DomainError('notFound', 'No such organization.')
  return {
    id: row.id,
    cloud: row.cloud,
    name: row.name,
    country: row.country,
    primaryDomain: row.primary_domain,
    domains: [...new Set([row.primary_domain, ...row.proved])],
    language: row.language,
    timeZone: row.time_zone,
    isCustomer: row.is_customer,
    isOperator: row.is_operator,
    partnerKinds: row.kinds ?? [],
    contactName: row.contact_name,
    contactMail: row.contact_mail,
    contactPhone: row.contact_phone,
    status: row.status as Tenant['status'],
    version: row.version,
    partner: row.kinds && {
      kinds: row.kinds,
      programmeId: row.programme_id,
      status: row.partner_status as PartnerStanding['status'],
      inDebt: row.in_debt!,
      verifiedAt: row.verified_at,
      verificationMethod: row.verification_method,
      agreementSignedAt: row.agreement_signed_at,
      enrolledAt: row.enrolled_at!,
    },
  }
}

export type TenantSettings = Pick<Tenant, 'language' | 'timeZone' | 'contactName' | 'contactMail' | 'contactPhone'>

export async function updateTenantSettings(trx: Transaction, tenantId: string, next: TenantSettings, version: number): Promise<void> {
  const saved = await trx
    .updateTable('tenants')
    .set({
      language: next.language,
      time_zone: next.timeZone,
      contact_name: next.contactName,
      contact_mail: next.contactMail,
      contact_phone: next.contactPhone,
      version: sql<number>`version + 1`,
    })
    .where('id', '=', tenantId)
    .where('version', '=', version)
    .executeTakeFirst()
  if (saved.numUpdatedRows !== 1n) throw new DomainError('changedMeanwhile', 'The settings were changed meanwhile.')
}

export interface TenantDraft {
  readonly id: string
  readonly cloud: string
  readonly name: string
  readonly country: string
  readonly primaryDomain: string
  readonly language: string
  readonly timeZone: string
  readonly isCustomer: boolean
  readonly isOperator: boolean
  readonly origin: 'setUp' | 'operatorImport' | 'enrolment' | 'selfRegistration' | 'createdByPartner' | 'openIdProvider'
  readonly createdAt: Date
  /** partner and customer of one relationship always share it; none unless said otherwise */
  readonly sandboxId?: string | null
}

/** The group of tenants with one clock that this tenant belongs to. */
export async function sandboxOf(trx: Transaction, tenantId: string): Promise<string | null> {
  const row = await trx.selectFrom('tenants').select('sandbox_id').where('id', '=', tenantId).executeTakeFirst()
  return row?.sandbox_id ?? null
}

/** The domain is unique within a cloud; a second one is `alreadyExists`. */
export async function insertTenant(trx: Transaction, draft: TenantDraft): Promise<void> {
  const made = await trx
    .insertInto('tenants')
    .values({
      id: draft.id,
      cloud: draft.cloud,
      name: draft.name,
      name_key: searchKey(draft.name),
      country: draft.country,
      primary_domain: draft.primaryDomain,
      language: draft.language,
      time_zone: draft.timeZone,
      is_customer: draft.isCustomer,
      is_operator: draft.isOperator,
      origin: draft.origin,
      created_at: draft.createdAt,
      sandbox_id: draft.sandboxId ?? null,
    })
    .onConflict((conflict) => conflict.columns(['cloud', 'primary_domain']).doNothing())
    .executeTakeFirst()
  if (made.numInsertedOrUpdatedRows !== 1n) {
    throw new DomainError('alreadyExists', 'There is an organization of this domain already.', { reason: 'domainTaken', field: 'primaryDomain' })
  }
}
