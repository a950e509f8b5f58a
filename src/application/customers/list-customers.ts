import { type CustomerOnList, listCustomers as readList } from '../../store/customer-list-store.ts'
import { type Page, type PageAsk, readPage } from '../page.ts'
import type { UseCase } from '../use-case.ts'
import { customerFilter, type CustomerListAsk } from './customer-filter.ts'

export type { CustomerOnList }

/** The partner's customers; never counted, because a count of a million rows helps nobody and costs everybody. */
export const listCustomers: UseCase<CustomerListAsk & PageAsk, Page<CustomerOnList>> = {
  action: 'customer.list',

  async run(work, { size, cursor, ...asked }) {
    const filter = customerFilter(asked)
    const page = await readPage(work, { size, cursor }, {
      route: 'GET /customers',
      filter: { ...filter },
      read: (start, most) => readList(work.trx, work.person.tenantId, filter, { start, most }),
      keysOf: ({ keys }) => keys,
    })
    return { ...page, items: page.items.map(({ account }) => account) }
  },
}
