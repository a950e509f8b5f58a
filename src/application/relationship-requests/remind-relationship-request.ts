import { remind } from '../../domain/relationship-requests/decide.ts'
import type { Language } from '../../language/languages.ts'
import type { UseCase } from '../use-case.ts'
import { describeRequest, type DescribedRequest } from './describe-request.ts'
import { lockOwnRequest, settle } from './own-request.ts'
import { composeRequestDraft, type Message, messageOf, storedDraft, wordsToStore } from './request-draft.ts'
import { storedRequestLink } from './request-link.ts'

export interface Reminder {
  readonly request: DescribedRequest
  readonly message: Message
}

/** A new letter around the same link, for the partner to send. The limit of one a day is for mails that leave here (rule R39). */
export const remindRelationshipRequest: UseCase<{ readonly id: string; readonly reader: Language }, Reminder> = {
  action: 'relationshipRequest.remind',

  async run(work, { id, reader }) {
    const request = await lockOwnRequest(work, id)
    const link = await storedRequestLink(work, request)
    const letter = await composeRequestDraft(work, request, { link, occasion: 'reminder' })
    const saved = await settle(work, remind(request, { subject: letter.subject, body: wordsToStore(letter.text, link) }, work.now))
    return {
      request: await describeRequest(work, saved, { reader, withWords: true, withLink: true }),
      message: messageOf(await storedDraft(work, saved, link), work.now),
    }
  },
}
