import type { CustomerAccount } from '../../domain/customers/customer-account.ts'
import { listRemovedCustomers as readList } from '../../store/customer-list-store.ts'
import { servicesEverGrantedTo } from '../../store/privilege-store.ts'
import { type Page, type PageAsk, readPage } from '../page.ts'
import type { UseCase } from '../use-case.ts'

export interface RemovedCustomer {
  readonly account: CustomerAccount
  /** services on which privileges were held at any time: what a request to reinstate would ask again */
  readonly hadServices: readonly string[]
}

/** What was removed, for reinstating (decision 17): a new request, prefilled. */
export const listRemovedCustomers: UseCase<PageAsk, Page<RemovedCustomer>> = {
  action: 'customer.list',

  async run(work, ask) {
    const { trx, person } = work
    const page = await readPage(work, ask, {
      route: 'GET /removed-customers',
      filter: {},
      read: (start, most) => readList(trx, person.tenantId, { start, most }),
      keysOf: ({ keys }) => keys,
    })
    const had = await servicesEverGrantedTo(trx, person.tenantId, page.items.map(({ account }) => account.customerId))
    return { ...page, items: page.items.map(({ account }) => ({ account, hadServices: had.get(account.customerId) ?? [] })) }
  },
}
