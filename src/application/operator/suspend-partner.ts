import { suspend } from '../../domain/partners/decide.ts'
import { type ListedPartner, readPartner, savePartner } from '../../store/partner-store.ts'
import { enterInstallation } from '../../store/tenant-store.ts'
import { enterWholeInstallation } from '../../store/tenant-closing-store.ts'
import { endHandOversOf } from '../hand-overs/end-hand-over.ts'
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
    // Hand-overs belong to three sides, and no operator sees them in its own scope.
    await enterWholeInstallation(work.trx)
    await endHandOversOf(work, next.id, 'partnerSuspended')
    await enterInstallation(work.trx)
    return readPartner(work.trx, next.id)
  },
}
