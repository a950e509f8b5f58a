import type { EventType } from '../../domain/events.ts'
import { notificationKinds } from '../../domain/notifications/notification-kinds.ts'
import { mailTenant, readersWithRole, type RecordedEvent } from '../../store/mail-facts-store.ts'
import { customerOfSubscription } from '../../store/support-facts-store.ts'
import type { Work } from '../use-case.ts'
import { type Composer, letter } from './letters.ts'

const { customer: toCustomers, partner: toPartners } = notificationKinds.supportContact

/** Who is the support contact of a subscription from now on; told to the others, never to whoever did it. */
export const supportContactComposers: Readonly<Partial<Record<EventType, Composer>>> = Object.fromEntries(toPartners.events.map((type) => [type, letters]))

async function letters(work: Work, event: RecordedEvent) {
  const customerId = await customerOfSubscription(work.trx, event.resourceId)
  const customer = customerId === null ? undefined : await mailTenant(work.trx, customerId)
  if (!customer) return []
  const change = event.type.slice(event.type.indexOf('.') + 1)
  // Where it ended, it is the seller again.
  const contactName = String(event.data.fallback ?? event.data.contact)
  const told = event.readers.filter((id) => id !== event.actorTenantId)
  const partners = await Promise.all(told.filter((id) => id !== customerId).map((id) => mailTenant(work.trx, id)))
  const toPartner = partners.flatMap((partner) => partner ?? []).map(async (partner) =>
    letter({
      template: 'supportContactToPartner', tenant: partner, readers: await readersWithRole(work.trx, partner.id, toPartners.told), aboutId: event.resourceId, path: '/partner/customers',
      values: () => ({ customerName: customer.name, contactName, change }),
    }),
  )
  if (!told.includes(customer.id)) return Promise.all(toPartner)
  const administrators = await readersWithRole(work.trx, customer.id, toCustomers.told)
  const toCustomer = letter({
    template: 'supportContactToCustomer', side: 'customer', tenant: customer, readers: administrators, aboutId: event.resourceId, path: '/admin/service-requests',
    values: () => ({ contactName, change }),
  })
  return [...(await Promise.all(toPartner)), toCustomer]
}
