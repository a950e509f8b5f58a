import { type Selectable, sql } from 'kysely'
import type { BusinessProfile, ProfileLogo } from '../domain/business-profiles/business-profile.ts'
import { profileKey } from '../domain/business-profiles/check-content.ts'
import { DomainError } from '../domain/errors.ts'
import type { Transaction } from './database.ts'
import type { BusinessProfiles } from './schema.generated.ts'

/** Gives false where the partner has one for that market. */
export async function insertProfile(trx: Transaction, profile: BusinessProfile): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('business_profiles')
    .values({
      partner_id: profile.partnerId,
      id: profile.id,
      market: profile.market,
      status: profile.status,
      description: profile.description,
      created_at: profile.createdAt,
      created_by: profile.createdBy,
      changed_at: profile.changedAt,
      changed_by: profile.changedBy,
    })
    .onConflict((conflict) => conflict.columns(['partner_id', 'market']).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export async function profilesOf(trx: Transaction, partnerId: string): Promise<BusinessProfile[]> {
  return (await trx.selectFrom('business_profiles').select(profileColumns).where('partner_id', '=', partnerId).orderBy('market').execute()).map(profileFromRow)
}

export async function hasProfile(trx: Transaction, partnerId: string): Promise<boolean> {
  return (await trx.selectFrom('business_profiles').select('id').where('partner_id', '=', partnerId).limit(1).executeTakeFirst()) !== undefined
}

/** Somebody else's answers like an absent one. */
export async function findProfile(trx: Transaction, partnerId: string, id: string): Promise<BusinessProfile> {
  return found(await own(trx, partnerId, id).executeTakeFirst())
}

/** Held, so that of two who change it one waits. */
export async function lockProfile(trx: Transaction, partnerId: string, id: string): Promise<BusinessProfile> {
  return found(await own(trx, partnerId, id).forUpdate().executeTakeFirst())
}

/** State, picture and locations are beside the words: whoever edits these is not stopped by a colleague who adds an address. */
export async function touchProfile(trx: Transaction, next: BusinessProfile): Promise<BusinessProfile> {
  await trx
    .updateTable('business_profiles')
    .set({ status: next.status, published_at: next.publishedAt, changed_at: next.changedAt, changed_by: next.changedBy })
    .where('partner_id', '=', next.partnerId)
    .where('id', '=', next.id)
    .execute()
  return next
}

/** The words; each time they are another version. */
export async function saveProfile(trx: Transaction, next: BusinessProfile): Promise<BusinessProfile> {
  await trx
    .updateTable('business_profiles')
    .set({
      description: next.description,
      website: next.website,
      linkedin: next.linkedin,
      industries: [...next.industries],
      services: [...next.services],
      products: [...next.products],
      competencies: [...next.competencies],
      skills: [...next.skills],
      company_sizes: [...next.companySizes],
      other_companies: next.otherCompanies,
      other_companies_by: next.otherCompaniesBy,
      other_companies_at: next.otherCompaniesAt,
      search_key: profileKey(next),
      changed_at: next.changedAt,
      changed_by: next.changedBy,
      version: next.version + 1,
    })
    .where('partner_id', '=', next.partnerId)
    .where('id', '=', next.id)
    .execute()
  return { ...next, version: next.version + 1 }
}

export async function saveProfileLogo(trx: Transaction, { partnerId, id }: BusinessProfile, logo: (ProfileLogo & { readonly png: Buffer }) | null): Promise<void> {
  await trx
    .updateTable('business_profiles')
    .set({ logo: logo?.png ?? null, logo_sha256: logo?.sha256 ?? null, logo_width: logo?.width ?? null, logo_height: logo?.height ?? null })
    .where('partner_id', '=', partnerId)
    .where('id', '=', id)
    .execute()
}

export async function profileLogo(trx: Transaction, partnerId: string, id: string): Promise<Buffer | null> {
  const row = await trx.selectFrom('business_profiles').select('logo').where('partner_id', '=', partnerId).where('id', '=', id).executeTakeFirst()
  return row?.logo ?? null
}

/** Of a page that customers find; by its SHA-256, hex. */
export async function publishedLogo(trx: Transaction, sha256: string): Promise<Buffer | null> {
  const { rows } = await sql<{ logo: Buffer | null }>`select published_logo(${sha256}) as logo`.execute(trx)
  return rows[0]?.logo ?? null
}

/** Names of other partners that customers find and that stand in these words, folded by searchKey. A name of a few letters is part of other words. */
export async function partnersNamedIn(trx: Transaction, partnerId: string, words: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select distinct name from found_profiles
    where partner_id <> ${partnerId} and length(name_key) >= 5 and strpos(' ' || ${words} || ' ', name_key) > 0 order by name limit 3`.execute(trx)
  return rows.map(({ name }) => name)
}

const profileColumns = [
  'partner_id', 'id', 'market', 'status', 'description', 'website', 'linkedin', 'industries', 'services', 'products', 'competencies', 'skills', 'company_sizes', 'other_companies', 'other_companies_by',
  'other_companies_at', 'logo_sha256', 'logo_width', 'logo_height', 'created_at', 'created_by', 'published_at', 'changed_at', 'changed_by', 'version',
] as const satisfies readonly (keyof BusinessProfiles)[]

type Row = Pick<Selectable<BusinessProfiles>, (typeof profileColumns)[number]>

function own(trx: Transaction, partnerId: string, id: string) {
  return trx.selectFrom('business_profiles').select(profileColumns).where('partner_id', '=', partnerId).where('id', '=', id)
}

function found(row: Row | undefined): BusinessProfile {
  if (!row) throw new DomainError('notFound', 'No such business profile.')
  return profileFromRow(row)
}

function profileFromRow(row: Row): BusinessProfile {
  return {
    partnerId: row.partner_id,
    id: row.id,
    market: row.market,
    status: row.status as BusinessProfile['status'],
    description: row.description,
    website: row.website,
    linkedin: row.linkedin,
    industries: row.industries as BusinessProfile['industries'],
    services: row.services as BusinessProfile['services'],
    products: row.products,
    competencies: row.competencies as BusinessProfile['competencies'],
    skills: row.skills,
    companySizes: row.company_sizes as BusinessProfile['companySizes'],
    otherCompanies: row.other_companies as BusinessProfile['otherCompanies'],
    otherCompaniesBy: row.other_companies_by,
    otherCompaniesAt: row.other_companies_at,
    logo: row.logo_sha256 === null ? null : { sha256: row.logo_sha256, width: row.logo_width!, height: row.logo_height! },
    createdAt: row.created_at,
    createdBy: row.created_by,
    publishedAt: row.published_at,
    changedAt: row.changed_at,
    changedBy: row.changed_by,
    version: row.version,
  }
}
