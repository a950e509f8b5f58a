import type { CapabilityManifest } from '../clouds/manifest.ts'
import type { CountryCode } from '../countries.ts'
import type { NamedCustomer, RelationshipRequestKind } from '../relationship-requests/relationship-request.ts'

/** What holds of the link itself at this moment. */
export type LinkState = 'open' | 'accepted' | 'declined' | 'withdrawn' | 'expired' | 'replaced'

export interface InvitedBy {
  /** of the request, or of the partner link */
  readonly id: string
  readonly kind: 'relationshipRequest' | 'partnerLink'
  readonly state: LinkState
  /** the names in the address disagree with what the secret stands for (decision 3) */
  readonly isAltered: boolean
  /** null where anybody of the cloud and market may answer */
  readonly named: NamedCustomer | null
  readonly isNamedTenantClosed: boolean
  readonly answeredBy: string | null
}

/** A partner that asks, as far as the verdict needs it. In a joint request the reseller stands first, the provider second. */
export interface AskingPartner {
  readonly id: string
  readonly cloud: string
  readonly country: CountryCode
  readonly kinds: readonly string[]
  /** neither suspended nor closed */
  readonly isActive: boolean
  /** the partner agreement; without it nobody transacts with the partner (S4.L1.6) */
  readonly hasSigned: boolean
}

/** Whoever looks at the page or presses its button, signed in. */
export interface Viewer {
  readonly tenantId: string
  readonly cloud: string
  readonly country: CountryCode
  /** the primary domain and the domains that were proved */
  readonly domains: readonly string[]
  readonly isCustomer: boolean
  readonly roles: readonly string[]
  /** partners with an active reseller relationship */
  readonly relatedPartners: readonly string[]
  /** the same by channel; a partner of several kinds may be related in more than one (decision 17) */
  readonly channels?: readonly { readonly partnerId: string; readonly channel: string }[]
  /** with which this organization is in partnership as their reseller: they cannot become its partners (C.1) */
  readonly ownProviders?: readonly string[]
  readonly privileges: readonly HeldPrivilege[]
}

export interface HeldPrivilege {
  readonly partnerId: string
  readonly service: string
}

export type AgreementStanding = 'notRequired' | 'accepted' | 'missing' | 'unavailable'

/** Everything the verdict rests on, read in one transaction; while accepting, held in it (rule R7). */
export interface InvitationFacts {
  readonly link: InvitedBy
  readonly partners: readonly [AskingPartner, ...AskingPartner[]]
  /** whether the person who asked still may, and the partner as a whole */
  readonly mayStillAsk: boolean
  /** of a joint link whose two partners are not in partnership any more */
  readonly hasPartnershipEnded?: boolean
  readonly kind: RelationshipRequestKind
  /** services on which the first partner asks delegated admin privileges */
  readonly services: readonly string[]
  /** of the cloud in which the invitation lives */
  readonly manifest: CapabilityManifest
  readonly viewer: Viewer | null
  readonly agreement: AgreementStanding
}
