import { paths, type Portal } from '../../paths.ts'
import type { Notification } from './notification-api.ts'

/** The page of the thing that a notification is about, in the portal in which it is read; none where there is none. */
export function notificationTarget(portal: Portal, { kind, counterpartId, resource }: Pick<Notification, 'kind' | 'counterpartId' | 'resource'>): string | undefined {
  if (resource.type === 'person') return paths[portal].settings.people
  if (resource.type === 'handOver' && portal !== 'operator') return portal === 'customer' ? paths.customer.handOverQuestion(resource.id) : paths.partner.handOver(resource.id)
  if (resource.type === 'serviceRequest') return { partner: paths.partner.serviceRequest, customer: paths.customer.ownServiceRequest, operator: paths.operator.deskServiceRequest }[portal](resource.id)
  if (kind === 'supportContact' && portal === 'customer') return paths.customer.ownServiceRequests
  if (kind === 'supportContact' && counterpartId !== null) return paths.partner.customerSupportContact(counterpartId, resource.id)
  if (resource.type === 'subscriptionTransfer' && portal !== 'operator') return portal === 'customer' ? paths.customer.subscriptionTransfer(resource.id) : paths.partner.transfer(resource.id)
  if (resource.type === 'lead') return portal === 'partner' ? paths.partner.lead(resource.id) : paths.customer.enquiries
  if (portal === 'customer') return counterpartId === null ? paths.customer.partners : paths.customer.partner(counterpartId)
  if (portal === 'operator') return undefined
  if (resource.type === 'partnership') return paths.partner.partnership(resource.id)
  if (resource.type === 'relationshipRequest') return paths.partner.request(resource.id)
  if (counterpartId === null || kind === 'declined') return paths.partner.partnerLink
  return kind === 'removed' ? paths.partner.customerRemoved(counterpartId) : paths.partner.customerAccount(counterpartId)
}
