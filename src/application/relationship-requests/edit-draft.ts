import { DomainError } from '../../domain/errors.ts'
import { requireSendable } from '../../domain/mail-drafts/check-edited-draft.ts'
import type { MailDraft } from '../../domain/mail-drafts/draft.ts'
import { editDraft } from '../../domain/relationship-requests/decide.ts'
import type { Language } from '../../language/languages.ts'
import type { UseCase } from '../use-case.ts'
import { describeRequest, type DescribedRequest } from './describe-request.ts'
import { lockOwnRequest, settle } from './own-request.ts'
import { storedDraft, wordsToStore } from './request-draft.ts'
import { storedRequestLink } from './request-link.ts'

export interface EditInput {
  readonly id: string
  readonly version: number
  readonly subject: string
  readonly text: string
  readonly reader: Language
}

/** The partner's own words around the link [S0.17]; the server looks again, whatever the page let through (decision 5). */
export const editRequestDraft: UseCase<EditInput, DescribedRequest> = {
  action: 'relationshipRequest.edit',

  async run(work, { id, version, subject, text, reader }) {
    const request = await lockOwnRequest(work, id)
    if (request.version !== version) throw new DomainError('changedMeanwhile', 'The request changed meanwhile.')
    const link = await storedRequestLink(work, request)
    const original = lockedOriginal(await storedDraft(work, request, link))
    const words = text.replace(/\r\n?/g, '\n')
    const decided = editDraft(request, { subject: subject.trim(), body: wordsToStore(words, link) }, work.now)
    requireSendable({ original, edited: words, link, manifest: work.manifest }, subject)
    return describeRequest(work, await settle(work, decided), { reader, withWords: true, withLink: true })
  },
}

/** The check takes everything from the third paragraph on as fixed: two of the partner's own, however many there are now, then the rest. */
function lockedOriginal(draft: MailDraft): MailDraft {
  const blank = { text: '', kind: 'text', editable: true } as const
  return { ...draft, paragraphs: [blank, blank, ...draft.paragraphs.filter(({ editable }) => !editable)] }
}
