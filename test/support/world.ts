import { createHash, randomBytes, randomInt, randomUUID } from 'node:crypto'
import pg from 'pg'
import { searchKey } from '../../src/domain/names/search-key.ts'
import type { AssignableRole } from '../../src/domain/roles.ts'
import { seal } from '../../src/security/seal.ts'
import { hashSecret, newSecret } from '../../src/security/secret.ts'
import { testDatabase } from './database.ts'
import { testKeyRing } from './environment.ts'
import { atFileEnd } from './file-end.ts'

/** People and tenants that a test needs as given. They are written as the owner: how they come into being is tested elsewhere. */
export interface TestPerson {
  readonly id: string
  readonly tenantId: string
  readonly userPrincipalName: string
  readonly displayName: string
  readonly roles: readonly AssignableRole[]
}

export interface TestTenant {
  readonly id: string
  readonly name: string
  readonly cloud: string
  readonly country: string
  readonly domain: string
  /** one person with exactly this role, made on first use */
  person(...roles: AssignableRole[]): Promise<TestPerson>
}

export interface TenantWishes {
  id?: string
  name?: string
  cloud?: 'public' | 'usGov' | 'germany' | 'china'
  country?: string
  language?: string
  timeZone?: string
  domain?: string
  isCustomer?: boolean
  isOperator?: boolean
}

export interface PartnerWishes extends TenantWishes {
  kinds?: ('directBill' | 'indirectProvider' | 'indirectReseller')[]
  status?: 'active' | 'suspended'
  inDebt?: boolean
  verified?: boolean
  programmeId?: string | null
  /** the partner agreement; true unless said otherwise */
  hasSigned?: boolean
}

let pool: Promise<pg.Pool> | undefined

/** SQL as the owner, for givens and for looking at what is stored. */
export async function sql<Row extends pg.QueryResultRow = pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> {
  pool ??= openPool()
  return (await (await pool).query<Row>(text, values)).rows
}

async function openPool(): Promise<pg.Pool> {
  const { owner } = await testDatabase()
  // Unheard, the end of a connection whose database is dropped meanwhile would fail the file.
  const opened = new pg.Pool({ ...owner, max: 3 }).on('error', () => undefined)
  atFileEnd(() => {
    pool = undefined
    return opened.end()
  })
  return opened
}

export async function aTenant(wishes: TenantWishes = {}): Promise<TestTenant> {
  const id = wishes.id ?? randomUUID()
  const { cloud = 'public', country = { public: 'ES', usGov: 'US', germany: 'DE', china: 'CN' }[wishes.cloud ?? 'public'] } = wishes
  const name = wishes.name ?? `Contoso ${id.slice(0, 4)}`
  const domain = wishes.domain ?? `c${id.slice(0, 8)}.example`
  await sql(
    `insert into tenants (id, cloud, name, name_key, country, primary_domain, language, time_zone, is_customer, is_operator, origin, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'operatorImport', now())`,
    [id, cloud, name, searchKey(name), country, domain, wishes.language ?? 'es', wishes.timeZone ?? 'Europe/Madrid', wishes.isCustomer ?? false, wishes.isOperator ?? false],
  )
  const made = new Map<string, Promise<TestPerson>>()
  const person = (...roles: AssignableRole[]) => {
    const key = [...roles].sort().join()
    if (!made.has(key)) made.set(key, aPerson({ tenantId: id, domain, roles }))
    return made.get(key)!
  }
  return { id, name, cloud, country, domain, person }
}

export async function aPartner(wishes: PartnerWishes = {}): Promise<TestTenant> {
  const tenant = await aTenant({ name: `Fabrikam ${randomInt(1e6)}`, ...wishes })
  await sql(
    `insert into partner_profiles (tenant_id, kinds, programme_id, status, in_debt, verified_at, verification_method, agreement_signed_at, enrolled_at)
     values ($1, $2, $3, $4, $5, case when $6 then now() end, case when $6 then 'operatorCheck' end, case when $7 then now() end, now())`,
    [tenant.id, wishes.kinds ?? ['directBill'], wishes.programmeId === undefined ? String(randomInt(1e6, 1e7)) : wishes.programmeId, wishes.status ?? 'active', wishes.inDebt ?? false, wishes.verified ?? true, wishes.hasSigned ?? true],
  )
  await linkOf(tenant.id)
  return tenant
}

