import { suspend } from '../../domain/partners/decide.ts'
import { type ListedPartner, readPartner, savePartner } from '../../store/partner-store.ts'
import type { UseCase } from '../use-case.ts'
import { heldPartner } from './find-partner.ts'
import { plainNote } from './plain-note.ts'
import { recordForOperators } from './tell-operators.ts'

/** Every act of the partner holds the row that this changes: when it returns, no later act exists (rule R10). */
export const suspendPartner: UseCase<{ readonly which: string; readonly reason: string | null }, ListedPartner> = {
  action: 'partner.setStanding',

  async run(work, { which, reason }) {
    const { next, event } = suspend(await heldPartner(work, which), plainNote(reason))
    await savePartner(work.trx, next)
    await recordForOperators(work, event)
    return readPartner(work.trx, next.id)
  },
}
