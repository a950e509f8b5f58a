import { DomainError } from '../../domain/errors.ts'
import { deleteBlock } from '../../store/mail-block-store.ts'
import { plainNote } from '../operator/plain-note.ts'
import { recordForOperators } from '../operator/tell-operators.ts'
import type { UseCase } from '../use-case.ts'

/** Letters go there again. Whoever opted out said so themselves, so the reason is kept with the event. */
export const removeMailBlock: UseCase<{ readonly id: string; readonly reason: string }, void> = {
  action: 'mailBlock.manage',

  async run(work, { id, reason }) {
    const note = plainNote(reason)
    const block = await deleteBlock(work.trx, id)
    if (!block) throw new DomainError('notFound', 'No such address on the list.')
    await recordForOperators(work, { type: 'mailBlock.removed', resource: { type: 'mailBlock', id }, readers: [], data: { kind: block.kind, by: 'operator', note } })
  },
}
