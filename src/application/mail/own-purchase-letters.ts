import type { EventType } from '../../domain/events.ts'
import { mailTenant, readerById, readersWithRole, type RecordedEvent } from '../../store/mail-facts-store.ts'
import { mailPurchase } from '../../store/mail-purchase-store.ts'
import type { Work } from '../use-case.ts'
import { type Composer, customerStaff, letter } from './letters.ts'

/** What a customer buys itself: to the partner where it has to say yes or wants to be told, to the customer how it was answered. */
export const ownPurchaseComposers: Readonly<Partial<Record<EventType, Composer>>> = {
  'ownPurchase.asked': partnerLetter,
  'ownPurchase.boughtWithAlert': partnerLetter,
  'ownPurchase.approved': customerLetter,
  'ownPurchase.declined': customerLetter,
  'ownPurchase.lapsed': customerLetter,
}

async function partnerLetter(work: Work, event: RecordedEvent) {
  const purchase = await mailPurchase(work.trx, event.resourceId)
  const tenant = purchase && (await mailTenant(work.trx, purchase.partnerId))
  const customer = purchase && (await mailTenant(work.trx, purchase.customerId))
  if (!tenant || !customer) return []
  return [
    letter({
      template: 'ownPurchaseToPartner', tenant, readers: await readersWithRole(work.trx, tenant.id, customerStaff), aboutId: event.resourceId, path: `/partner/customers/${customer.id}/account`,
      values: (language) => ({ step: stepOf(event), customerName: customer.name, offerName: purchase.offerName[language], count: purchase.quantity }),
    }),
  ]
}

async function customerLetter(work: Work, event: RecordedEvent) {
  const purchase = await mailPurchase(work.trx, event.resourceId)
  const tenant = purchase && (await mailTenant(work.trx, purchase.customerId))
  const partner = purchase && (await mailTenant(work.trx, purchase.partnerId))
  if (!tenant || !partner) return []
  const asker = await readerById(work.trx, purchase.askedBy)
  const readers = asker ? [asker] : await readersWithRole(work.trx, tenant.id, ['globalAdministrator'])
  return [
    letter({
      template: 'ownPurchaseToCustomer', tenant, readers, aboutId: event.resourceId, path: `/admin/own-purchases/${event.resourceId}`,
      values: (language) => ({ step: stepOf(event), partnerName: partner.name, offerName: purchase.offerName[language], hasReason: purchase.note === null ? 'no' : 'yes', reason: purchase.note ?? '' }),
    }),
  ]
}

const stepOf = ({ type }: RecordedEvent) => type.slice('ownPurchase.'.length)
