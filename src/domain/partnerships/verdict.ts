import type { CapabilityManifest } from '../clouds/manifest.ts'
import { mayBeRelated } from '../markets/markets.ts'
import type { PartnershipStatus } from './partnership.ts'

/** What a page offers next, so that no link fails silently. */
export const partnershipNextSteps = ['signIn', 'switchAccount', 'askGlobalAdmin', 'contactProvider', 'contactOperator', 'signAgreement', 'seeProviders', 'none'] as const
export type PartnershipNext = (typeof partnershipNextSteps)[number]

/**
 * Every way a provider's link can fail, with its next step (D.3). `foreign` ones are told with 403: the caller is the wrong
 * one, not the moment. The texts stand in src/language.
 */
export const partnershipReasons = {
  unknownLink: { next: 'contactProvider' },
  partnershipWithdrawn: { next: 'contactProvider' },
  partnershipDeclined: { next: 'contactProvider' },
  partnershipLinkUsed: { next: 'contactProvider' },
  partnershipExpired: { next: 'contactProvider' },
  partnershipEnded: { next: 'contactProvider' },
  providerSuspended: { next: 'contactProvider' },
  providerAgreementUnsigned: { next: 'contactProvider' },
  notAnIndirectProvider: { next: 'contactProvider' },
  askerLostRight: { next: 'contactProvider' },
  notSignedIn: { next: 'signIn' },
  ownPartnerTenant: { next: 'switchAccount', isForeign: true },
  notAnIndirectReseller: { next: 'contactOperator', isForeign: true },
  notGlobalAdmin: { next: 'askGlobalAdmin', isForeign: true },
  otherCloud: { next: 'switchAccount' },
  outsidePartnershipMarket: { next: 'contactProvider' },
  resellerSuspended: { next: 'contactOperator' },
  resellerAgreementUnsigned: { next: 'signAgreement' },
  resellerProgrammeIdMissing: { next: 'contactOperator' },
  customerOfProvider: { next: 'contactProvider' },
  alreadyInPartnership: { next: 'seeProviders' },
} as const satisfies Record<string, { readonly next: PartnershipNext; readonly isForeign?: true }>
export type PartnershipReason = keyof typeof partnershipReasons

export interface PartnershipParty {
  readonly id: string
  readonly cloud: string
  readonly country: string
  readonly kinds: readonly string[]
  readonly isActive: boolean
  readonly hasSigned: boolean
}

/** Whoever looks at the link or authorises, signed in at the partner portal. */
export interface PartnershipViewer extends PartnershipParty {
  readonly roles: readonly string[]
  /** of the partner programme, location level; null until the operator recorded it */
  readonly programmeId: string | null
  readonly isInPartnership: boolean
  /** a reseller cannot be an end customer of its own provider (C.1) */
  readonly isCustomerOfProvider: boolean
}

/** Everything the verdict rests on, read in one transaction; while authorising, held in it (rule R7). */
export interface PartnershipFacts {
  readonly link: { readonly status: PartnershipStatus }
  readonly provider: PartnershipParty
  readonly mayStillAsk: boolean
  readonly viewer: PartnershipViewer | null
  readonly manifest: CapabilityManifest
}

/** Why this viewer may not authorise now; null where it may. What helps most is told first: a link that has ended before whose it was. */
export function partnershipRefusal(facts: PartnershipFacts): PartnershipReason | null {
  return linkRefusal(facts) ?? (facts.viewer ? viewerRefusal(facts, facts.viewer) : 'notSignedIn')
}

/** Declining needs the right person, and a link that still waits; nothing else. */
export function mayDeclineProvider(facts: PartnershipFacts): boolean {
  const { viewer, link, provider } = facts
  const isWaiting = link.status === 'draft' || link.status === 'shared'
  return isWaiting && viewer !== null && viewer.id !== provider.id && isReseller(viewer) && viewer.roles.includes('globalAdmin')
}

export function isForeignPartnership(reason: PartnershipReason): boolean {
  return 'isForeign' in partnershipReasons[reason]
}

const endedLinks: Readonly<Partial<Record<PartnershipStatus, PartnershipReason>>> = {
  withdrawn: 'partnershipWithdrawn',
  declined: 'partnershipDeclined',
  active: 'partnershipLinkUsed',
  removed: 'partnershipEnded',
}

function linkRefusal({ link, provider, mayStillAsk, viewer }: PartnershipFacts): PartnershipReason | null {
  // Whoever used this very link is told that it did, not that somebody has.
  if (link.status === 'active' && viewer?.isInPartnership) return 'alreadyInPartnership'
  const ended = endedLinks[link.status]
  if (ended) return ended
  if (!provider.isActive) return 'providerSuspended'
  if (!provider.kinds.includes('indirectProvider')) return 'notAnIndirectProvider'
  if (!provider.hasSigned) return 'providerAgreementUnsigned'
  if (link.status === 'expired') return 'partnershipExpired'
  return mayStillAsk ? null : 'askerLostRight'
}

/** The order in which somebody at the reseller can do something about it; error codes 2200 to 2206 of the field. */
function viewerRefusal({ provider, manifest }: PartnershipFacts, viewer: PartnershipViewer): PartnershipReason | null {
  if (viewer.id === provider.id) return 'ownPartnerTenant'
  if (!isReseller(viewer)) return 'notAnIndirectReseller'
  if (!viewer.roles.includes('globalAdmin')) return 'notGlobalAdmin'
  if (viewer.cloud !== provider.cloud) return 'otherCloud'
  if (!mayBeRelated(manifest, provider.country, viewer.country)) return 'outsidePartnershipMarket'
  if (!viewer.isActive) return 'resellerSuspended'
  if (viewer.isInPartnership) return 'alreadyInPartnership'
  if (viewer.isCustomerOfProvider) return 'customerOfProvider'
  if (!viewer.hasSigned) return 'resellerAgreementUnsigned'
  return viewer.programmeId === null ? 'resellerProgrammeIdMissing' : null
}

function isReseller({ kinds }: PartnershipParty): boolean {
  return kinds.includes('indirectReseller')
}
