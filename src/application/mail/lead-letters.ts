import type { EventType } from '../../domain/events.ts'
import { notificationKinds } from '../../domain/notifications/notification-kinds.ts'
import { roleAllows } from '../../domain/rights.ts'
import { mailLead, mailTenant, readerById, readersWithRole, type RecordedEvent } from '../../store/mail-facts-store.ts'
import type { Work } from '../use-case.ts'
import { type Composer, letter } from './letters.ts'
import { shownInstant } from './mail-facts.ts'

/** What one side of a lead did is told to the other; never what the customer wrote. */
export const leadComposers: Readonly<Partial<Record<EventType, Composer>>> = {
  'lead.received': (work, event) => toPartner(work, event, 'received'),
  'lead.withdrawn': (work, event) => toPartner(work, event, 'withdrawn'),
  'lead.accepted': (work, event) => toCustomer(work, event, 'accepted'),
  'lead.declined': (work, event) => toCustomer(work, event, 'declined'),
  'lead.expired': (work, event) => toCustomer(work, event, 'expired'),
}

async function toPartner(work: Work, event: RecordedEvent, news: 'received' | 'withdrawn') {
  const lead = await mailLead(work.trx, event.resourceId)
  const partner = lead && (await mailTenant(work.trx, lead.partnerId))
  if (!lead || !partner) return []
  const readers = await readersWithRole(work.trx, partner.id, notificationKinds.lead.partner.told)
  return [
    letter({
      template: 'leadToPartner', tenant: partner, readers, aboutId: event.resourceId, path: `/partner/referrals/leads/${event.resourceId}`,
      values: (language) => ({ customerName: lead.companyName, news, callMe: lead.callMe ? 'yes' : 'no', dueAt: shownInstant(lead.expiresAt, language, partner.timeZone) }),
    }),
  ]
}

/** To whoever sent it, as long as they may read it; else to the administrators. A lead from outside was sent by nobody here. */
async function toCustomer(work: Work, event: RecordedEvent, answer: 'accepted' | 'declined' | 'expired') {
  const lead = await mailLead(work.trx, event.resourceId)
  if (!lead?.customerId || !lead.sentBy) return []
  const [customer, sender, administrators] = await Promise.all([
    mailTenant(work.trx, lead.customerId),
    readerById(work.trx, lead.sentBy),
    readersWithRole(work.trx, lead.customerId, notificationKinds.lead.customer.told),
  ])
  if (!customer) return []
  const readers = sender && roleAllows(sender.roles, 'enquiry.list') ? [sender] : administrators
  return [
    letter({
      template: 'leadToCustomer', side: 'customer', tenant: customer, readers, aboutId: event.resourceId, path: '/admin/enquiries',
      values: () => ({ partnerName: lead.partnerName, answer }),
    }),
  ]
}
