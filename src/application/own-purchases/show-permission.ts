import { decimalOf } from '../../domain/money/money.ts'
import type { PurchasePermission } from '../../domain/own-purchases/purchase-permission.ts'
import { namesOfPeople } from '../../store/names-of-people.ts'
import type { Work } from '../use-case.ts'

export type ShownPermission = Awaited<ReturnType<typeof showPermission>>

/** A permission with its limits; by name who switched it on and off. */
export async function showPermission({ trx }: Work, permission: PurchasePermission) {
  const { createdBy, endedBy } = permission
  const names = await namesOfPeople(trx, [createdBy, ...(endedBy === null ? [] : [endedBy])])
  return {
    permissionId: permission.id,
    kind: permission.kind,
    ...limitsOf(permission),
    createdAt: permission.createdAt.toISOString(),
    createdByName: names.get(createdBy)?.displayName ?? null,
    endedAt: permission.endedAt?.toISOString() ?? null,
    endedByName: (endedBy && names.get(endedBy)?.displayName) ?? null,
    endedBecause: permission.endedBecause,
    version: permission.version,
  }
}

export function limitsOf({ currency, mostEach, mostMonthly, needsApproval, alerts }: PurchasePermission) {
  const shown = (amount: bigint | null) => (amount === null ? null : decimalOf(amount, currency!))
  return { currency, mostEach: shown(mostEach), mostMonthly: shown(mostMonthly), needsApproval, alerts }
}
