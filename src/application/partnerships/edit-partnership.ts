import { DomainError } from '../../domain/errors.ts'
import { requireSendable } from '../../domain/mail-drafts/check-edited-draft.ts'
import { editPartnershipLetter } from '../../domain/partnerships/decide.ts'
import type { Language } from '../../language/languages.ts'
import { wordsToStore } from '../relationship-requests/request-draft.ts'
import type { UseCase } from '../use-case.ts'
import { type DescribedPartnership, describePartnership } from './describe-partnership.ts'
import { lockAskedPartnership, settlePartnership } from './own-partnership.ts'
import { storedLetter, storedPartnershipLink } from './partnership-letter.ts'

export interface PartnershipEdit {
  readonly id: string
  readonly version: number
  readonly subject: string
  readonly text: string
  readonly reader: Language
}

/** The provider's own words around the link; the server looks again, whatever the page let through (decision 5). */
export const editPartnership: UseCase<PartnershipEdit, DescribedPartnership> = {
  action: 'partnership.edit',

  async run(work, { id, version, subject, text, reader }) {
    const partnership = await lockAskedPartnership(work, id)
    if (partnership.version !== version) throw new DomainError('changedMeanwhile', 'The partnership changed meanwhile.')
    const link = await storedPartnershipLink(work, partnership)
    const words = text.replace(/\r\n?/g, '\n')
    const decided = editPartnershipLetter(partnership, { subject: subject.trim(), body: wordsToStore(words, link) }, work.now)
    requireSendable({ original: storedLetter(partnership, link), edited: words, link, manifest: { draftEditing: 'allButLink' } }, subject)
    return describePartnership(work, await settlePartnership(work, decided), { reader, withWords: true })
  },
}
