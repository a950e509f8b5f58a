import { sql } from 'kysely'
import { DomainError } from '../domain/errors.ts'
import type { Partner, PartnerKind, PartnerStatus, VerificationMethod } from '../domain/partners/partner.ts'
import type { PrefixSearch } from './customer-list-store.ts'
import type { Transaction } from './database.ts'

/** A partner as the operator lists it. */
export interface ListedPartner extends Partner {
  readonly name: string
  readonly nameKey: string
  readonly cloud: string
  readonly country: string
  readonly primaryDomain: string
  readonly verificationNote: string | null
  readonly enrolledAt: Date
}

/** The partner of that tenant, held: acts of the partner under way wait for this change, or this change for them (rule R10). */
export async function lockPartner(trx: Transaction, id: string): Promise<Partner> {
  const row = await trx.selectFrom('partner_profiles').select(profileColumns).where('tenant_id', '=', id).forUpdate().executeTakeFirst()
  if (!row) throw new DomainError('notFound', 'No such partner.')
  return partnerFromRow(row)
}

export async function savePartner(trx: Transaction, next: Partner, note?: string | null): Promise<Partner> {
  const { numUpdatedRows } = await trx
    .updateTable('partner_profiles')
    .set({
      status: next.status,
      status_reason: next.statusReason,
      in_debt: next.inDebt,
      programme_id: next.programmeId,
      agreement_signed_at: next.agreementSignedAt,
      verified_at: next.verifiedAt,
      verified_by: next.verifiedBy,
      verification_method: next.verificationMethod,
      ...(note !== undefined && { verification_note: note }),
      version: next.version + 1,
    })
    .where('tenant_id', '=', next.id)
    .where('version', '=', next.version)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new DomainError('changedMeanwhile', 'The partner changed meanwhile.')
  return { ...next, version: next.version + 1 }
}

export async function insertPartnerProfile(
  trx: Transaction,
  profile: { readonly tenantId: string; readonly kinds: readonly PartnerKind[]; readonly programmeId: string | null; readonly agreementSignedAt: Date | null; readonly at: Date },
): Promise<void> {
  await trx
    .insertInto('partner_profiles')
    .values({
      tenant_id: profile.tenantId,
      kinds: [...profile.kinds],
      programme_id: profile.programmeId,
      agreement_signed_at: profile.agreementSignedAt,
      enrolled_at: profile.at,
    })
    .execute()
}

export interface NameStart {
  readonly nameKey: string
  readonly id: string
  readonly isBackward: boolean
}

export interface NamedPage {
  readonly most: number
  readonly from: NameStart | undefined
  readonly search: PrefixSearch | undefined
}

/** What an operator narrows the list to. */
const standings = {
  active: sql<boolean>`p.status = 'active'`,
  suspended: sql<boolean>`p.status = 'suspended'`,
  inDebt: sql<boolean>`p.in_debt`,
  unverified: sql<boolean>`p.verified_at is null`,
  unsigned: sql<boolean>`p.agreement_signed_at is null`,
} as const
export type StandingFilter = keyof typeof standings
export const standingFilters = Object.keys(standings) as StandingFilter[]

/** By name, for the operator's scope. */
export async function listPartners(trx: Transaction, { most, from, search, standing }: NamedPage & { readonly standing?: StandingFilter | undefined }): Promise<ListedPartner[]> {
  const direction = from?.isBackward ? 'desc' : 'asc'
  let query = trx
    .selectFrom('partner_profiles as p')
    .innerJoin('tenants as t', 't.id', 'p.tenant_id')
    .select(listedColumns)
    .orderBy('t.name_key', direction)
    .orderBy('t.id', direction)
    .limit(most)
  if (from) query = query.where(pastName(from))
  if (search) query = query.where(beginsWith(search))
  if (standing) query = query.where(standings[standing])
  const rows = await query.execute()
  return rows.map(listedFromRow)
}

/** Rows beyond the one a page stops at, for lists of tenants ordered by name. */
export function pastName({ nameKey, id, isBackward }: NameStart) {
  return isBackward
    ? sql<boolean>`(t.name_key, t.id) < (${nameKey} collate "C", ${id}::uuid)`
    : sql<boolean>`(t.name_key, t.id) > (${nameKey} collate "C", ${id}::uuid)`
}

/** A tenant whose folded name or whose domain begins so. */
export function beginsWith({ name, domain }: PrefixSearch) {
  const byName = sql<boolean>`t.name_key >= ${name.from} collate "C" and t.name_key < ${name.to} collate "C"`
  return domain ? sql<boolean>`((${byName}) or (t.primary_domain >= ${domain.from} collate "C" and t.primary_domain < ${domain.to} collate "C"))` : byName
}

export async function readPartner(trx: Transaction, id: string): Promise<ListedPartner> {
  const row = await trx
    .selectFrom('partner_profiles as p')
    .innerJoin('tenants as t', 't.id', 'p.tenant_id')
    .select(listedColumns)
    .where('p.tenant_id', '=', id)
    .executeTakeFirst()
  if (!row) throw new DomainError('notFound', 'No such partner.')
  return listedFromRow(row)
}

const profileColumns = ['tenant_id', 'kinds', 'programme_id', 'status', 'status_reason', 'in_debt', 'agreement_signed_at', 'verified_at', 'verified_by', 'verification_method', 'version'] as const
const listedColumns = [
  'p.tenant_id', 'p.kinds', 'p.programme_id', 'p.status', 'p.status_reason', 'p.in_debt', 'p.agreement_signed_at', 'p.verified_at', 'p.verified_by', 'p.verification_method', 'p.version',
  'p.verification_note', 'p.enrolled_at', 't.name', 't.name_key', 't.cloud', 't.country', 't.primary_domain',
] as const

interface ProfileRow {
  tenant_id: string
  kinds: string[]
  programme_id: string | null
  agreement_signed_at: Date | null
  status: string
  status_reason: string | null
  in_debt: boolean
  verified_at: Date | null
  verified_by: string | null
  verification_method: string | null
  version: number
}

interface ListedRow extends ProfileRow {
  name: string
  name_key: string
  cloud: string
  country: string
  primary_domain: string
  verification_note: string | null
  enrolled_at: Date
}

function partnerFromRow(row: ProfileRow): Partner {
  return {
    id: row.tenant_id,
    kinds: row.kinds as PartnerKind[],
    programmeId: row.programme_id,
    status: row.status as PartnerStatus,
    statusReason: row.status_reason,
    inDebt: row.in_debt,
    agreementSignedAt: row.agreement_signed_at,
    verifiedAt: row.verified_at,
    verifiedBy: row.verified_by,
    verificationMethod: row.verification_method as VerificationMethod | null,
    version: row.version,
  }
}

function listedFromRow(row: ListedRow): ListedPartner {
  return {
    ...partnerFromRow(row),
    name: row.name,
    nameKey: row.name_key,
    cloud: row.cloud,
    country: row.country,
    primaryDomain: row.primary_domain,
    verificationNote: row.verification_note,
    enrolledAt: row.enrolled_at,
  }
}
