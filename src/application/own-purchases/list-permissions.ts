import { DomainError } from '../../domain/errors.ts'
import { currencyOf } from '../../domain/markets/markets.ts'
import { decimalOf } from '../../domain/money/money.ts'
import { type PurchaseKind, purchaseKinds } from '../../domain/own-purchases/purchase-permission.ts'
import { missingGrounds } from '../../domain/own-purchases/verdict.ts'
import { isOnlyIndirectReseller } from '../../domain/relationship-requests/link-claims.ts'
import type { Language } from '../../language/languages.ts'
import { findBuyer } from '../../store/order-store.ts'
import { livingPermissionsOf, permissionsBetween, purchaseGrounds } from '../../store/purchase-permission-store.ts'
import { namesOfTenants } from '../../store/tenant-names-store.ts'
import { verdictOn } from '../customers/customer-rights.ts'
import { type ExplainedReason, explain } from '../relationship-requests/explain.ts'
import type { UseCase, Work } from '../use-case.ts'
import { asSeller } from './as-seller.ts'
import { spentThisMonth, whyNothing } from './judge-purchase.ts'
import { limitsOf, type ShownPermission, showPermission } from './show-permission.ts'
import type { PermissionNamed } from './switch-permission.ts'

export interface PermissionBoard {
  /** every kind, on or off */
  readonly kinds: readonly { readonly kind: PurchaseKind; readonly permission: ShownPermission | null; readonly last: ShownPermission | null }[]
  /** what the customer lacks for permitted purchases to be possible */
  readonly missing: readonly ExplainedReason[]
  /** why this person switches nothing here; null where it may */
  readonly blocked: ExplainedReason | null
  /** of limits; null where none is known for the customer's country */
  readonly currency: string | null
}

/** What this partner permits a customer to buy itself; off is what has no permission [S4.L8.1]. */
export const listPermissions: UseCase<{ readonly customerId: string; readonly reader: Language }, PermissionBoard> = {
  action: 'purchasePermission.read',
  customer: ({ customerId }) => customerId,

  async run(work, { customerId, reader }) {
    const { trx, person, manifest, now } = work
    const all = await permissionsBetween(trx, person.tenantId, customerId)
    const buyer = await findBuyer(trx, customerId)
    const kinds: PermissionBoard['kinds'][number][] = []
    for (const kind of purchaseKinds) {
      const ofKind = all.filter((one) => one.kind === kind)
      const [living, last] = [ofKind.find(({ endedAt }) => endedAt === null), ofKind.find(({ endedAt }) => endedAt !== null)]
      kinds.push({ kind, permission: living ? await showPermission(work, living) : null, last: last ? await showPermission(work, last) : null })
    }
    return {
      kinds,
      missing: missingGrounds(await purchaseGrounds(trx, person.tenantId, customerId, now)).map((reason) => explain(reader, reason)),
      blocked: switchBlocked(work, customerId, reader),
      currency: (buyer && currencyOf(manifest, buyer.country)) ?? null,
    }
  },
}

/** One of them, with the version that a change names. */
export const readPermission: UseCase<PermissionNamed, ShownPermission> = {
  action: 'purchasePermission.read',
  customer: ({ customerId }) => customerId,

  async run(work, { customerId, permissionId }) {
    const found = (await permissionsBetween(work.trx, work.person.tenantId, customerId)).find(({ id }) => id === permissionId)
    if (!found) throw new DomainError('notFound', 'No such permission.')
    return showPermission(work, found)
  },
}

function switchBlocked(work: Work, customerId: string, reader: Language): ExplainedReason | null {
  if (isOnlyIndirectReseller(work.person.partnerKinds)) return explain(reader, 'purchaseResellerMayNot')
  const verdict = verdictOn(work, customerId, 'purchasePermission.switch')
  return verdict.allowed ? null : explain(reader, verdict.reason)
}

export type OwnPermission = Awaited<ReturnType<typeof forCustomer>>

/** What one's own organization may buy itself, by partner, with what was spent of it and what stands in the way. */
export const listOwnPermissions: UseCase<{ readonly reader: Language }, { readonly items: readonly OwnPermission[] }> = {
  action: 'ownPurchase.read',

  async run(work, { reader }) {
    const permissions = await livingPermissionsOf(work.trx, work.person.tenantId)
    const items: OwnPermission[] = []
    for (const permission of permissions) items.push(await forCustomer(work, permission, reader))
    return { items }
  },
}

async function forCustomer(work: Work, permission: Awaited<ReturnType<typeof livingPermissionsOf>>[number], reader: Language) {
  const { partnerId, id, kind, createdAt, currency, mostMonthly } = permission
  const names = await namesOfTenants(work.trx, [partnerId])
  const { spent, refusal } = await asSeller(work, partnerId, async (seller) => ({ spent: await spentThisMonth(seller, permission), refusal: await whyNothing(seller, permission) }))
  const { alerts: _partnersOwn, ...limits } = limitsOf(permission)
  return {
    permissionId: id,
    kind,
    partnerId,
    partnerName: names.get(partnerId) ?? null,
    ...limits,
    leftThisMonth: mostMonthly === null ? null : decimalOf(spent > mostMonthly ? 0n : mostMonthly - spent, currency!),
    createdAt: createdAt.toISOString(),
    refusal: refusal === null ? null : explain(reader, refusal),
  }
}
