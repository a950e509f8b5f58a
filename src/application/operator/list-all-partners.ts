import { type ListedPartner, listPartners, type StandingFilter } from '../../store/partner-store.ts'
import { type Page, readPage } from '../page.ts'
import type { UseCase } from '../use-case.ts'
import { beginningWith, type NamedAsk, nameStart } from './name-start.ts'

export { standingFilters } from '../../store/partner-store.ts'

export interface PartnersAsk extends NamedAsk {
  readonly standing?: StandingFilter | undefined
}

export const listAllPartners: UseCase<PartnersAsk, Page<ListedPartner>> = {
  action: 'operator.read',
  run: (work, { search, standing, ...ask }) =>
    readPage(work, ask, {
      route: 'GET /operator/partners',
      filter: { search, ...(standing && { standing }) },
      read: (start, most) => listPartners(work.trx, { most, from: nameStart(start), search: beginningWith(search), standing }),
      keysOf: ({ nameKey, id }) => [nameKey, id],
    }),
}
