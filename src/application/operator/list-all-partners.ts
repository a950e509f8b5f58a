import { type ListedPartner, listPartners } from '../../store/partner-store.ts'
import { type Page, readPage } from '../page.ts'
import type { UseCase } from '../use-case.ts'
import { beginningWith, type NamedAsk, nameStart } from './name-start.ts'

export const listAllPartners: UseCase<NamedAsk, Page<ListedPartner>> = {
  action: 'operator.read',
  run: (work, { search, ...ask }) =>
    readPage(work, ask, {
      route: 'GET /operator/partners',
      filter: { search },
      read: (start, most) => listPartners(work.trx, { most, from: nameStart(start), search: beginningWith(search) }),
      keysOf: ({ nameKey, id }) => [nameKey, id],
    }),
}
