import type { Language } from '../../language/languages.ts'
import type { UseCase } from '../use-case.ts'
import { type DescribedHandOver, describeHandOver } from './describe-hand-over.ts'
import { findOwnHandOver } from './own-hand-over.ts'

export const readHandOver: UseCase<{ readonly id: string; readonly reader: Language }, DescribedHandOver> = {
  action: 'handOver.list',

  async run(work, { id, reader }) {
    return describeHandOver(work, await findOwnHandOver(work, id), reader)
  },
}
