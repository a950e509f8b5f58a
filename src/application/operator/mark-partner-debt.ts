import { markDebt } from '../../domain/partners/decide.ts'
import { type ListedPartner, readPartner, savePartner } from '../../store/partner-store.ts'
import type { UseCase } from '../use-case.ts'
import { heldPartner } from './find-partner.ts'
import { recordForOperators } from './tell-operators.ts'

/** What it blocks is the cloud's rule: in China a partner in debt asks for no relationships (S2.L5.2). */
export const markPartnerDebt: UseCase<{ readonly which: string; readonly inDebt: boolean }, ListedPartner> = {
  action: 'partner.setStanding',

  async run(work, { which, inDebt }) {
    const { next, event } = markDebt(await heldPartner(work, which), inDebt)
    await savePartner(work.trx, next)
    await recordForOperators(work, event)
    return readPartner(work.trx, next.id)
  },
}
