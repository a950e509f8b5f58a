import { type NotificationKind, type NotificationRule, sourcesOf } from '../../domain/notifications/notification-kinds.ts'
import type { Portal } from '../../domain/people/portals.ts'
import { roleAllows } from '../../domain/rights.ts'
import { mailLead, mailRequest, pairOfGrant, pairOfRelationship, partnerOfLink, type RecordedEvent, sidesOfCreationRequest, sidesOfHandOver, sidesOfPartnership } from '../../store/mail-facts-store.ts'
import { activePerson, peopleWithRole, type ToldPerson } from '../../store/told-people-store.ts'
import type { Work } from '../use-case.ts'

export interface Told extends ToldPerson {
  readonly kind: NotificationKind
  readonly side: Portal
}

/**
 * Whom the table of kinds tells of an event: active people of the organizations that may see it. Nobody is told of what they
 * did themselves, or of their own account.
 */
export async function toldOf(work: Work, event: RecordedEvent): Promise<Told[]> {
  const sources = sourcesOf(event.type)
  // A hand-over is told as one thing, not once more for each tie that it ended.
  if (sources.length === 0 || event.data.again === true || event.data.because === 'handedOver') return []
  const place = await placeOf(work, event)
  const told = await Promise.all(
    sources.map(async ({ kind, side, rule }) => {
      const tenantIds = place.tenants[side].filter((id) => event.readers.includes(id))
      const people = await Promise.all(tenantIds.map((tenantId) => peopleOf(work, { tenantId, rule, asker: place.asker })))
      return people.flat().map((person) => ({ ...person, kind, side }))
    }),
  )
  const isFirst = firstOfEach()
  return told.flat().filter(({ personId }) => personId !== event.actorPersonId && personId !== event.resourceId && isFirst(personId))
}

interface Place {
  readonly tenants: Readonly<Record<Portal, readonly string[]>>
  readonly asker: string | null
}

async function placeOf({ trx }: Work, event: RecordedEvent): Promise<Place> {
  const [noun] = event.type.split('.')
  if (noun === 'person') return { tenants: { partner: event.readers, customer: event.readers, operator: event.readers }, asker: null }
  if (noun === 'relationshipRequest') {
    const request = await mailRequest(trx, event.resourceId)
    if (!request) return between([], null)
    const partners = request.secondPartnerId === null ? [request.partnerId] : [request.partnerId, request.secondPartnerId]
    return between(partners, request.customerId, request.createdBy)
  }
  if (noun === 'partnership') {
    const sides = await sidesOfPartnership(trx, event.resourceId)
    // What one side did is told to the other.
    const told = [sides?.providerId, sides?.resellerId].filter((id) => id != null && id !== event.actorTenantId) as string[]
    return between(told, null, sides?.askedBy ?? null)
  }
  if (noun === 'handOver') {
    const sides = await sidesOfHandOver(trx, event.resourceId)
    if (!sides) return between([], null)
    // What one partner did is told to the other; what the customer or the clock did, to both.
    const partners = [sides.fromPartnerId, sides.toPartnerId].filter((id) => id !== null && id !== event.actorTenantId) as string[]
    return between(partners, sides.hasAgreed && sides.customerId !== event.actorTenantId ? sides.customerId : null)
  }
  if (noun === 'creationRequest') {
    const sides = await sidesOfCreationRequest(trx, event.resourceId)
    const told = [sides?.providerId, sides?.resellerId].filter((id) => id !== undefined && id !== event.actorTenantId) as string[]
    return between(told, null, sides?.askedBy ?? null)
  }
  if (noun === 'lead') {
    const lead = await mailLead(trx, event.resourceId)
    return between(lead ? [lead.partnerId] : [], lead?.customerId ?? null, lead?.sentBy ?? null)
  }
  if (noun === 'partnerLink') {
    const partnerId = await partnerOfLink(trx, event.resourceId)
    return between(partnerId ? [partnerId] : [], event.readers.find((id) => id !== partnerId) ?? null)
  }
  const pair = noun === 'privileges' ? await pairOfGrant(trx, event.resourceId) : await pairOfRelationship(trx, event.resourceId)
  return between(pair ? [pair.partnerId] : [], pair?.customerId ?? null)
}

function between(partners: readonly string[], customerId: string | null, asker: string | null = null): Place {
  return { tenants: { partner: partners, customer: customerId === null ? [] : [customerId], operator: [] }, asker }
}

async function peopleOf({ trx }: Work, { tenantId, rule, asker }: { tenantId: string; rule: NotificationRule; asker: string | null }): Promise<ToldPerson[]> {
  const maySee = ({ roles }: ToldPerson) => roleAllows(roles, rule.seenBy)
  if (rule.isAskerFirst && asker !== null) {
    const person = await activePerson(trx, asker)
    if (person?.tenantId === tenantId && maySee(person)) return [person]
  }
  return (await peopleWithRole(trx, tenantId, rule.told)).filter(maySee)
}

function firstOfEach(): (personId: string) => boolean {
  const seen = new Set<string>()
  return (personId) => !seen.has(personId) && seen.add(personId).size > 0
}
