import type { CapabilityManifest } from '../../src/domain/clouds/manifest.ts'

export const partnerKinds = [['directBill'], ['indirectProvider'], ['indirectReseller'], ['directBill', 'indirectReseller']] as const
export const partnerStates = ['active', 'suspended', 'inDebt', 'unsigned'] as const
/** What there is between the two, or between the customer and another partner; `pushedOut`: related, and another holds the services. */
export const ties = ['none', 'related', 'held', 'rival', 'pushedOut'] as const
/** What is asked; of a joint request also how the provider stands: its partnership with the asker, or its own account. */
export const asks = ['establish', 'restorePrivileges', 'jointPaired', 'jointUnpaired', 'jointSuspended', 'jointUnsigned'] as const

export interface Situation {
  readonly manifest: CapabilityManifest
  readonly partnerCountry: string
  readonly customerCountry: string
  readonly kinds: readonly string[]
  readonly state: (typeof partnerStates)[number]
  readonly tie: (typeof ties)[number]
  readonly ask: (typeof asks)[number]
}

export interface Expected {
  /** what the partner reads before it drafts, and again when it asks */
  readonly draft: string | null
  /** what the customer reads on the page and when it answers */
  readonly answer: string | null
}

/** Only indirect resellers have a provider. */
export const makesSense = ({ ask, kinds }: Pick<Situation, 'ask' | 'kinds'>): boolean => !ask.startsWith('joint') || kinds.includes('indirectReseller')

/**
 * What the manifest says about a request, spelled once more and without the product's own rules: the lines are read here as a
 * person reads the generated page.
 */
export function expectedOf(situation: Situation): Expected {
  const { manifest, partnerCountry, customerCountry, kinds, state, ask } = situation
  const marketsOf = (country: string) => manifest.markets.filter((market) => (market.countries as readonly string[]).includes(country)).map(({ id }) => id)
  const shared = marketsOf(partnerCountry).filter((id) => marketsOf(customerCountry).includes(id))
  const isOnlyReseller = kinds.every((kind) => kind === 'indirectReseller')
  const isJoint = ask.startsWith('joint')

  if (state === 'suspended') return both('partnerSuspended')
  if (state === 'unsigned') return both('partnerAgreementUnsigned')
  if (isJoint && !manifest.jointRequests) return both('jointRequestsNotOffered')
  if (providerReads[ask]) return both(providerReads[ask])
  if (state === 'inDebt' && manifest.debtBlocksRequests) return both('partnerInDebt')
  if (isOnlyReseller && !manifest.indirectResellersMayInvite) return both('indirectResellerMayNotInvite')
  if (shared.length === 0) return both(marketsOf(partnerCountry).length === 0 ? 'noMarketForPartner' : 'outsideMarket')
  return byTie(situation)
}

const providerReads: Readonly<Record<string, string>> = { jointUnpaired: 'partnershipMissing', jointSuspended: 'providerSuspended', jointUnsigned: 'providerAgreementUnsigned' }

/** What there is already between customer and partners; a stranger's other partners are no partner's to know, so the draft only warns. */
function byTie({ manifest, tie, ask }: Situation): Expected {
  const isRelated = tie === 'related' || tie === 'held' || tie === 'pushedOut'
  if (ask === 'restorePrivileges' && !isRelated) return both('noRelationship')
  if (ask === 'restorePrivileges' && tie === 'held') return both('privilegesHeldAlready')
  if (ask === 'establish' && isRelated) return both('alreadyRelated')
  const hasOther = tie === 'rival' || tie === 'pushedOut'
  if (hasOther && ask !== 'restorePrivileges' && manifest.onePartnerPerCustomer === true) return { draft: null, answer: 'onePartnerOnly' }
  if (hasOther && manifest.oneDapPartnerPerService === true) return { draft: null, answer: 'exclusiveServiceTaken' }
  return { draft: null, answer: null }
}

function both(reason: string): Expected {
  return { draft: reason, answer: customerReads(reason) }
}

/** The code that the customer reads where the partner reads this one; the same, but for reasons that are told to each in its own way. */
export function customerReads(reason: string): string {
  return told[reason] ?? reason
}

const told: Readonly<Record<string, string>> = {
  outsideMarket: 'wrongRegion',
  noMarketForPartner: 'wrongRegion',
  partnerInDebt: 'askerLostRight',
  noRelationship: 'notRelated',
  privilegesHeldAlready: 'privilegesHeld',
  partnershipMissing: 'jointPartnershipEnded',
  providerSuspended: 'partnerSuspended',
  providerAgreementUnsigned: 'partnerAgreementUnsigned',
}
