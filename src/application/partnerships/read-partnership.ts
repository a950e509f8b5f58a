import type { Language } from '../../language/languages.ts'
import type { UseCase } from '../use-case.ts'
import { type DescribedPartnership, describePartnership } from './describe-partnership.ts'
import { findOwnPartnership } from './own-partnership.ts'

export const readPartnership: UseCase<{ readonly id: string; readonly reader: Language }, DescribedPartnership> = {
  action: 'partnership.list',

  async run(work, { id, reader }) {
    return describePartnership(work, await findOwnPartnership(work, id), { reader, withWords: true })
  },
}
