import { answerEnd } from '../../domain/removal/end-request.ts'
import { lockOpenEndRequest, saveEndRequest } from '../../store/end-request-store.ts'
import type { UseCase } from '../use-case.ts'
import { endRelationshipWith, type RemovalResult, type RemovalWish } from './end-relationship.ts'

export type RemovalInput = Omit<RemovalWish, 'isAnswerToCustomer'>

/** The partner's own end of a relationship [S1.44-47]. Where the customer had asked for the end, this is the answer to it. */
export const removeCustomer: UseCase<RemovalInput, RemovalResult> = {
  action: 'customer.remove',
  customer: ({ customerId }) => customerId,
  endsRights: true,

  async run(work, input) {
    const { trx, person, now } = work
    const removed = await endRelationshipWith(work, { ...input, isAnswerToCustomer: false })
    const asked = await lockOpenEndRequest(trx, person.tenantId, input.customerId)
    if (asked) await saveEndRequest(trx, answerEnd(asked, { relationshipId: asked.id, answer: 'agreed', note: input.reason, personId: person.personId }, now).next)
    return removed
  },
}
