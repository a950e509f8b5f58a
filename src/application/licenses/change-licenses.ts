import { DomainError } from '../../domain/errors.ts'
import type { EventDraft } from '../../domain/events.ts'
import type { LicenseWish, SubscribedSku } from '../../domain/licenses/license.ts'
import { changesNothing, type Settled, settleWishes } from '../../domain/licenses/settle-wishes.ts'
import { holdPools, holdUsers, type Licensee, licensesOf, subscribedSkus, writeLicenses } from '../../store/license-store.ts'
import { findOwnTenant } from '../../store/tenant-store.ts'
import type { PeopleSide } from '../people/people-side.ts'
import type { Work } from '../use-case.ts'

/** Who acts on whose users: from `onOwnPeople` or `onCustomersPeople`, in the name of that organization. */
export type Acting = Pick<PeopleSide, 'tenantId' | 'by'>

export async function licenseeOf({ trx }: Work, tenantId: string): Promise<Licensee> {
  const { cloud } = await findOwnTenant(trx, tenantId)
  return { tenantId, cloud }
}

/** Throws where a wish names what this customer has no seats of, a plan that the SKU has not, or a SKU twice. */
export function refuseUnknownWishes(wishes: readonly LicenseWish[], owned: readonly SubscribedSku[]): void {
  const bySku = new Map(owned.map((one) => [one.sku, one]))
  if (new Set(wishes.map(({ sku }) => sku)).size !== wishes.length) throw wrong('skuTwice', '')
  for (const { sku, disabledPlans } of wishes) {
    const found = bySku.get(sku)
    if (!found) throw wrong('skuNotOwned', sku)
    if (disabledPlans.some((plan) => !found.servicePlans.includes(plan))) throw wrong('servicePlanUnknown', sku)
  }
}

function wrong(reason: string, sku: string): DomainError {
  return new DomainError('invalidInput', `The licenses cannot be so: ${reason}.`, { reason, field: 'licenses', sku })
}

/**
 * The one way in which licenses change hands: the users are held, then the pools of the SKUs, in one order, so that of two who
 * want the last seat one waits for the other. Whoever is no longer there is missing in the answer.
 */
export async function changeLicenses(work: Work, { tenantId, by }: Acting, { people, wishes }: { readonly people: readonly string[]; readonly wishes: readonly LicenseWish[] }): Promise<Settled[]> {
  const { trx, now } = work
  const users = new Map((await holdUsers(trx, tenantId, people)).map((user) => [user.personId, user]))
  const left = await holdPools(trx, tenantId, wishes.map(({ sku }) => sku).sort(), now)
  const held = await licensesOf(trx, tenantId, [...users.keys()])
  const known = people.flatMap((id) => users.get(id) ?? []).map((user) => ({ ...user, licenses: held.get(user.personId) ?? [] }))
  const settled = settleWishes(known, wishes, left)
  await writeLicenses(trx, await licenseeOf(work, tenantId), settled, { personId: by.personId, now })
  return settled
}

/** SKUs and plans only: neither names nor prices. */
export function licensesChanged(tenantId: string, { personId, assigned, changed, removed }: Settled): EventDraft {
  const data = { assigned: assigned.map(({ sku }) => sku), plansChanged: changed.map(({ sku }) => sku), removed }
  return { type: 'person.licensesChanged', resource: { type: 'person', id: personId }, readers: [{ tenantId }], data }
}

/** One event for each user to whom something happened. */
export const changeEvents = (tenantId: string, settled: readonly Settled[]): EventDraft[] => settled.filter((one) => !changesNothing(one)).map((one) => licensesChanged(tenantId, one))

/** What the customer owns, in the scope of its own organization. */
export async function ownedBy(work: Work, tenantId: string): Promise<SubscribedSku[]> {
  return subscribedSkus(work.trx, await licenseeOf(work, tenantId), work.now)
}
