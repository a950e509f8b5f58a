import { DomainError } from '../../domain/errors.ts'
import { settled } from '../../domain/subscriptions/subscription.ts'
import type { Language } from '../../language/languages.ts'
import { allSubscriptionsOfCustomer } from '../../store/subscription-list-store.ts'
import { byteOrderMark, csvRow } from '../../text/csv.ts'
import { bothSides } from '../invitations/carry-out.ts'
import type { UseCase } from '../use-case.ts'
import { subscriptionRows } from './describe-subscription.ts'

/** In this order, always in English: programs read them. */
export const subscriptionColumnsOfFile = ['Subscription ID', 'Subscription', 'Quantity', 'Status', 'Reseller ID'] as const

/** One customer's; far more than anybody has, far less than would be felt. */
const mostRows = 10_000

/** The subscriptions that this partner may see, as a file [S4.L6.5]: that it left is an event, as for the list of customers. */
export const exportSubscriptions: UseCase<{ readonly customerId: string; readonly reader: Language }, { readonly text: string }> = {
  action: 'subscription.list',
  customer: ({ customerId }) => customerId,

  async run(work, { customerId, reader }) {
    const subscriptions = await allSubscriptionsOfCustomer(work.trx, customerId, mostRows + 1)
    if (subscriptions.length > mostRows) throw new DomainError('invalidInput', `A file holds at most ${mostRows} subscriptions.`, { reason: 'tooManyRows' })
    const rows = await subscriptionRows(work, subscriptions.map((one) => settled(one, work.now)), reader)
    const { tenantId } = work.person
    await work.record({ type: 'subscription.exported', resource: { type: 'customerExport', id: work.newId() }, readers: bothSides(tenantId, customerId).filter((one) => one.tenantId === tenantId), data: { rows: rows.length }, through: 'relationship' })
    const lines = rows.map(({ subscriptionId, offerName, quantity, status, resellerId }) => csvRow([subscriptionId, offerName, String(quantity), status, resellerId ?? '']))
    return { text: byteOrderMark + csvRow(subscriptionColumnsOfFile) + lines.join('') }
  },
}
