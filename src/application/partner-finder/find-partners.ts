import type { CompanySize, Industry, ProfileLocation, ServiceType } from '../../domain/business-profiles/business-profile.ts'
import { mayBeRelated } from '../../domain/markets/markets.ts'
import { searchKey } from '../../domain/names/search-key.ts'
import { findPublished, foundLocations, type FoundPartner, foundPartner } from '../../store/found-partner-store.ts'
import { requireReferrals } from '../business-profiles/referrals-here.ts'
import { type Page, type PageAsk, readPage } from '../page.ts'
import type { UseCase } from '../use-case.ts'

export interface FinderInput extends PageAsk {
  /** the customer's own country unless it says otherwise */
  readonly market: string | undefined
  readonly service: ServiceType | undefined
  readonly industry: Industry | undefined
  readonly companySize: CompanySize | undefined
  readonly product: string | undefined
  readonly search: string | undefined
}

/** What a customer finds of partners: published pages of its cloud, by name [S1.27]. */
export const findPartners: UseCase<FinderInput, Page<FoundPartner>> = {
  action: 'partnerFinder.search',

  async run(work, { size, cursor, search, ...wishes }) {
    requireReferrals(work)
    const words = search === undefined ? [] : searchKey(search).split(' ').filter((word) => word !== '').slice(0, 8)
    const filter = { ...wishes, market: wishes.market ?? work.person.country, words }
    return readPage(work, { size, cursor }, {
      route: 'GET /partner-finder',
      filter,
      read: (start, most) => findPublished(work.trx, filter, { start, most }),
      keysOf: ({ nameKey, id }) => [nameKey, id],
    })
  },
}

export interface FoundPage {
  readonly partner: FoundPartner
  readonly locations: readonly ProfileLocation[]
  /** false where the market rules of the cloud keep the two apart [S0.10]; a message may be sent all the same */
  readonly mayBeRelated: boolean
  readonly isOwn: boolean
}

export const readFoundPartner: UseCase<{ readonly id: string }, FoundPage> = {
  action: 'partnerFinder.search',

  async run(work, { id }) {
    requireReferrals(work)
    const partner = await foundPartner(work.trx, id)
    return {
      partner,
      locations: await foundLocations(work.trx, id),
      mayBeRelated: mayBeRelated(work.manifest, partner.country, work.person.country),
      isOwn: partner.partnerId === work.person.tenantId,
    }
  },
}
