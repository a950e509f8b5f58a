import type { Language } from '../../language/languages.ts'
import { subscriptionsOfCustomer } from '../../store/subscription-list-store.ts'
import { type Page, type PageAsk, readPage } from '../page.ts'
import type { UseCase } from '../use-case.ts'
import { verdictOn } from '../customers/customer-rights.ts'
import { isOnlyIndirectReseller } from '../../domain/relationship-requests/link-claims.ts'
import { explain } from '../relationship-requests/explain.ts'
import { type SubscriptionRow, subscriptionRows } from './describe-subscription.ts'

export interface SubscriptionListInput extends PageAsk {
  readonly customerId: string
  readonly reader: Language
}

export interface SubscriptionPage extends Page<SubscriptionRow> {
  /** why nothing can be added here by this person; null where something may */
  readonly orderBlocked: { readonly reasonCode: string; readonly reasonText: string } | null
}

/** What the customer has, as far as this partner may see it: its own, those it is on record for, and with admin privileges all. */
export const listSubscriptions: UseCase<SubscriptionListInput, SubscriptionPage> = {
  action: 'subscription.list',
  customer: ({ customerId }) => customerId,

  async run(work, { customerId, size, cursor, reader }) {
    const page = await readPage(work, { size, cursor }, {
      route: 'GET /customers/:id/subscriptions',
      filter: { customerId },
      read: (start, most) => subscriptionsOfCustomer(work.trx, customerId, { start, most }),
      keysOf: ({ keys }) => keys,
    })
    const verdict = verdictOn(work, customerId, 'order.place')
    const reason = isOnlyIndirectReseller(work.person.partnerKinds) ? 'resellerMayNotOrder' : verdict.allowed ? null : verdict.reason
    return { ...page, items: await subscriptionRows(work, page.items.map(({ subscription }) => subscription), reader), orderBlocked: reason === null ? null : explain(reader, reason) }
  },
}
