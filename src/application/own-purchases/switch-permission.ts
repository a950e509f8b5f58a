import { currencyOf } from '../../domain/markets/markets.ts'
import { DomainError } from '../../domain/errors.ts'
import type { EventType } from '../../domain/events.ts'
import { answerPurchase } from '../../domain/own-purchases/own-purchase.ts'
import { type AskedLimits, type PermissionEnd, type PurchaseKind, type PurchasePermission, readLimits } from '../../domain/own-purchases/purchase-permission.ts'
import { isOnlyIndirectReseller } from '../../domain/relationship-requests/link-claims.ts'
import { findBuyer } from '../../store/order-store.ts'
import { lockAwaiting, savePurchase } from '../../store/own-purchase-store.ts'
import { findPermission, insertPermission, lockPermission, lockPermissionsBetween, savePermission } from '../../store/purchase-permission-store.ts'
import { bothSides } from '../invitations/carry-out.ts'
import type { UseCase, Work } from '../use-case.ts'
import { recordPurchase } from './buy.ts'
import { purchaseRefusal } from './judge-purchase.ts'
import { type ShownPermission, showPermission } from './show-permission.ts'

export interface PermissionNamed {
  readonly customerId: string
  readonly permissionId: string
}

/** Switches a kind of purchase on, for direct-bill partners and indirect providers [S4.L8.1, S4.L8.7]. A second one of a kind is refused [S4.L8.8]. */
export const createPermission: UseCase<{ readonly customerId: string; readonly kind: PurchaseKind } & AskedLimits, ShownPermission> = {
  action: 'purchasePermission.switch',
  customer: ({ customerId }) => customerId,

  async run(work, { customerId, kind, ...asked }) {
    const { person, now } = work
    if (isOnlyIndirectReseller(person.partnerKinds)) throw purchaseRefusal('purchaseResellerMayNot')
    const permission: PurchasePermission = {
      ...{ partnerId: person.tenantId, customerId, id: work.newId(), kind, ...readLimits(asked, await currencyFor(work, customerId)) },
      ...{ createdBy: person.personId, createdAt: now, endedAt: null, endedBy: null, endedBecause: null, version: 1 },
    }
    await insertPermission(work.trx, permission)
    await tell(work, 'purchasePermission.created', permission)
    return showPermission(work, permission)
  },
}

/** Other limits for what is bought from now on; what waits stays as it was asked for. */
export const changePermission: UseCase<PermissionNamed & { readonly version: number } & AskedLimits, ShownPermission> = {
  action: 'purchasePermission.switch',
  customer: ({ customerId }) => customerId,

  async run(work, { customerId, permissionId, version, ...asked }) {
    const permission = await lockOwn(work, customerId, permissionId)
    if (permission.endedAt !== null) throw switchedOff('change')
    if (permission.version !== version) throw new DomainError('changedMeanwhile', 'The permission changed meanwhile.')
    const saved = await savePermission(work.trx, { ...permission, ...readLimits(asked, await currencyFor(work, customerId)) })
    await tell(work, 'purchasePermission.changed', saved)
    return showPermission(work, saved)
  },
}

/** Switches it off, at once; what was bought stays, what waits for a yes lapses. Open also to a partner that may not sell. */
export const deletePermission: UseCase<PermissionNamed, ShownPermission> = {
  action: 'purchasePermission.end',
  customer: ({ customerId }) => customerId,

  async run(work, { customerId, permissionId }) {
    const permission = await lockOwn(work, customerId, permissionId)
    if (permission.endedAt !== null) throw switchedOff('end')
    return showPermission(work, await end(work, permission, 'deleted'))
  },
}

/** Between a partner and a customer whose relationship the transaction has just ended, whoever ended it. */
export async function endPermissionsBetween(work: Work, { partnerId, customerId }: { readonly partnerId: string; readonly customerId: string }): Promise<void> {
  for (const permission of await lockPermissionsBetween(work.trx, partnerId, customerId)) await end(work, permission, 'relationshipEnded')
}

async function end(work: Work, permission: PurchasePermission, because: PermissionEnd): Promise<PurchasePermission> {
  const by = { personId: work.person.personId, now: work.now }
  const saved = await savePermission(work.trx, { ...permission, endedAt: by.now, endedBy: by.personId, endedBecause: because })
  await tell(work, 'purchasePermission.deleted', saved)
  for (const waiting of await lockAwaiting(work.trx, permission.id)) await recordPurchase(work, 'ownPurchase.lapsed', await savePurchase(work.trx, answerPurchase(waiting, 'lapse', by)))
  return saved
}

async function lockOwn({ trx, person }: Work, customerId: string, id: string): Promise<PurchasePermission> {
  const seen = await findPermission(trx, customerId, id)
  if (seen?.partnerId !== person.tenantId) throw new DomainError('notFound', 'No such permission.')
  return lockPermission(trx, customerId, id)
}

async function currencyFor({ trx, manifest }: Work, customerId: string): Promise<string | undefined> {
  const buyer = await findBuyer(trx, customerId)
  return buyer && currencyOf(manifest, buyer.country)
}

/** The amounts of the limits are between the two and stand in the permission. */
async function tell(work: Work, type: EventType, { id, partnerId, customerId, kind, needsApproval, alerts, endedBecause }: PurchasePermission): Promise<void> {
  const data = endedBecause === null ? { kind, needsApproval, alerts } : { kind, because: endedBecause }
  await work.record({ type, resource: { type: 'purchasePermission', id }, readers: bothSides(partnerId, customerId), data })
}

function switchedOff(action: string): DomainError {
  return new DomainError('invalidTransition', 'The permission has ended.', { action, current: 'ended', allowedFrom: ['given'] })
}
