import type { Selectable } from 'kysely'
import { DomainError } from '../domain/errors.ts'
import type { Transaction } from './database.ts'
import type { Tenants } from './schema.generated.ts'

/** A tenant's own description, as its administrators and partners with privileges see it. */
export interface Organization {
  readonly id: string
  readonly name: string
  readonly cloud: string
  readonly country: string
  readonly primaryDomain: string
  readonly domains: readonly string[]
  readonly language: string
  readonly timeZone: string
  readonly contactName: string | null
  readonly contactMail: string | null
  readonly contactPhone: string | null
  readonly isClosed: boolean
  readonly version: number
}

export type OrganizationChange = Partial<Pick<Organization, 'language' | 'contactName' | 'contactMail' | 'contactPhone'>>

export async function findOrganization(trx: Transaction, tenantId: string): Promise<Organization> {
  const [row, domains] = await Promise.all([
    trx.selectFrom('tenants').select(organizationColumns).where('id', '=', tenantId).executeTakeFirst(),
    trx.selectFrom('tenant_domains').select('domain').where('tenant_id', '=', tenantId).where('verified_at', 'is not', null).orderBy('domain').execute(),
  ])
  if (!row) throw new DomainError('notFound', 'No such organization.')
  return fromRow(row, domains.map(({ domain }) => domain))
}

/** Contact and language only: name, country and domains are not changed here. */
export async function saveOrganization(trx: Transaction, tenantId: string, version: number, change: OrganizationChange): Promise<Organization> {
  const row = await trx
    .updateTable('tenants')
    .set((to) => ({
      ...(change.language !== undefined && { language: change.language }),
      ...(change.contactName !== undefined && { contact_name: change.contactName }),
      ...(change.contactMail !== undefined && { contact_mail: change.contactMail }),
      ...(change.contactPhone !== undefined && { contact_phone: change.contactPhone }),
      version: to('version', '+', 1),
    }))
    .where('id', '=', tenantId)
    .where('version', '=', version)
    .executeTakeFirst()
  if (row.numUpdatedRows !== 1n) throw new DomainError('changedMeanwhile', 'The organization was changed meanwhile.')
  return findOrganization(trx, tenantId)
}

/**
 * The row of a customer while something is agreed for it: two acceptances of one customer follow one another, so that
 * relationship, signature and privileges are made once. Not FOR UPDATE, which would stop rows that only refer to the tenant.
 */
export async function lockTenant(trx: Transaction, tenantId: string): Promise<Organization> {
  const row = await trx.selectFrom('tenants').select(organizationColumns).where('id', '=', tenantId).forNoKeyUpdate().executeTakeFirst()
  if (!row) throw new DomainError('notFound', 'No such organization.')
  return fromRow(row, [])
}

const organizationColumns = [
  'id',
  'name',
  'cloud',
  'country',
  'primary_domain',
  'language',
  'time_zone',
  'contact_name',
  'contact_mail',
  'contact_phone',
  'status',
  'version',
] as const satisfies readonly (keyof Tenants)[]

function fromRow(row: Pick<Selectable<Tenants>, (typeof organizationColumns)[number]>, domains: readonly string[]): Organization {
  return {
    id: row.id,
    name: row.name,
    cloud: row.cloud,
    country: row.country,
    primaryDomain: row.primary_domain,
    domains,
    language: row.language,
    timeZone: row.time_zone,
    contactName: row.contact_name,
    contactMail: row.contact_mail,
    contactPhone: row.contact_phone,
    isClosed: row.status === 'closed',
    version: row.version,
  }
}
