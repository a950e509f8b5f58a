import { lastMinuteAfter } from '../../domain/activity/day-bounds.ts'
import { DomainError } from '../../domain/errors.ts'
import type { EndRequest } from '../../domain/removal/end-request.ts'
import { insertEndRequest, lockOpenEndRequest } from '../../store/end-request-store.ts'
import { lockGrants } from '../../store/privilege-store.ts'
import { lockActiveRelationships } from '../../store/reseller-relationship-store.ts'
import { bothSides } from '../invitations/carry-out.ts'
import { endOwnershipsOf } from '../usage/change-owners.ts'
import type { UseCase } from '../use-case.ts'
import { requirePartner } from './read-partner-relationship.ts'
import { endPrivileges } from './remove-privileges.ts'

export interface AskEnd {
  readonly partnerId: string
  /** the customer's own words, for the partner */
  readonly reason: string | null
}

export interface EndAsked {
  readonly endRequest: EndRequest
  readonly privilegesEnded: readonly string[]
}

/**
 * A customer cannot end a reseller relationship by itself, but it may ask for the end: the partner's rights end at once, and
 * the partner answers within the cloud's notice, by the end of a day where the customer is (decision 15).
 */
export const askEnd: UseCase<AskEnd, EndAsked> = {
  action: 'partnerRelationship.askEnd',

  async run(work, { partnerId, reason }) {
    const { trx, person, now, manifest } = work
    await requirePartner(work, partnerId)
    const [relationship] = await lockActiveRelationships(trx, partnerId, person.tenantId)
    if (!relationship) throw new DomainError('invalidTransition', 'There is no relationship to end.', { reason: 'relationshipEndedAlready' })
    if (await lockOpenEndRequest(trx, partnerId, person.tenantId)) {
      throw new DomainError('alreadyExists', 'The end has been asked for already.', { reason: 'endAlreadyAsked' })
    }
    const endRequest: EndRequest = {
      partnerId,
      customerId: person.tenantId,
      id: work.newId(),
      status: 'asked',
      reason,
      askedAt: now,
      askedBy: person.personId,
      answerDueAt: lastMinuteAfter(now, manifest.endNoticeDays, person.timeZone),
      answeredAt: null,
      answeredBy: null,
      answerNote: null,
      version: 1,
    }
    const grants = await lockGrants(trx, partnerId, person.tenantId)
    await insertEndRequest(trx, endRequest)
    const services = grants.map(({ service }) => service)
    await work.record({
      type: 'resellerRelationship.endAsked',
      resource: { type: 'resellerRelationship', id: relationship.id },
      readers: bothSides(partnerId, person.tenantId),
      data: { endRequestId: endRequest.id, hasReason: reason !== null, answerDueAt: endRequest.answerDueAt.toISOString(), services },
    })
    if (grants[0]) await endPrivileges(work, { partnerId, services, grantId: grants[0].id, because: 'endAsked' })
    await endOwnershipsOf(work, partnerId)
    return { endRequest, privilegesEnded: services }
  },
}
