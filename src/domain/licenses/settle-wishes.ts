import type { License, LicenseWish } from './license.ts'

/** Why a user keeps what they have. */
export type LicenseRefusal = 'usageLocationMissing' | 'noSeatLeft'

/** Of a user: where they use services, and what they have now. */
export interface Licensed {
  readonly personId: string
  readonly usageLocation: string | null
  readonly licenses: readonly License[]
}

/** What becomes of one user: everything that was wished, or nothing with the reason. */
export interface Settled {
  readonly personId: string
  readonly assigned: readonly License[]
  /** held before, now with other plans */
  readonly changed: readonly License[]
  readonly removed: readonly string[]
  readonly refusal: { readonly reason: LicenseRefusal; readonly sku: string } | null
}

/**
 * User after user, in the order given, from the seats that are left ("product:sku" to how many). What a user gives back is
 * there for the next, and for the same user's other wish of it; of two who want the last seat the first gets it.
 */
export function settleWishes(users: readonly Licensed[], wishes: readonly LicenseWish[], seatsLeft: ReadonlyMap<string, number>): Settled[] {
  const left = new Map(seatsLeft)
  return users.map((user) => {
    const settled = settleOne(user, wishes, left)
    for (const { sku } of settled.assigned) left.set(sku, (left.get(sku) ?? 0) - 1)
    for (const sku of settled.removed) left.set(sku, (left.get(sku) ?? 0) + 1)
    return settled
  })
}

function settleOne({ personId, usageLocation, licenses }: Licensed, wishes: readonly LicenseWish[], left: ReadonlyMap<string, number>): Settled {
  const held = new Map(licenses.map((license) => [license.sku, license]))
  const asked = wishes.filter(({ act }) => act === 'assign').map(({ sku, disabledPlans }): License => ({ sku, disabledPlans: [...disabledPlans].sort() }))
  const assigned = asked.filter(({ sku }) => !held.has(sku))
  const refused = assigned.find(({ sku }) => usageLocation === null || (left.get(sku) ?? 0) < 1)
  if (refused) {
    return { personId, assigned: [], changed: [], removed: [], refusal: { reason: usageLocation === null ? 'usageLocationMissing' : 'noSeatLeft', sku: refused.sku } }
  }
  return {
    personId,
    assigned,
    changed: asked.filter(({ sku, disabledPlans }) => held.has(sku) && held.get(sku)!.disabledPlans.join('|') !== disabledPlans.join('|')),
    removed: wishes.filter(({ sku, act }) => act === 'remove' && held.has(sku)).map(({ sku }) => sku),
    refusal: null,
  }
}

export const changesNothing = ({ assigned, changed, removed }: Settled): boolean => assigned.length + changed.length + removed.length === 0
