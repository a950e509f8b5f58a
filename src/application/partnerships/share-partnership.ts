import { DomainError } from '../../domain/errors.ts'
import { sharePartnership as share } from '../../domain/partnerships/decide.ts'
import { effectivePartnershipStatus, isAwaitingReseller } from '../../domain/partnerships/partnership.ts'
import type { Language } from '../../language/languages.ts'
import { type Message, messageOf } from '../relationship-requests/request-draft.ts'
import type { UseCase } from '../use-case.ts'
import { type DescribedPartnership, describePartnership } from './describe-partnership.ts'
import { lockAskedPartnership, settlePartnership } from './own-partnership.ts'
import { storedLetter, storedPartnershipLink } from './partnership-letter.ts'

export interface PartnershipSharing {
  readonly id: string
  readonly by: 'mail' | 'eml' | 'copy' | 'done'
  readonly reader: Language
}

/** The provider took the letter along; sending it is its own act. */
export const sharePartnership: UseCase<PartnershipSharing, DescribedPartnership> = {
  action: 'partnership.share',

  async run(work, { id, by, reader }) {
    const partnership = await lockAskedPartnership(work, id)
    const decided = share(partnership, by, work.now)
    return describePartnership(work, decided ? await settlePartnership(work, decided) : partnership, { reader, withWords: false })
  },
}

/** The letter in every form in which it can be taken along, while its link still opens something. */
export const readPartnershipMessage: UseCase<{ readonly id: string }, Message> = {
  action: 'partnership.share',

  async run(work, { id }) {
    const partnership = await lockAskedPartnership(work, id)
    const status = effectivePartnershipStatus(partnership, work.now)
    if (!isAwaitingReseller(status)) throw new DomainError('invalidTransition', `Nothing to send while ${status}.`, { action: 'share', current: status })
    return messageOf(storedLetter(partnership, await storedPartnershipLink(work, partnership)), work.now)
  },
}
