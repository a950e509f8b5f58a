import type { PersonActor } from '../../domain/actor.ts'
import { enterTenant } from '../../store/tenant-store.ts'
import { holdRights } from '../../store/rights-store.ts'
import { partiesOf } from '../../store/transfer-standing-store.ts'
import type { Work } from '../use-case.ts'

/**
 * The customer buys in its partner's name: the same person, in the rows of the seller and behind its row-level security, so that the
 * judgement and the order are the very ones of the seller itself. Relationship and standing are held first, as in every order;
 * the transaction goes back to its own tenant. Who acted stays whoever acted.
 */
export async function asSeller<T>(work: Work, partnerId: string, act: (seller: Work) => Promise<T>): Promise<T> {
  const { trx, person } = work
  await enterTenant(trx, partnerId)
  const held = await holdRights(trx, partnerId, person.tenantId)
  const [partner] = await partiesOf(trx, [partnerId], person.tenantId, { hold: false })
  const seller: PersonActor = { ...person, tenantId: partnerId as PersonActor['tenantId'], country: partner!.country, partnerKinds: partner!.kinds }
  const done = await act({ ...work, person: seller, manifest: work.manifest, held })
  await enterTenant(trx, person.tenantId)
  return done
}
