import { DomainError } from '../../domain/errors.ts'
import { effectiveStatus, isAwaiting } from '../../domain/relationship-requests/relationship-request.ts'
import type { UseCase } from '../use-case.ts'
import { findOwnRequest } from './own-request.ts'
import { type Message, messageOf, storedDraft } from './request-draft.ts'
import { storedRequestLink } from './request-link.ts'

/** The letter in every form in which it can be taken along, while its link still opens something. */
export const readRequestMessage: UseCase<{ readonly id: string }, Message> = {
  action: 'relationshipRequest.share',

  async run(work, { id }) {
    const request = await findOwnRequest(work, id)
    const status = effectiveStatus(request, work.now)
    if (!isAwaiting(status)) throw new DomainError('invalidTransition', `Nothing to send while ${status}.`, { action: 'share', current: status })
    return messageOf(await storedDraft(work, request, await storedRequestLink(work, request)), work.now)
  },
}
