import { DomainError } from '../../domain/errors.ts'
import type { Language } from '../../language/languages.ts'
import { findPurchase, purchasesOf } from '../../store/own-purchase-store.ts'
import { type Page, type PageAsk, readPage } from '../page.ts'
import type { UseCase, Work } from '../use-case.ts'
import { type ShownPurchase, showPurchase, showPurchases } from './show-purchase.ts'

type Listed = PageAsk & { readonly reader: Language }

/** What a customer bought or asked for itself through this partner, latest first. */
export const listPurchases: UseCase<Listed & { readonly customerId: string }, Page<ShownPurchase>> = {
  action: 'ownPurchase.list',
  customer: ({ customerId }) => customerId,

  run: (work, { customerId, ...ask }) => pageOf(work, { ...ask, customerId, partnerId: work.person.tenantId, route: 'GET /customers/:id/own-purchases' }),
}

/** All that one's own organization bought or asked for itself. */
export const listOwnPurchases: UseCase<Listed, Page<ShownPurchase>> = {
  action: 'ownPurchase.read',

  run: (work, ask) => pageOf(work, { ...ask, customerId: work.person.tenantId, partnerId: undefined, route: 'GET /own-purchases' }),
}

export const readOwnPurchase: UseCase<{ readonly purchaseId: string; readonly reader: Language }, ShownPurchase> = {
  action: 'ownPurchase.read',

  run: async (work, { purchaseId, reader }) => showPurchase(work, await findPurchase(work.trx, work.person.tenantId, purchaseId), reader),
}

/** The same as its partner reads it. */
export const readPurchase: UseCase<{ readonly customerId: string; readonly purchaseId: string; readonly reader: Language }, ShownPurchase> = {
  action: 'ownPurchase.list',
  customer: ({ customerId }) => customerId,

  async run(work, { customerId, purchaseId, reader }) {
    const purchase = await findPurchase(work.trx, customerId, purchaseId)
    if (purchase.partnerId !== work.person.tenantId) throw new DomainError('notFound', 'No such purchase.')
    return showPurchase(work, purchase, reader)
  },
}

async function pageOf(work: Work, { size, cursor, reader, customerId, partnerId, route }: Listed & { readonly customerId: string; readonly partnerId: string | undefined; readonly route: string }): Promise<Page<ShownPurchase>> {
  const page = await readPage(work, { size, cursor }, { route, filter: { customerId }, read: (start, most) => purchasesOf(work.trx, customerId, partnerId, { start, most }), keysOf: ({ keys }) => keys })
  return { ...page, items: await showPurchases(work, page.items.map(({ purchase }) => purchase), reader) }
}
