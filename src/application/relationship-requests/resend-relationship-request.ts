import { endForResending, resent } from '../../domain/relationship-requests/decide.ts'
import type { RelationshipRequest } from '../../domain/relationship-requests/relationship-request.ts'
import type { Language } from '../../language/languages.ts'
import { moveRowTo } from '../../store/campaign-row-store.ts'
import type { UseCase } from '../use-case.ts'
import { mintRequest } from './create-relationship-request.ts'
import { describeRequest, type DescribedRequest } from './describe-request.ts'
import { gatherFacts } from './gather-facts.ts'
import { lockOwnRequest, settle } from './own-request.ts'
import type { RequestWish } from './request-input.ts'

export interface ResendingInput {
  readonly id: string
  readonly validityDays: number | undefined
  readonly reader: Language
}

/** The same asked anew: a new link, and the old one ends (decision 3). A row of a list follows its newest request. What has become impossible since is refused. */
export const resendRelationshipRequest: UseCase<ResendingInput, DescribedRequest> = {
  action: 'relationshipRequest.resend',

  async run(work, { id, validityDays, reader }) {
    const old = await lockOwnRequest(work, id)
    const withdrawn = endForResending(old, work.now)
    if (withdrawn) await settle(work, withdrawn)
    const fresh = await mintRequest(work, await gatherFacts(work, wishOf(old, validityDays)), { followsId: old.id, occasion: 'freshLink' })
    await work.record(resent(old, fresh.id))
    await moveRowTo(work.trx, old.partnerId, { from: old.id, to: fresh.id })
    return describeRequest(work, fresh, { reader, withWords: false, withLink: false })
  },
}

function wishOf({ kind, named, services, language, secondPartnerId, isAskedByProvider }: RelationshipRequest, validityDays: number | undefined): RequestWish {
  const { customerId, domain, country, companyName } = named
  return {
    kind,
    customer: {
      ...(customerId !== null && { customerId }),
      ...(domain !== null && { domain }),
      ...(country !== null && { country }),
      ...(companyName !== null && { companyName }),
    },
    askPrivileges: services.length > 0,
    ...(secondPartnerId !== null && (isAskedByProvider ? { resellerId: secondPartnerId } : { secondPartnerId })),
    validityDays,
    language,
  }
}
