import { verify } from '../../domain/partners/decide.ts'
import { type ListedPartner, readPartner, savePartner } from '../../store/partner-store.ts'
import type { UseCase } from '../use-case.ts'
import { heldPartner } from './find-partner.ts'
import { plainNote } from './plain-note.ts'
import { recordForOperators } from './tell-operators.ts'

/** A recorded check: who, when, how (decision 7). Consent pages say "verified" from then on. */
export const verifyPartner: UseCase<{ readonly which: string; readonly method: string; readonly note: string | null }, ListedPartner> = {
  action: 'partner.verify',

  async run(work, { which, method, note }) {
    const { trx, actor, now } = work
    const { next, event } = verify(await heldPartner(work, which), { method, by: actor.kind === 'person' ? actor.personId : null }, now)
    await savePartner(trx, next, plainNote(note))
    await recordForOperators(work, event)
    return readPartner(trx, next.id)
  },
}
