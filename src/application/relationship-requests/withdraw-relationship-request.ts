import { withdraw } from '../../domain/relationship-requests/decide.ts'
import type { Language } from '../../language/languages.ts'
import type { UseCase } from '../use-case.ts'
import { describeRequest, type DescribedRequest } from './describe-request.ts'
import { lockOwnRequest, settle } from './own-request.ts'

/** Its link ends at once (decision 6). Against an acceptance under way it waits for the row: one of them wins. */
export const withdrawRelationshipRequest: UseCase<{ readonly id: string; readonly reader: Language }, DescribedRequest> = {
  action: 'relationshipRequest.withdraw',

  async run(work, { id, reader }) {
    const saved = await settle(work, withdraw(await lockOwnRequest(work, id), 'asked', work.now))
    return describeRequest(work, saved, { reader, withWords: false, withLink: false })
  },
}
