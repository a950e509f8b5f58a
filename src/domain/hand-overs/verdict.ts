import type { CapabilityManifest } from '../clouds/manifest.ts'
import type { AgreementStanding, HeldPrivilege } from '../invitations/invitation-facts.ts'
import { mayBeRelated } from '../markets/markets.ts'
import { isOnlyIndirectReseller } from '../relationship-requests/link-claims.ts'

/** One of the two partners, as far as the verdict needs it. */
export interface HandOverParty {
  readonly id: string
  readonly country: string
  readonly kinds: readonly string[]
  /** neither suspended nor closed */
  readonly isActive: boolean
  readonly hasSigned: boolean
  readonly inDebt: boolean
  /** whoever spoke for it is still active and may still do so (rule R7); true where nobody has spoken yet */
  readonly mayStill: boolean
}

/** Only the customer's own people are judged by these, and only they learn them. */
export interface CustomerOwnFacts {
  readonly relatedPartners: readonly string[]
  readonly privileges: readonly HeldPrivilege[]
  /** with which this organization is in partnership as their reseller: they cannot become its partners (C.1) */
  readonly ownProviders: readonly string[]
  readonly agreement: AgreementStanding
  readonly isGlobalAdministrator: boolean
}

/** Everything a hand-over is judged by, read in one transaction; while it is carried out, held in it (rule R7). */
export interface HandOverFacts {
  readonly manifest: CapabilityManifest
  /** null while the reader is not to know it (decision 11) */
  readonly from: HandOverParty | null
  readonly to: HandOverParty | null
  readonly customer: { readonly id: string; readonly country: string; readonly isClosed: boolean } | null
  /** whether the present partner still has the customer; null to whoever is not to know */
  readonly isRelated: boolean | null
  /** what would bar removing the customer from the present partner's list; null to whoever is not to know */
  readonly hasThingsOpen: boolean | null
  readonly isOpenElsewhere: boolean
  readonly services: readonly string[]
  readonly own: CustomerOwnFacts | null
}

/**
 * Everything that bars a hand-over, worst first, each with a sentence in src/language. Asked on every page before the act and
 * again in its transaction. What a side is not to know is null in its facts and bars nothing there; the customer sees it all.
 */
export function handOverProblems(facts: HandOverFacts): HandOverReason[] {
  const { customer, isRelated, hasThingsOpen, isOpenElsewhere } = facts
  return [
    ...partyProblems(facts),
    ...when(customer?.isClosed === true, 'handOverCustomerClosed'),
    ...when(isRelated === false, 'handOverNotRelated'),
    ...when(isOpenElsewhere, 'handOverOpenAlready'),
    ...when(isRelated === true && hasThingsOpen === true, 'handOverThingsOpen'),
    ...(facts.own ? customerProblems(facts, facts.own) : []),
  ]
}

function partyProblems({ manifest, from, to, customer }: HandOverFacts): HandOverReason[] {
  return [
    ...when(from !== null && !from.isActive, 'handOverFromSuspended'),
    ...when(to !== null && !to.isActive, 'handOverToSuspended'),
    ...when(from !== null && to !== null && from.id === to.id, 'handOverSamePartner'),
    ...when(to !== null && customer !== null && to.id === customer.id, 'handOverToCustomer'),
    ...when(to !== null && !to.hasSigned, 'handOverToUnsigned'),
    ...when(to?.inDebt === true && manifest.debtBlocksRequests, 'handOverToInDebt'),
    // Who may not invite anybody may not take a customer over either [S2.L2.3].
    ...when(to !== null && !manifest.indirectResellersMayInvite && isOnlyIndirectReseller(to.kinds), 'handOverToMayNotInvite'),
    ...when(from !== null && !manifest.indirectResellerMayRemove && isOnlyIndirectReseller(from.kinds), 'removedThroughProvider'),
    ...when(to !== null && customer !== null && !mayBeRelated(manifest, to.country, customer.country), 'handOverOutsideMarket'),
    ...when(from?.mayStill === false || to?.mayStill === false, 'handOverAskerLostRight'),
  ]
}

function customerProblems({ manifest, from, to, services }: HandOverFacts, own: CustomerOwnFacts): HandOverReason[] {
  const isThird = (partnerId: string) => partnerId !== from?.id && partnerId !== to?.id
  return [
    ...when(!own.isGlobalAdministrator, 'handOverWrongRole'),
    ...when(to !== null && own.ownProviders.includes(to.id), 'pairedWithProvider'),
    ...when(manifest.onePartnerPerCustomer === true && own.relatedPartners.some(isThird), 'onePartnerOnly'),
    ...when(manifest.oneDapPartnerPerService === true && own.privileges.some((held) => isThird(held.partnerId) && services.includes(held.service)), 'exclusiveServiceTaken'),
    ...when(own.agreement === 'missing', 'handOverAgreementMissing'),
    ...when(own.agreement === 'unavailable', 'agreementUnavailable'),
  ]
}

export const handOverReasons = [
  'handOverFromSuspended',
  'handOverToSuspended',
  'handOverSamePartner',
  'handOverToCustomer',
  'handOverToUnsigned',
  'handOverToInDebt',
  'handOverToMayNotInvite',
  'removedThroughProvider',
  'handOverOutsideMarket',
  'handOverAskerLostRight',
  'handOverCustomerClosed',
  'handOverNotRelated',
  'handOverOpenAlready',
  'handOverThingsOpen',
  'handOverWrongRole',
  'pairedWithProvider',
  'onePartnerOnly',
  'exclusiveServiceTaken',
  'handOverAgreementMissing',
  'agreementUnavailable',
] as const
export type HandOverReason = (typeof handOverReasons)[number]

function when(holds: boolean, reason: HandOverReason): HandOverReason[] {
  return holds ? [reason] : []
}
