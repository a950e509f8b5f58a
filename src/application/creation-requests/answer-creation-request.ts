import { completeCreation, declineCreation, withdrawCreation } from '../../domain/creation-requests/decide.ts'
import type { CreationRequest } from '../../domain/creation-requests/creation-request.ts'
import { DomainError } from '../../domain/errors.ts'
import { lockWaitingCreationRequests } from '../../store/creation-request-store.ts'
import { plainNote } from '../operator/plain-note.ts'
import type { UseCase, Work } from '../use-case.ts'
import { type DescribedCreationRequest, describeCreationRequest } from './describe-creation-request.ts'
import { lockCreationRequestAs, settleCreationRequest } from './own-creation-request.ts'

/** The provider says no, and why: the reseller reads it. */
export const declineCreationRequest: UseCase<{ readonly id: string; readonly reason: string }, DescribedCreationRequest> = {
  action: 'creationRequest.decline',

  async run(work, { id, reason }) {
    const request = await lockCreationRequestAs(work, 'provider', id)
    const words = plainNote(reason)
    if (words === null) throw new DomainError('invalidInput', 'A reason is missing.', { reason: 'declineReasonMissing', field: 'reason' })
    return describeCreationRequest(work, await settleCreationRequest(work, declineCreation(request, words, answerOf(work))))
  },
}

/** The reseller takes it back before its provider answered. */
export const withdrawCreationRequest: UseCase<{ readonly id: string }, DescribedCreationRequest> = {
  action: 'creationRequest.withdraw',

  async run(work, { id }) {
    const request = await lockCreationRequestAs(work, 'reseller', id)
    return describeCreationRequest(work, await settleCreationRequest(work, withdrawCreation(request, 'asked', answerOf(work))))
  },
}

/** The request that a provider is about to complete: it still waits, and is held until the customer is there. */
export async function holdCreationRequest(work: Work, id: string): Promise<CreationRequest> {
  const request = await lockCreationRequestAs(work, 'provider', id)
  if (request.status !== 'waiting') {
    throw new DomainError('invalidTransition', `Cannot complete while ${request.status}.`, { action: 'complete', current: request.status, allowedFrom: ['waiting'] })
  }
  return request
}

/** Within the act that creates the customer. */
export async function completeCreationRequest(work: Work, request: CreationRequest, customerId: string): Promise<void> {
  await settleCreationRequest(work, completeCreation(request, customerId, answerOf(work)))
}

/** With the partnership what waits between the two ends: the provider could create nothing for it any more. */
export async function withdrawWaitingWith(work: Work, pair: { readonly resellerId: string; readonly providerId: string }): Promise<void> {
  for (const request of await lockWaitingCreationRequests(work.trx, pair)) {
    await settleCreationRequest(work, withdrawCreation(request, 'partnershipRemoved', answerOf(work)))
  }
}

function answerOf({ person, now }: Work) {
  return { personId: person.personId, at: now }
}
