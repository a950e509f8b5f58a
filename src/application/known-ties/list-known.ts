import { listKnownCustomers, lockKnownTies } from '../../store/known-tie-store.ts'
import { recordForOperators } from '../operator/tell-operators.ts'
import type { Work } from '../use-case.ts'

/** A statement has its time limit; a partner may have many customers. */
const atOnce = 2_000

/**
 * Everything that is known of this partner from elsewhere comes onto its list, within the act that enrols it or records the ties
 * (S1.6, S4.12, S4.19). Answers how many customers; again, none.
 */
export async function listWhatIsKnown(work: Work, partnerId: string): Promise<number> {
  await lockKnownTies(work.trx)
  let count = 0
  for (let taken = atOnce; taken === atOnce; count += taken) taken = await listKnownCustomers(work.trx, partnerId, { at: work.now, most: atOnce })
  if (count > 0) {
    await recordForOperators(work, { type: 'partner.knownCustomersListed', resource: { type: 'partner', id: partnerId }, readers: [{ tenantId: partnerId }], data: { rows: count } })
  }
  return count
}
