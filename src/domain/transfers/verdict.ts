import type { CapabilityManifest } from '../clouds/manifest.ts'
import { mayBeRelated } from '../markets/markets.ts'
import { contractRules } from '../subscriptions/contract-rules.ts'
import { effectiveStatus, type Subscription } from '../subscriptions/subscription.ts'

/** One of the two partners, as far as the verdict needs it. */
export interface TransferParty {
  readonly id: string
  readonly country: string
  readonly kinds: readonly string[]
  /** neither suspended nor closed */
  readonly isActive: boolean
  readonly hasSigned: boolean
  readonly inDebt: boolean
  /** it has a relationship with the customer now */
  readonly isRelated: boolean
}

/** A base with its living add-ons, as they are when it is judged. */
export interface TransferItem {
  readonly base: Subscription
  readonly addOns: readonly Subscription[]
  readonly isOpenElsewhere: boolean
  /** another offer is ordered in its place: it ends when that is there */
  readonly isConverting: boolean
}

export interface TransferFacts {
  readonly manifest: CapabilityManifest
  readonly from: TransferParty | null
  /** null while the reader is not to know it (decision 11) */
  readonly to: TransferParty | null
  readonly customer: { readonly id: string; readonly country: string; readonly isClosed: boolean }
  /** the customer's agreement with the new partner; null where it is not judged */
  readonly hasAgreed: boolean | null
  /** whoever offered it is still active and may still do so (rule R7) */
  readonly offererMayStill: boolean
  /** the seller would stay as indirect reseller, and may not; null where it may or does not ask */
  readonly resellerRefused: boolean
  readonly items: readonly TransferItem[]
  readonly now: Date
}

/** Everything that bars a transfer, worst first (D.11: the new partner related, its agreement, the same region; same cloud by the name). */
export function transferProblems(facts: TransferFacts): TransferReason[] {
  const { customer, items, now } = facts
  return [
    ...partyProblems(facts),
    ...when(customer.isClosed, 'transferCustomerClosed'),
    ...when(facts.hasAgreed === false, 'transferAgreementMissing'),
    ...when(facts.resellerRefused, 'transferResellerNotPossible'),
    ...new Set(items.flatMap((item) => itemProblem(item, now) ?? [])),
  ]
}

function partyProblems({ manifest, from, to, customer, offererMayStill }: TransferFacts): TransferReason[] {
  return [
    ...when(from !== null && !from.isActive, 'transferFromSuspended'),
    ...when(from?.inDebt === true && manifest.debtBlocksRequests, 'transferFromInDebt'),
    ...when(!offererMayStill, 'transferOffererLostRight'),
    ...when(to !== null && !to.isActive, 'transferToSuspended'),
    ...when(to !== null && !to.kinds.some((kind) => kind !== 'indirectReseller'), 'transferToReseller'),
    ...when(to !== null && !to.hasSigned, 'transferToUnsigned'),
    ...when(to?.inDebt === true && manifest.debtBlocksRequests, 'transferToInDebt'),
    ...when(to !== null && !to.isRelated, 'transferToNotRelated'),
    ...when(to !== null && !mayBeRelated(manifest, to.country, customer.country), 'transferOutsideMarket'),
  ]
}

/** Why this one does not move; null where it does. Its term, price and renewal go over as they are, so only what runs can. */
export function itemProblem({ base, addOns, isOpenElsewhere, isConverting }: TransferItem, now: Date): TransferReason | null {
  const all = [base, ...addOns]
  if (base.parentId !== null) return 'transferAddOnAlone'
  if (isOpenElsewhere) return 'transferOpenAlready'
  if (base.isTrial) return 'transferTrial'
  if (all.some(({ generation }) => !contractRules[generation].mayChangeSeller)) return 'transferGeneration'
  if (isConverting || all.some((one) => one.status === 'pending')) return 'transferWaiting'
  return all.every((one) => effectiveStatus(one, now) === 'active') ? null : 'transferNotActive'
}

export const transferReasons = [
  'transferFromSuspended',
  'transferFromInDebt',
  'transferOffererLostRight',
  'transferToSuspended',
  'transferToReseller',
  'transferToUnsigned',
  'transferToInDebt',
  'transferToNotRelated',
  'transferOutsideMarket',
  'transferCustomerClosed',
  'transferAgreementMissing',
  'transferResellerNotPossible',
  'transferAddOnAlone',
  'transferOpenAlready',
  'transferTrial',
  'transferGeneration',
  'transferWaiting',
  'transferNotActive',
] as const
export type TransferReason = (typeof transferReasons)[number]

function when(holds: boolean, reason: TransferReason): TransferReason[] {
  return holds ? [reason] : []
}