/** As enrolment gives it (decision 3). */
async function linkOf(partnerId: string): Promise<void> {
  const [id, secret] = [randomUUID(), newSecret('partnerLink', randomBytes)]
  await sql('insert into partner_links (partner_id, id, secret_hash, sealed_secret, created_at) values ($1, $2, $3, $4, now())', [partnerId, id, hashSecret(secret), seal(testKeyRing, 'partnerLink', id, secret)])
}

export function aCustomer(wishes: TenantWishes = {}): Promise<TestTenant> {
  return aTenant({ isCustomer: true, ...wishes })
}

export async function anOperator(): Promise<TestPerson> {
  const tenant = await aTenant({ name: 'Operator', isOperator: true })
  return tenant.person('operator')
}

async function aPerson({ tenantId, domain, roles }: { tenantId: string; domain: string; roles: readonly AssignableRole[] }): Promise<TestPerson> {
  const id = randomUUID()
  const userPrincipalName = `p${id.slice(0, 8)}@${domain}`
  const displayName = `Ana ${id.slice(0, 4)}`
  await sql(
    `insert into people (tenant_id, id, user_principal_name, user_principal_name_key, display_name, mail, mail_confirmed_at, language, roles, created_at)
     values ($1, $2, $3, $3, $4, $3, now(), null, $5, now())`,
    [tenantId, id, userPrincipalName, displayName, roles],
  )
  return { id, tenantId, userPrincipalName, displayName, roles }
}

/** A published version of the customer agreement for a cloud, in Spanish and English. */
export async function anAgreement(cloud = 'public', wishes: { number?: number; country?: string | null } = {}): Promise<{ versionId: string; sha256: (language: string) => string }> {
  const versionId = randomUUID()
  const number = wishes.number ?? 1
  await sql('insert into agreement_versions (id, cloud, country, number, published_at) values ($1, $2, $3, $4, now())', [versionId, cloud, wishes.country ?? null, number])
  const body = (language: string) => `SAMPLE customer agreement ${number} (${language})\n\n1. One clause.`
  for (const language of ['en', 'es', 'de', 'zh-Hans']) {
    await sql('insert into agreement_texts (version_id, language, title, body, sha256) values ($1, $2, $3, $4, sha256(convert_to($4, \'UTF8\')))', [versionId, language, `Agreement ${number}`, body(language)])
  }
  return { versionId, sha256: (language) => createHash('sha256').update(body(language)).digest('hex') }
}

/** A customer already related to a partner, with privileges where wished; given, not lived through. */
export async function aRelationship(partner: TestTenant, customer: TestTenant, wishes: { services?: string[]; since?: Date } = {}): Promise<void> {
  const since = wishes.since ?? new Date()
  await sql(
    `insert into customer_accounts (partner_id, customer_id, company_name, name_key, primary_domain, country, channels, related_since)
     values ($1, $2, $3, $4, $5, $6, '{direct}', $7)`,
    [partner.id, customer.id, customer.name, searchKey(customer.name), customer.domain, customer.country, since],
  )
  await sql(
    `insert into reseller_relationships (partner_id, customer_id, id, channel, started_at, origin) values ($1, $2, $3, 'direct', $4, 'import')`,
    [partner.id, customer.id, randomUUID(), since],
  )
  const granter = await customer.person('globalAdministrator')
  for (const service of wishes.services ?? []) {
    await sql(
      `insert into delegated_admin_privileges (partner_id, customer_id, service, id, granted_at, granted_by) values ($1, $2, $3, $4, $5, $6)`,
      [partner.id, customer.id, service, randomUUID(), since, granter.id],
    )
  }
}
