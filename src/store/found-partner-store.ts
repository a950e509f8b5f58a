import { type Selectable, sql } from 'kysely'
import type { ProfileContent, ProfileLocation, ProfileLogo } from '../domain/business-profiles/business-profile.ts'
import { DomainError } from '../domain/errors.ts'
import type { Transaction } from './database.ts'
import { locationFromRow } from './profile-location-store.ts'
import type { FoundProfiles, ProfileLocations } from './schema.generated.ts'

/** A partner as customers find it. */
export interface FoundPartner extends Omit<ProfileContent, 'otherCompanies'> {
  readonly id: string
  readonly partnerId: string
  readonly market: string
  readonly name: string
  readonly nameKey: string
  readonly country: string
  readonly primaryDomain: string
  readonly timeZone: string
  readonly isVerified: boolean
  readonly logo: ProfileLogo | null
}

export interface FinderFilter {
  readonly market: string
  readonly service?: string | undefined
  readonly industry?: string | undefined
  readonly companySize?: string | undefined
  readonly product?: string | undefined
  /** folded by searchKey; every word must stand in the name or the words of the page */
  readonly words: readonly string[]
}

/** By name. Reading back gives them in the opposite order. */
export async function findPublished(
  trx: Transaction,
  filter: FinderFilter,
  { start, most }: { readonly start: { readonly keys: readonly unknown[]; readonly backwards: boolean } | undefined; readonly most: number },
): Promise<FoundPartner[]> {
  const direction = start?.backwards ? 'desc' : 'asc'
  let query = trx.selectFrom('found_profiles').select(foundColumns).where('market', '=', filter.market).orderBy('name_key', direction).orderBy('id', direction).limit(most)
  if (start) {
    const [nameKey, id] = start.keys as string[]
    query = query.where(sql<boolean>`(name_key, id) ${sql.raw(start.backwards ? '<' : '>')} (${nameKey} collate "C", ${id}::uuid)`)
  }
  if (filter.service) query = query.where(sql<boolean>`${filter.service} = any (services)`)
  if (filter.industry) query = query.where(sql<boolean>`(industries = '{}' or ${filter.industry} = any (industries))`)
  if (filter.companySize) query = query.where(sql<boolean>`(company_sizes = '{}' or ${filter.companySize} = any (company_sizes))`)
  if (filter.product) query = query.where(sql<boolean>`${filter.product} = any (products)`)
  for (const word of filter.words) query = query.where(sql<boolean>`(strpos(name_key, ${word}) > 0 or strpos(search_key, ${word}) > 0)`)
  return (await query.execute()).map((row) => foundFromRow(row as Row))
}

/** What is not published, not in this cloud, or of a partner that is not active, answers like an absent one. */
export async function foundPartner(trx: Transaction, id: string): Promise<FoundPartner> {
  const row = await trx.selectFrom('found_profiles').select(foundColumns).where('id', '=', id).executeTakeFirst()
  if (!row) throw new DomainError('notFound', 'No such partner.')
  return foundFromRow(row as Row)
}

/** Those of them that are there. */
export async function foundPartners(trx: Transaction, ids: readonly string[]): Promise<FoundPartner[]> {
  if (ids.length === 0) return []
  const rows = await trx.selectFrom('found_profiles').select(foundColumns).where('id', 'in', [...ids]).orderBy('partner_id').execute()
  return rows.map((row) => foundFromRow(row as Row))
}

export async function foundLocations(trx: Transaction, profileId: string): Promise<ProfileLocation[]> {
  const rows = await trx.selectFrom('found_locations').selectAll().where('profile_id', '=', profileId).orderBy('created_at').orderBy('id').execute()
  return rows.map((row) => locationFromRow(row as Omit<Selectable<ProfileLocations>, 'partner_id' | 'created_by'>))
}

const foundColumns = [
  'id', 'partner_id', 'market', 'name', 'name_key', 'country', 'primary_domain', 'time_zone', 'is_verified', 'description', 'website', 'linkedin', 'industries', 'services', 'products', 'competencies', 'skills',
  'company_sizes', 'logo_sha256', 'logo_width', 'logo_height',
] as const satisfies readonly (keyof FoundProfiles)[]

/** A view does not know what its tables forbid to be null. */
type Nullable = 'website' | 'linkedin' | 'logo_sha256' | 'logo_width' | 'logo_height'
type Picked = Pick<Selectable<FoundProfiles>, (typeof foundColumns)[number]>
type Row = { readonly [Key in keyof Picked]: Key extends Nullable ? Picked[Key] : NonNullable<Picked[Key]> }

function foundFromRow(row: Row): FoundPartner {
  return {
    id: row.id,
    partnerId: row.partner_id,
    market: row.market,
    name: row.name,
    nameKey: row.name_key,
    country: row.country,
    primaryDomain: row.primary_domain,
    timeZone: row.time_zone,
    isVerified: row.is_verified,
    description: row.description,
    website: row.website,
    linkedin: row.linkedin,
    industries: row.industries as FoundPartner['industries'],
    services: row.services as FoundPartner['services'],
    products: row.products,
    competencies: row.competencies as FoundPartner['competencies'],
    skills: row.skills,
    companySizes: row.company_sizes as FoundPartner['companySizes'],
    logo: row.logo_sha256 === null ? null : { sha256: row.logo_sha256, width: row.logo_width!, height: row.logo_height! },
  }
}
