import type { CapabilityManifest } from '../clouds/manifest.ts'
import { DomainError } from '../errors.ts'
import type { EventDraft } from '../events.ts'
import { contractRules } from '../subscriptions/contract-rules.ts'
import { settled, type Subscription } from '../subscriptions/subscription.ts'

/** Something that has to be resolved before a relationship can be removed, with the code of its fix (D.2, S0.L3.2). */
export interface RemovalBlocker {
  readonly reasonCode: string
  readonly subscription: Subscription
}

/**
 * What stands in the way: what this partner sold or is on record for and what is not yet suspended, or what goes on to be
 * billed although it is (S0.L3.2, S0.L3.7). What another partner sold is that partner's.
 */
export function removalBlockers(partnerId: string, subscriptions: readonly Subscription[], now: Date): RemovalBlocker[] {
  return subscriptions.flatMap((stored) => {
    const subscription = settled(stored, now)
    const reasonCode = blockedBecause(subscription, partnerId)
    return reasonCode === null ? [] : [{ reasonCode, subscription }]
  })
}

function blockedBecause({ status, generation, partnerId }: Subscription, remover: string): string | null {
  const isOver = status === 'deleted' || (status === 'suspended' && !contractRules[generation].suspendedIsBilled)
  if (isOver) return null
  if (partnerId !== remover) return 'subscriptionThroughProvider'
  if (status === 'pending') return 'subscriptionWaiting'
  return status === 'active' ? 'subscriptionActive' : 'subscriptionSuspendedBilled'
}

/** What happens to the privileges held at the customer: kept unless ended in the same step [S1.48], or ended always (decision 13). */
export function servicesEnding(
  rule: CapabilityManifest['removalEndsPrivileges'],
  held: readonly string[],
  endPrivileges: boolean,
): readonly string[] {
  if (rule === 'always' && !endPrivileges) {
    throw new DomainError('privilegesRuledByCloud', 'Here privileges end with the relationship.', { reason: 'privilegesEndWithRelationship', field: 'endPrivileges' })
  }
  return endPrivileges ? held : []
}

export interface Removed {
  readonly partnerId: string
  readonly customerId: string
  readonly relationshipId: string
  readonly channels: readonly string[]
  readonly services: { readonly ended: readonly string[]; readonly remaining: readonly string[] }
  /** the grant under whose number the end of privileges is told; undefined where none ended */
  readonly grantId: string | undefined
  readonly withdrawnCount: number
  readonly statementSha256: string
  readonly isAnswerToCustomer: boolean
}

/** Told to both sides: never silently (decision 13). The reason is the partner's own words and stays with the relationship. */
export function removalEvents(removed: Removed): EventDraft[] {
  const { partnerId, customerId, services } = removed
  const readers = [
    { tenantId: partnerId, counterpartId: customerId },
    { tenantId: customerId, counterpartId: partnerId },
  ]
  return [
    {
      type: 'resellerRelationship.removed',
      resource: { type: 'resellerRelationship', id: removed.relationshipId },
      readers,
      data: {
        channels: removed.channels,
        privilegesEnded: services.ended,
        privilegesRemaining: services.remaining,
        requestsWithdrawn: removed.withdrawnCount,
        statementSha256: removed.statementSha256,
        isAnswerToCustomer: removed.isAnswerToCustomer,
      },
    },
    ...(removed.grantId === undefined
      ? []
      : [
          {
            type: 'privileges.removed' as const,
            resource: { type: 'privileges' as const, id: removed.grantId },
            readers,
            data: { services: services.ended, because: 'removedWithRelationship' },
          },
        ]),
  ]
}
