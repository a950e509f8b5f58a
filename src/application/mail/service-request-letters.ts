import type { EventType } from '../../domain/events.ts'
import { notificationKinds } from '../../domain/notifications/notification-kinds.ts'
import { roleAllows } from '../../domain/rights.ts'
import { mailTenant, readerById, readersWithRole, type RecordedEvent } from '../../store/mail-facts-store.ts'
import { type MailServiceRequest, mailServiceRequest } from '../../store/support-facts-store.ts'
import type { Work } from '../use-case.ts'
import { type Composer, letter } from './letters.ts'

const { customer: toCustomers, partner: toPartners } = notificationKinds.support

/** What one side did with a service request is told to the others; the words stay in the portal. */
export const serviceRequestComposers: Readonly<Partial<Record<EventType, Composer>>> = Object.fromEntries(
  [...new Set<EventType>([...toCustomers.events, ...toPartners.events])].map((type) => [type, (work: Work, event: RecordedEvent) => letters(work, event, type)]),
)

async function letters(work: Work, event: RecordedEvent, type: EventType) {
  const request = await mailServiceRequest(work.trx, event.resourceId)
  if (!request) return []
  const news = type.slice(type.indexOf('.') + 1)
  const isTold = (events: readonly EventType[], tenantId: string | null): tenantId is string => events.includes(type) && tenantId !== null && tenantId !== event.actorTenantId
  return [
    ...(isTold(toPartners.events, request.partnerId) ? await toPartner(work, event, { request, partnerId: request.partnerId, news }) : []),
    ...(isTold(toCustomers.events, request.customerId) ? await toCustomer(work, event, { request, news }) : []),
  ]
}

async function toPartner({ trx }: Work, event: RecordedEvent, { request, partnerId, news }: { readonly request: MailServiceRequest; readonly partnerId: string; readonly news: string }) {
  const [partner, customer] = await Promise.all([mailTenant(trx, partnerId), mailTenant(trx, request.customerId)])
  if (!partner || !customer) return []
  const readers = await readersWithRole(trx, partnerId, toPartners.told)
  return [
    letter({
      template: 'serviceRequestToPartner', tenant: partner, readers, aboutId: event.resourceId, path: `/partner/service-requests/${event.resourceId}`,
      values: () => ({ customerName: customer.name, title: request.title, news }),
    }),
  ]
}

/** To whoever filed it, as long as they may read it; else to the administrators. */
async function toCustomer({ trx }: Work, event: RecordedEvent, { request, news }: { readonly request: MailServiceRequest; readonly news: string }) {
  const [customer, filer, administrators] = await Promise.all([mailTenant(trx, request.customerId), readerById(trx, request.filedBy), readersWithRole(trx, request.customerId, toCustomers.told)])
  if (!customer) return []
  const readers = filer?.tenantId === customer.id && roleAllows(filer.roles, toCustomers.seenBy) ? [filer] : administrators
  return [
    letter({
      template: 'serviceRequestToCustomer', side: 'customer', tenant: customer, readers, aboutId: event.resourceId, path: `/admin/service-requests/${event.resourceId}`,
      values: () => ({ title: request.title, news }),
    }),
  ]
}
