import { type DirectoryUser, listDirectory } from '../../store/organization-store.ts'
import { type Page, type PageAsk, readPage } from '../page.ts'
import type { UseCase } from '../use-case.ts'

export interface ListDirectoryUsers {
  readonly customerId: string
  readonly page: PageAsk
}

/** The people of a customer, on its behalf; Helpdesk agents may look, Sales agents may not [S0.L1.8]. */
export const listDirectoryUsers: UseCase<ListDirectoryUsers, Page<DirectoryUser>> = {
  action: 'directoryUser.list',
  customer: ({ customerId }) => customerId,

  run: (work, { customerId, page }) =>
    readPage(work, page, {
      route: 'GET /customers/:id/people',
      filter: { customerId },
      read: (start, most) => {
        const [nameKey, id] = start?.keys ?? []
        const from = start && { nameKey: String(nameKey), id: String(id), isBackward: start.backwards }
        return listDirectory(work.trx, customerId, { most, from })
      },
      keysOf: ({ nameKey, id }) => [nameKey, id],
    }),
}
