import { share, type SharedBy } from '../../domain/relationship-requests/decide.ts'
import type { Language } from '../../language/languages.ts'
import type { UseCase } from '../use-case.ts'
import { describeRequest, type DescribedRequest } from './describe-request.ts'
import { lockOwnRequest, settle } from './own-request.ts'

/** The partner took the letter along; sending it is the partner's own act [S0.19-20]. */
export const shareRelationshipRequest: UseCase<{ readonly id: string; readonly by: SharedBy; readonly reader: Language }, DescribedRequest> = {
  action: 'relationshipRequest.share',

  async run(work, { id, by, reader }) {
    const request = await lockOwnRequest(work, id)
    const decided = share(request, by, work.now)
    return describeRequest(work, decided ? await settle(work, decided) : request, { reader, withWords: false, withLink: false })
  },
}
