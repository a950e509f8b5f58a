import { searchKey } from '../../domain/names/search-key.ts'
import type { Language } from '../../language/languages.ts'
import type { PartnerFacts } from '../../store/partner-facts-store.ts'
import { type Page, type PageAsk, readPage } from '../page.ts'
import type { UseCase } from '../use-case.ts'
import { describePartners, type PartnerRelationship, presentPartners, tiesFor } from './describe-partners.ts'

export interface ListPartnerRelationships {
  readonly page: PageAsk
  readonly language: Language
}

/** Every partner with a relationship or privileges in one's own tenant [S0.L1.4]; a customer has few, so they are sorted here. */
export const listPartnerRelationships: UseCase<ListPartnerRelationships, Page<PartnerRelationship>> = {
  action: 'partnerRelationship.list',

  async run(work, { page, language }) {
    const ties = await tiesFor(work)
    const sorted = (await presentPartners(work, ties)).map((partner) => ({ partner, key: keyOf(partner) })).sort((one, other) => compare(one.key, other.key))
    const { items, ...marks } = await readPage(work, page, {
      route: 'GET /partner-relationships',
      filter: {},
      async read(start, most) {
        if (!start) return sorted.slice(0, most)
        const edge = start.keys as readonly [string, string]
        const rest = sorted.filter(({ key }) => (start.backwards ? compare(key, edge) < 0 : compare(key, edge) > 0))
        return (start.backwards ? rest.reverse() : rest).slice(0, most)
      },
      keysOf: ({ key }) => key,
    })
    return { items: await describePartners(work, items.map(({ partner }) => partner), ties, language), ...marks }
  },
}

function keyOf({ name, id }: PartnerFacts): readonly [string, string] {
  return [searchKey(name), id]
}

function compare([name, id]: readonly [string, string], [otherName, otherId]: readonly [string, string]): number {
  if (name !== otherName) return name < otherName ? -1 : 1
  return id < otherId ? -1 : Number(id > otherId)
}
