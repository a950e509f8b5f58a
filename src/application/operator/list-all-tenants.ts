import { type ListedTenant, listTenants } from '../../store/operator-store.ts'
import { type Page, readPage } from '../page.ts'
import type { UseCase } from '../use-case.ts'
import { beginningWith, type NamedAsk, nameStart } from './name-start.ts'

export const listAllTenants: UseCase<NamedAsk, Page<ListedTenant>> = {
  action: 'operator.read',
  run: (work, { search, ...ask }) =>
    readPage(work, ask, {
      route: 'GET /operator/tenants',
      filter: { search },
      read: (start, most) => listTenants(work.trx, { most, from: nameStart(start), search: beginningWith(search) }),
      keysOf: ({ nameKey, id }) => [nameKey, id],
    }),
}
