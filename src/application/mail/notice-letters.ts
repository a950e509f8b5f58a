import { portals, type Portal } from '../../domain/people/portals.ts'
import type { EventType } from '../../domain/events.ts'
import { notificationKinds } from '../../domain/notifications/notification-kinds.ts'
import { roleAllows } from '../../domain/rights.ts'
import { reasonText } from '../../language/error-text.ts'
import { mailRequest, mailTenant, pairOfRelationship, partnerOfLink, readerById, readersWithRole, type RecordedEvent, sidesOfCreationRequest, sidesOfPartnership } from '../../store/mail-facts-store.ts'
import { namesOfPeople } from '../../store/activity-store.ts'
import { portalPaths } from '../people/person-link.ts'
import type { Work } from '../use-case.ts'
import { extensionLetters, handOverLetters } from './hand-over-letters.ts'
import { transferLetters } from './transfer-letters.ts'
import { ownPurchaseComposers } from './own-purchase-letters.ts'
import { askersOf, type Composer, customerStaff, letter, sidesOf } from './letters.ts'
import { leadComposers } from './lead-letters.ts'
import { serviceRequestComposers } from './service-request-letters.ts'
import { supportContactComposers } from './support-contact-letters.ts'
import { customerOf, shownInstant } from './mail-facts.ts'

/** The letters of kinds of notifications that nobody had to be told by mail before there was a choice. */
export const noticeComposers: Readonly<Partial<Record<EventType, Composer>>> = {
  'partnerLink.declined': linkDeclined,
  'relationshipRequest.blocked': requestBlocked,
  'relationshipRequest.expiring': requestExpiring,
  'resellerRelationship.removed': relationshipEnded,
  'partnership.authorized': (work, event) => partnershipLetter(work, event, 'authorized'),
  'partnership.declined': (work, event) => partnershipLetter(work, event, 'declined'),
  'partnership.removed': (work, event) => partnershipLetter(work, event, 'removed'),
  'partnership.accessRemoved': (work, event) => partnershipLetter(work, event, 'accessRemoved'),
  'subscriptionTransfer.asked': transferLetters,
  'subscriptionTransfer.offered': transferLetters,
  'subscriptionTransfer.completed': transferLetters,
  'subscriptionTransfer.declined': transferLetters,
  'subscriptionTransfer.withdrawn': transferLetters,
  'subscriptionTransfer.expired': transferLetters,
  'handOver.proposed': handOverLetters,
  'handOver.agreed': handOverLetters,
  'handOver.accepted': handOverLetters,
  'handOver.declined': handOverLetters,
  'handOver.withdrawn': handOverLetters,
  'handOver.expired': handOverLetters,
  'handOver.ended': handOverLetters,
  'creationRequest.sent': (work, event) => creationLetter(work, event, 'sent'),
  'creationRequest.completed': (work, event) => creationLetter(work, event, 'completed'),
  'creationRequest.declined': (work, event) => creationLetter(work, event, 'declined'),
  'creationRequest.withdrawn': (work, event) => creationLetter(work, event, 'withdrawn'),
  ...leadComposers,
  ...ownPurchaseComposers,
  ...serviceRequestComposers,
  ...supportContactComposers,
  'resellerRelationship.extended': extensionLetters,
  'person.invited': (work, event) => colleagueLetters(work, event, 'colleagueInvited'),
  'person.joined': (work, event) => colleagueLetters(work, event, 'colleagueJoined'),
}

async function linkDeclined(work: Work, event: RecordedEvent) {
  const partnerId = await partnerOfLink(work.trx, event.resourceId)
  const customerId = event.readers.find((id) => id !== partnerId)
  const sides = await sidesOf(work, partnerId && customerId ? { partnerId, customerId } : undefined)
  if (!sides) return []
  const { partner, customer } = sides
  const readers = await readersWithRole(work.trx, partner.id, customerStaff)
  return [
    letter({
      template: 'linkDeclined', tenant: partner, readers, aboutId: customer.id, path: '/partner/partner-link', isOnceADay: true,
      values: () => ({ customerName: customer.name, customerDomain: customer.primaryDomain }),
    }),
  ]
}

/** The request that the event is about, and who is told of it on the partner's side. */
async function requestOf(work: Work, event: RecordedEvent) {
  const request = await mailRequest(work.trx, event.resourceId)
  const partner = request && (await mailTenant(work.trx, request.partnerId))
  if (!partner) return undefined
  const [customer, readers] = await Promise.all([customerOf(work, request), askersOf(work, request)])
  return { request, partner, customer, readers }
}

async function requestBlocked(work: Work, event: RecordedEvent) {
  const known = await requestOf(work, event)
  if (!known) return []
  const { request, partner, customer, readers } = known
  return [
    letter({
      template: 'requestBlocked', tenant: partner, readers, aboutId: request.id, path: `/partner/requests/${request.id}`, isOnceADay: true,
      values: (language) => ({ customerName: customer.name(language), reason: reasonText(language, event.reasonCode ?? '') ?? event.reasonCode ?? '' }),
    }),
  ]
}

