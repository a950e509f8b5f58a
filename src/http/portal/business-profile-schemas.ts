import { type Static, Type } from 'typebox'
import type { ShownProfile, WholeProfile } from '../../application/business-profiles/show-profile.ts'
import { companySizes, competencies, industries, otherCompanies, type ProfileContent, profileLimits, type ProfileLocation, type ProfileLogo, profileStatuses, serviceTypes } from '../../domain/business-profiles/business-profile.ts'
import { Country, Id, Instant, Maybe, strict, Text } from '../schemas.ts'

export const Industry = Type.Enum([...industries])
export const ServiceType = Type.Enum([...serviceTypes])
export const CompanySize = Type.Enum([...companySizes])
const Competency = Type.Enum([...competencies])
const Product = Text(40)
const tags = { maxItems: profileLimits.tags } as const

/** Everything that a partner writes; sent whole. */
export const ProfileWords = Type.Object(
  {
    description: Type.String({ maxLength: 20_000, description: 'At most 2,500 characters.' }),
    website: Type.Union([Text(500, 0), Type.Null()]),
    linkedin: Type.Union([Text(500, 0), Type.Null()]),
    industries: Type.Array(Industry, tags),
    services: Type.Array(ServiceType, tags),
    products: Type.Array(Product, { ...tags, description: 'Ids of services of the cloud.' }),
    competencies: Type.Array(Competency, tags),
    skills: Type.Array(Text(200), { maxItems: 50, description: 'Free words; at most ten.' }),
    companySizes: Type.Array(CompanySize, tags),
    otherCompanies: Type.Union([Type.Enum([...otherCompanies]), Type.Null()], {
      description: 'What the partner states about other partner companies in its words: it names none, or only those it is affiliated or under a joint-promotion contract with.',
    }),
  },
  strict,
)

const words = {
  description: Type.String(),
  website: Maybe(Type.String()),
  linkedin: Maybe(Type.String()),
  industries: Type.Array(Type.String()),
  services: Type.Array(Type.String()),
  products: Type.Array(Type.String()),
  competencies: Type.Array(Type.String()),
  skills: Type.Array(Type.String()),
  companySizes: Type.Array(Type.String()),
}

export const ShownLocation = Type.Object({
  id: Id,
  name: Type.String(),
  addressLine1: Type.String(),
  addressLine2: Maybe(Type.String()),
  city: Type.String(),
  state: Maybe(Type.String()),
  postalCode: Maybe(Type.String()),
  country: Country,
  phone: Maybe(Type.String()),
})
export type ShownLocation = Static<typeof ShownLocation>

export const ShownLogo = Type.Union([Type.Object({ address: Type.String({ description: 'Where the picture lies, or the picture itself.' }), width: Type.Integer(), height: Type.Integer() }), Type.Null()])
export type ShownLogo = Static<typeof ShownLogo>

const row = {
  id: Id,
  market: Country,
  status: Type.Enum([...profileStatuses]),
  locationCount: Type.Integer(),
  publishedAt: Maybe(Instant),
  changedAt: Instant,
  changedByName: Maybe(Type.String()),
  version: Type.Integer({ description: 'Of the words.' }),
  can: Type.Array(Type.String()),
}

export const BusinessProfileList = Type.Object({
  items: Type.Array(Type.Object(row)),
  openMarkets: Type.Array(Country, { description: 'Countries in which the partner may trade and has no profile yet.' }),
})
export type BusinessProfileList = Static<typeof BusinessProfileList>

export const BusinessProfileView = Type.Object({
  ...row,
  ...words,
  otherCompanies: Maybe(Type.String()),
  otherCompaniesAt: Maybe(Instant),
  otherCompaniesByName: Maybe(Type.String()),
  logo: ShownLogo,
  locations: Type.Array(ShownLocation),
})
export type BusinessProfileView = Static<typeof BusinessProfileView>

export function presentProfileRow(profile: ShownProfile): BusinessProfileList['items'][number] {
  const { id, market, status, locations, publishedAt, changedAt, changedByName, version, can } = profile
  return { id, market, status, locationCount: locations.length, publishedAt: publishedAt?.toISOString() ?? null, changedAt: changedAt.toISOString(), changedByName, version, can: [...can] }
}

/** The picture itself, since a draft's lies nowhere that others could reach. */
export function presentProfile(profile: WholeProfile): BusinessProfileView {
  return {
    ...presentProfileRow(profile),
    ...presentWords(profile),
    otherCompanies: profile.otherCompanies,
    otherCompaniesAt: profile.otherCompaniesAt?.toISOString() ?? null,
    otherCompaniesByName: profile.otherCompaniesByName,
    logo: profile.logo && profile.png && { address: `data:image/png;base64,${profile.png.toString('base64')}`, width: profile.logo.width, height: profile.logo.height },
    locations: profile.locations.map(presentLocation),
  }
}

export const shownWords = words

export function presentWords(content: Omit<ProfileContent, 'otherCompanies'>) {
  const { description, website, linkedin } = content
  return {
    description, website, linkedin,
    industries: [...content.industries], services: [...content.services], products: [...content.products], competencies: [...content.competencies], skills: [...content.skills], companySizes: [...content.companySizes],
  }
}

export function presentLocation({ profileId: _profile, createdAt: _at, ...location }: ProfileLocation): ShownLocation {
  return location
}

export function presentLogo(logo: ProfileLogo | null): ShownLogo {
  return logo && { address: `/profile-logos/${logo.sha256}.png`, width: logo.width, height: logo.height }
}
