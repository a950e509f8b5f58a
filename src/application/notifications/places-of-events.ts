import type { Portal } from '../../domain/people/portals.ts'
import type { Transaction } from '../../store/database.ts'
import { mailLead, mailRequest, pairOfGrant, pairOfRelationship, partnerOfLink, type RecordedEvent, sidesOfCreationRequest, sidesOfHandOver, sidesOfPartnership } from '../../store/mail-facts-store.ts'
import { customerOfSubscription, mailServiceRequest } from '../../store/support-facts-store.ts'
import { transferSides } from '../../store/mail-transfer-store.ts'
import { mailPurchase } from '../../store/mail-purchase-store.ts'

export interface Place {
  readonly tenants: Readonly<Record<Portal, readonly string[]>>
  readonly asker: string | null
}

type Placing = (trx: Transaction, event: RecordedEvent) => Promise<Place>

/** What one side did is told to the other. */
const others = (ids: readonly (string | null | undefined)[], event: RecordedEvent) => ids.filter((id): id is string => id != null && id !== event.actorTenantId)

async function ofTie(tie: Promise<{ readonly partnerId: string; readonly customerId: string } | undefined>): Promise<Place> {
  const pair = await tie
  return between(pair ? [pair.partnerId] : [], pair?.customerId ?? null)
}

/** Who is told of an event, by the noun of its type: which tenants in which portal, and who asked. */
export const placesByNoun: Readonly<Record<string, Placing>> = {
  person: async (_trx, { readers }) => ({ tenants: { partner: readers, customer: readers, operator: readers }, asker: null }),
  relationshipRequest: async (trx, { resourceId }) => {
    const request = await mailRequest(trx, resourceId)
    if (!request) return between([], null)
    const partners = request.secondPartnerId === null ? [request.partnerId] : [request.partnerId, request.secondPartnerId]
    return between(partners, request.customerId, request.createdBy)
  },
  partnership: async (trx, event) => {
    const sides = await sidesOfPartnership(trx, event.resourceId)
    return between(others([sides?.providerId, sides?.resellerId], event), null, sides?.askedBy ?? null)
  },
  handOver: async (trx, event) => {
    const sides = await sidesOfHandOver(trx, event.resourceId)
    if (!sides) return between([], null)
    // What the customer or the clock did is told to both partners.
    return between(others([sides.fromPartnerId, sides.toPartnerId], event), sides.hasAgreed && sides.customerId !== event.actorTenantId ? sides.customerId : null)
  },
  subscriptionTransfer: async (trx, event) => {
    const sides = await transferSides(trx, event.resourceId)
    return between(others([sides?.fromPartnerId, sides?.toPartnerId], event), event.type === 'subscriptionTransfer.completed' ? (sides?.customerId ?? null) : null)
  },
  ownPurchase: async (trx, { resourceId }) => {
    const purchase = await mailPurchase(trx, resourceId)
    return between(purchase ? [purchase.partnerId] : [], purchase?.customerId ?? null, purchase?.askedBy ?? null)
  },
  creationRequest: async (trx, event) => {
    const sides = await sidesOfCreationRequest(trx, event.resourceId)
    return between(others([sides?.providerId, sides?.resellerId], event), null, sides?.askedBy ?? null)
  },
  lead: async (trx, { resourceId }) => {
    const lead = await mailLead(trx, resourceId)
    return between(lead ? [lead.partnerId] : [], lead?.customerId ?? null, lead?.sentBy ?? null)
  },
  serviceRequest: async (trx, event) => {
    const request = await mailServiceRequest(trx, event.resourceId)
    if (!request) return between([], null)
    // Operators read of what is at their desk.
    const desk = event.readers.filter((id) => id !== request.partnerId && id !== request.customerId)
    return { tenants: { partner: others([request.partnerId], event), customer: others([request.customerId], event), operator: others(desk, event) }, asker: request.filedBy }
  },
  supportContact: async (trx, event) => {
    const customerId = await customerOfSubscription(trx, event.resourceId)
    return between(others(event.readers.filter((id) => id !== customerId), event), customerId === event.actorTenantId ? null : customerId)
  },
  partnerLink: async (trx, { resourceId, readers }) => {
    const partnerId = await partnerOfLink(trx, resourceId)
    return between(partnerId ? [partnerId] : [], readers.find((id) => id !== partnerId) ?? null)
  },
  privileges: (trx, { resourceId }) => ofTie(pairOfGrant(trx, resourceId)),
  resellerRelationship: (trx, { resourceId }) => ofTie(pairOfRelationship(trx, resourceId)),
}

function between(partners: readonly string[], customerId: string | null, asker: string | null = null): Place {
  return { tenants: { partner: partners, customer: customerId === null ? [] : [customerId], operator: [] }, asker }
}
