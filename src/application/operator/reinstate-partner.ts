import { reinstate } from '../../domain/partners/decide.ts'
import { type ListedPartner, readPartner, savePartner } from '../../store/partner-store.ts'
import type { UseCase } from '../use-case.ts'
import { heldPartner } from './find-partner.ts'
import { recordForOperators } from './tell-operators.ts'

export const reinstatePartner: UseCase<{ readonly which: string }, ListedPartner> = {
  action: 'partner.setStanding',

  async run(work, { which }) {
    const { next, event } = reinstate(await heldPartner(work, which))
    await savePartner(work.trx, next)
    await recordForOperators(work, event)
    return readPartner(work.trx, next.id)
  },
}
