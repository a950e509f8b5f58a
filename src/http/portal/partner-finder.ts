import { type Static, Type } from 'typebox'
import { usualPageSize } from '../../application/page.ts'
import { findPartners, type FoundPage, readFoundPartner } from '../../application/partner-finder/find-partners.ts'
import { canonicalId } from '../../domain/ids.ts'
import { type AnyRoute, route } from '../route.ts'
import { Country, Cursor, Id, IdParams, Maybe, PageSize, SearchText, strict, Text } from '../schemas.ts'
import { CompanySize, Industry, presentLocation, presentLogo, presentWords, ServiceType, ShownLocation, ShownLogo, shownWords } from './business-profile-schemas.ts'

const tag = 'Partner finder'

const found = {
  id: Type.String({ format: 'id', description: 'Of the page; what enquiries name.' }),
  name: Type.String(),
  market: Country,
  country: Country,
  isVerified: Type.Boolean({ description: 'Whether the operator checked who the partner is.' }),
  logo: ShownLogo,
  ...shownWords,
}

export const FoundPartnerList = Type.Object({ items: Type.Array(Type.Object(found)), next: Maybe(Cursor), previous: Maybe(Cursor) })
export type FoundPartnerRow = Static<typeof FoundPartnerList>['items'][number]

export const FoundPartner = Type.Object({
  ...found,
  partnerId: Id,
  domain: Type.String(),
  locations: Type.Array(ShownLocation),
  mayBeRelated: Type.Boolean({ description: 'False where the market rules keep the two organizations apart.' }),
  isOwn: Type.Boolean({ description: 'The reader’s own organization, which takes no enquiry of itself.' }),
})
export type FoundPartner = Static<typeof FoundPartner>

export const partnerFinderRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    path: '/partner-finder',
    summary: 'Find partners by country, service, industry, size and words',
    tag,
    useCase: findPartners,
    query: Type.Object(
      {
        market: Type.Optional(Country),
        service: Type.Optional(ServiceType),
        industry: Type.Optional(Industry),
        companySize: Type.Optional(CompanySize),
        product: Type.Optional(Text(40)),
        search: Type.Optional(SearchText),
        size: Type.Optional(PageSize),
        cursor: Type.Optional(Cursor),
      },
      strict,
    ),
    answer: FoundPartnerList,
    input: ({ query: { market, service, industry, companySize, product, search, size, cursor } }) => ({ market, service, industry, companySize, product, search, size: Number(size ?? usualPageSize), cursor }),
    present: ({ items, next, previous }) => ({ items: items.map(presentFound), next, previous }),
  }),
  route({
    method: 'GET',
    path: '/partner-finder/:id',
    summary: 'Read the page of a partner with its locations',
    tag,
    useCase: readFoundPartner,
    params: IdParams,
    answer: FoundPartner,
    input: ({ params }) => ({ id: canonicalId(params.id)! }),
    present: presentFoundPage,
  }),
]

function presentFound(partner: FoundPage['partner']): FoundPartnerRow {
  const { id, name, market, country, isVerified, logo } = partner
  return { id, name, market, country, isVerified, logo: presentLogo(logo), ...presentWords(partner) }
}

function presentFoundPage({ partner, locations, mayBeRelated, isOwn }: FoundPage): FoundPartner {
  return { ...presentFound(partner), partnerId: partner.partnerId, domain: partner.primaryDomain, locations: locations.map(presentLocation), mayBeRelated, isOwn }
}