async function requestExpiring(work: Work, event: RecordedEvent) {
  const known = await requestOf(work, event)
  if (!known) return []
  const { request, partner, customer, readers } = known
  return [
    letter({
      template: 'requestExpiring', tenant: partner, readers, aboutId: request.id, path: `/partner/requests/${request.id}`,
      values: (language) => ({ customerName: customer.name(language), dueAt: shownInstant(request.expiresAt, language, partner.timeZone) }),
    }),
  ]
}

async function relationshipEnded(work: Work, event: RecordedEvent) {
  // A hand-over tells of its own.
  if (event.data.because === 'handedOver') return []
  const sides = await sidesOf(work, await pairOfRelationship(work.trx, event.resourceId))
  if (!sides) return []
  const { partner, customer } = sides
  const readers = (await readersWithRole(work.trx, partner.id, customerStaff)).filter(({ personId }) => personId !== event.actorPersonId)
  return [
    letter({
      template: 'relationshipEnded', tenant: partner, readers, aboutId: event.resourceId, path: `/partner/customers/${customer.id}/removed`,
      values: () => ({ customerName: customer.name, customerDomain: customer.primaryDomain }),
    }),
  ]
}

/** What one side of a partnership did is told to the other: to whoever asked for it, else to those who act on customers. */
async function partnershipLetter(work: Work, event: RecordedEvent, what: 'authorized' | 'declined' | 'removed' | 'accessRemoved') {
  const sides = await sidesOfPartnership(work.trx, event.resourceId)
  if (!sides?.resellerId) return []
  const isByProvider = event.actorTenantId === sides.providerId
  const [actingId, toldId] = isByProvider ? [sides.providerId, sides.resellerId] : [sides.resellerId, sides.providerId]
  const [acting, told, asker, staff] = await Promise.all([
    mailTenant(work.trx, actingId),
    mailTenant(work.trx, toldId),
    isByProvider ? undefined : readerById(work.trx, sides.askedBy),
    readersWithRole(work.trx, toldId, customerStaff),
  ])
  if (!acting || !told) return []
  const readers = asker && roleAllows(asker.roles, 'partnership.list') ? [asker] : staff
  return [
    letter({
      template: 'partnershipChanged', tenant: told, readers, aboutId: event.resourceId, path: `/partner/partnerships/${event.resourceId}`,
      values: () => ({ partnerName: acting.name, what }),
    }),
  ]
}

/** What one side of a creation request did is told to the other: the reseller's asker, else those who act on customers. */
async function creationLetter(work: Work, event: RecordedEvent, what: 'sent' | 'completed' | 'declined' | 'withdrawn') {
  const sides = await sidesOfCreationRequest(work.trx, event.resourceId)
  if (!sides) return []
  const isByProvider = event.actorTenantId === sides.providerId
  const [actingId, toldId] = isByProvider ? [sides.providerId, sides.resellerId] : [sides.resellerId, sides.providerId]
  const [acting, told, asker, staff] = await Promise.all([
    mailTenant(work.trx, actingId),
    mailTenant(work.trx, toldId),
    isByProvider ? readerById(work.trx, sides.askedBy) : undefined,
    readersWithRole(work.trx, toldId, customerStaff),
  ])
  if (!acting || !told) return []
  const readers = asker && roleAllows(asker.roles, 'creationRequest.list') ? [asker] : staff
  const { companyName, declineReason: reason } = sides
  return [
    letter({
      template: 'creationRequestChanged', tenant: told, readers, aboutId: event.resourceId, path: `/partner/customers/creation-requests/${event.resourceId}`,
      values: () => ({ partnerName: acting.name, companyName, what, hasReason: reason === null ? 'no' : 'yes', reason: reason ?? '' }),
    }),
  ]
}

/** One for each side the organization has, in the portal where its people are looked after. */
async function colleagueLetters(work: Work, event: RecordedEvent, template: 'colleagueInvited' | 'colleagueJoined') {
  const [tenantId] = event.readers
  const tenant = tenantId && (await mailTenant(work.trx, tenantId))
  if (!tenant || event.data.again === true) return []
  const colleague = (await namesOfPeople(work.trx, [event.resourceId])).get(event.resourceId)?.displayName ?? (await readerById(work.trx, event.resourceId))?.userPrincipalName
  if (!colleague) return []
  const letterOn = async (side: Portal) => {
    const readers = await readersWithRole(work.trx, tenant.id, notificationKinds.colleague[side].told)
    return letter({
      template, side, tenant, aboutId: event.resourceId, path: `${portalPaths[side]}/settings/people`,
      readers: readers.filter(({ personId }) => personId !== event.actorPersonId && personId !== event.resourceId),
      values: () => ({ colleague, tenantName: tenant.name }),
    })
  }
  return Promise.all(portals.map(letterOn))
}
