import { searchKey } from '../../domain/names/search-key.ts'
import type { PartnershipSide, PartnershipStatus } from '../../domain/partnerships/partnership.ts'
import type { Language } from '../../language/languages.ts'
import { listPartnershipsOf } from '../../store/partnership-list-store.ts'
import { type Page, type PageAsk, readPage } from '../page.ts'
import type { UseCase } from '../use-case.ts'
import { type DescribedPartnershipRow, describePartnerships } from './describe-partnership.ts'

export interface PartnershipListInput extends PageAsk {
  readonly side: PartnershipSide
  readonly status: PartnershipStatus | undefined
  readonly search: string | undefined
  readonly reader: Language
}

/** A provider's resellers, or a reseller's providers; connecting shares no customers, so none are in it [S1.9]. */
export const listPartnerships: UseCase<PartnershipListInput, Page<DescribedPartnershipRow>> = {
  action: 'partnership.list',

  async run(work, { side, size, cursor, status, search, reader }) {
    const wanted = search === undefined ? undefined : searchKey(search)
    const page = await readPage(work, { size, cursor }, {
      route: 'GET /partnerships',
      filter: { side, status, wanted },
      read: (start, most) => listPartnershipsOf(work.trx, work.person.tenantId, { side, status, search: wanted, now: work.now }, { start, most }),
      keysOf: ({ keys }) => keys,
    })
    return { ...page, items: await describePartnerships(work, page.items.map(({ partnership }) => partnership), reader) }
  },
}
