import type { CapabilityManifest } from '../clouds/manifest.ts'
import { mayBeRelated } from '../markets/markets.ts'

/** A customer that a partner serves directly and would lend to its provider (D.2, "extension"). */
export interface ExtensionFacts {
  readonly manifest: CapabilityManifest
  readonly lender: { readonly kinds: readonly string[] }
  /** channels in which the lender has the customer now */
  readonly channels: readonly string[]
  readonly customer: { readonly country: string; readonly isClosed: boolean }
  /** null while none is chosen: what holds of the lender alone is said before */
  readonly provider: ExtensionProvider | null
}

export interface ExtensionProvider {
  readonly country: string
  readonly isActive: boolean
  readonly hasSigned: boolean
  /** has the customer in the indirect channel already */
  readonly hasCustomer: boolean
  /** the customer is an indirect reseller of this provider, and so cannot be its customer (C.1) */
  readonly isPairedWithCustomer: boolean
}

export const extensionReasons = ['notAnIndirectReseller', 'notADirectCustomer', 'customerClosed', 'jointRequestsNotOffered', 'extensionOnePartnerOnly', 'providerSuspended', 'providerAgreementUnsigned', 'extensionOutsideMarket', 'extensionPaired', 'extensionHasCustomer'] as const
export type ExtensionReason = (typeof extensionReasons)[number]

/** Everything that bars lending, worst first: on the page before, and again in the act. */
export function extensionProblems({ manifest, lender, channels, customer, provider }: ExtensionFacts): ExtensionReason[] {
  return [
    ...when(!lender.kinds.includes('indirectReseller'), 'notAnIndirectReseller'),
    ...when(!channels.includes('direct'), 'notADirectCustomer'),
    ...when(customer.isClosed, 'customerClosed'),
    ...when(!manifest.jointRequests, 'jointRequestsNotOffered'),
    // The provider would be the second one of record.
    ...when(manifest.onePartnerPerCustomer === true, 'extensionOnePartnerOnly'),
    ...(provider === null
      ? []
      : [
          ...when(!provider.isActive, 'providerSuspended'),
          ...when(!provider.hasSigned, 'providerAgreementUnsigned'),
          ...when(!mayBeRelated(manifest, provider.country, customer.country), 'extensionOutsideMarket'),
          ...when(provider.isPairedWithCustomer, 'extensionPaired'),
          ...when(provider.hasCustomer, 'extensionHasCustomer'),
        ]),
  ]
}

function when(holds: boolean, reason: ExtensionReason): ExtensionReason[] {
  return holds ? [reason] : []
}
