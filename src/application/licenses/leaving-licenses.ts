import type { Subscription } from '../../domain/subscriptions/subscription.ts'
import { freedLicensesOf, freeLicenses, giveBack, holdPools, moveLicenses } from '../../store/license-store.ts'
import type { PeopleSide } from '../people/people-side.ts'
import type { Work } from '../use-case.ts'
import { licensesChanged } from './change-licenses.ts'

/** When a subscription became another offer, whoever has lost the seat by it has one of that, as far as there are any. */
export async function moveWithConversion(work: Work, from: Subscription, to: Subscription): Promise<void> {
  const { customerId, cloud } = to
  const [before, after] = [skuNumber(from), skuNumber(to)]
  if (before === after) return
  const left = await holdPools(work.trx, customerId, [before, after], work.now)
  const most = Math.min(-(left.get(before) ?? 0), left.get(after) ?? 0)
  if (most > 0) await moveLicenses(work.trx, { tenantId: customerId, cloud }, { from: before, to: after, most })
}

const skuNumber = ({ productId, skuId }: Subscription) => `${productId}:${skuId}`

type Whose = Pick<PeopleSide, 'tenantId' | 'record'>

/** With somebody who is deleted go their seats, to whoever needs them next; the event of the deletion says it. */
export async function leaveLicenses(work: Work, { tenantId }: Whose, personId: string): Promise<void> {
  await freeLicenses(work.trx, tenantId, personId, work.now)
}

/** What somebody had before, as far as there is a seat now (D.12); gives the SKUs that could not be given back. */
export async function giveLicensesBack(work: Work, { tenantId, record }: Whose, personId: string): Promise<string[]> {
  const freed = await freedLicensesOf(work.trx, tenantId, personId)
  if (freed.length === 0) return []
  const left = await holdPools(work.trx, tenantId, freed.map(({ sku }) => sku), work.now)
  const given = freed.filter(({ sku }) => (left.get(sku) ?? 0) > 0)
  await giveBack(work.trx, tenantId, personId, given.map(({ sku }) => sku))
  if (given.length > 0) record(licensesChanged(tenantId, { personId, assigned: given, changed: [], removed: [], refusal: null }))
  return freed.filter((one) => !given.includes(one)).map(({ sku }) => sku)
}
