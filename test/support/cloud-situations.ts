import type { CapabilityManifest } from '../../src/domain/clouds/manifest.ts'

export const partnerKinds = [['directBill'], ['indirectProvider'], ['indirectReseller'], ['directBill', 'indirectReseller']] as const
export const partnerStates = ['active', 'suspended', 'inDebt', 'unsigned'] as const
/** What there is between the two, or between the customer and another partner. */
export const ties = ['none', 'related', 'held', 'rival'] as const

export interface Situation {
  readonly manifest: CapabilityManifest
  readonly partnerCountry: string
  readonly customerCountry: string
  readonly kinds: readonly string[]
  readonly state: (typeof partnerStates)[number]
  readonly tie: (typeof ties)[number]
}

export interface Expected {
  /** what the partner reads before it drafts, and again when it asks */
  readonly draft: string | null
  /** what the customer reads on the page and when it answers */
  readonly answer: string | null
}

/**
 * What the manifest says about a request to establish a relationship, spelled once more and without the product's own rules:
 * the lines are read here as a person reads the generated page.
 */
export function expectedOf({ manifest, partnerCountry, customerCountry, kinds, state, tie }: Situation): Expected {
  const marketsOf = (country: string) => manifest.markets.filter((market) => (market.countries as readonly string[]).includes(country)).map(({ id }) => id)
  const shared = marketsOf(partnerCountry).filter((id) => marketsOf(customerCountry).includes(id))
  const isOnlyReseller = kinds.every((kind) => kind === 'indirectReseller')
  const both = (reason: string): Expected => ({ draft: reason, answer: customerReads(reason) })

  if (state === 'suspended') return both('partnerSuspended')
  if (state === 'unsigned') return both('partnerAgreementUnsigned')
  if (state === 'inDebt' && manifest.debtBlocksRequests) return both('partnerInDebt')
  if (isOnlyReseller && !manifest.indirectResellersMayInvite) return both('indirectResellerMayNotInvite')
  if (shared.length === 0) return both(marketsOf(partnerCountry).length === 0 ? 'noMarketForPartner' : 'outsideMarket')
  if (tie === 'related' || tie === 'held') return both('alreadyRelated')
  if (tie === 'rival' && manifest.onePartnerPerCustomer === true) return { draft: null, answer: 'onePartnerOnly' }
  if (tie === 'rival' && manifest.oneDapPartnerPerService === true) return { draft: null, answer: 'exclusiveServiceTaken' }
  return { draft: null, answer: null }
}

/** The code that the customer reads where the partner reads this one; the same, but for reasons that are told to each in its own way. */
export function customerReads(reason: string): string {
  return { outsideMarket: 'wrongRegion', noMarketForPartner: 'wrongRegion', partnerInDebt: 'askerLostRight' }[reason] ?? reason
}
