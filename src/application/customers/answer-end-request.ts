import { DomainError } from '../../domain/errors.ts'
import { answerEnd } from '../../domain/removal/end-request.ts'
import type { Language } from '../../language/languages.ts'
import { lockOpenEndRequest, saveEndRequest } from '../../store/end-request-store.ts'
import { lockActiveRelationships } from '../../store/reseller-relationship-store.ts'
import type { UseCase } from '../use-case.ts'
import { endRelationshipWith, type RemovalResult } from './end-relationship.ts'

export interface EndAnswerInput {
  readonly customerId: string
  readonly answer: 'agreed' | 'refused'
  readonly note: string | null
  /** needed where the answer is yes: the relationship is removed in the same step */
  readonly statementSha256: string | undefined
  readonly endPrivileges: boolean
  readonly reader: Language
}

export interface EndAnswered {
  readonly answer: 'agreed' | 'refused'
  readonly removal: RemovalResult | null
}

/** The customer asked for the end; the partner agrees, which removes, or refuses with a note (decision 15). */
export const answerEndRequest: UseCase<EndAnswerInput, EndAnswered> = {
  action: 'customer.answerEnd',
  customer: ({ customerId }) => customerId,
  endsRights: true,

  async run(work, input) {
    const { trx, person, now } = work
    const { customerId, answer, note } = input
    const [relationship] = await lockActiveRelationships(trx, person.tenantId, customerId)
    const asked = await lockOpenEndRequest(trx, person.tenantId, customerId)
    if (!relationship || !asked) throw new DomainError('invalidTransition', 'No end was asked for.', { reason: 'noOpenEndRequest' })
    const { next, event } = answerEnd(asked, { relationshipId: relationship.id, answer, note, personId: person.personId }, now)
    await saveEndRequest(trx, next)
    if (event) await work.record(event)
    return { answer, removal: answer === 'agreed' ? await agree(work, input) : null }
  },
}

function agree(work: Parameters<typeof endRelationshipWith>[0], { customerId, note, statementSha256, endPrivileges, reader }: EndAnswerInput): Promise<RemovalResult> {
  if (statementSha256 === undefined) {
    throw new DomainError('invalidInput', 'Agreeing removes, and removing needs the statement.', { reason: 'statementMissing', field: 'statementSha256' })
  }
  return endRelationshipWith(work, { customerId, statementSha256, endPrivileges, reason: note, isAnswerToCustomer: true, reader })
}
