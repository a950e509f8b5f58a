import type { Language } from '../../language/languages.ts'
import type { UseCase } from '../use-case.ts'
import { describeRequest, type DescribedRequest } from './describe-request.ts'
import { findOwnRequest } from './own-request.ts'

export interface ReadInput {
  readonly id: string
  readonly reader: Language
  readonly withLink: boolean
}

export const readRelationshipRequest: UseCase<ReadInput, DescribedRequest> = {
  action: 'relationshipRequest.list',

  async run(work, { id, reader, withLink }) {
    return describeRequest(work, await findOwnRequest(work, id), { reader, withWords: true, withLink })
  },
}
