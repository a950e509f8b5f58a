import type { CustomerLanguage } from '../countries.ts'
import type { DocumentedFeatures } from './documented-features.ts'
import type { Market, MarketException } from '../markets/market.ts'

/** Built in: 'public', 'usGov', 'germany', 'china'. An operator may add others. */
export type CloudId = string

/** What no source says about a cloud (a dash in the comparison of clouds, E.1). */
export type Unknown = 'unknown'

/** Shown in the reader's language where we have it, else in English. */
export type LocalName = { readonly en: string; readonly es: string } & Partial<Readonly<Record<CustomerLanguage, string>>>

/** Which link "New relationship" makes (decision 3). */
export type RequestKind = 'trackedRequest' | 'partnerLink'

/**
 * optionalOn: the box is ticked and can be unticked [S0.12-13]. forced: it cannot be left out [S0.7-8].
 * alwaysAdded: there is no box, the process adds them [S2.6].
 */
export type PrivilegeRule = 'optionalOn' | 'forced' | 'alwaysAdded'

/** allButLink: free text around the link [S0.17]. firstTwoParagraphs: only those may be edited or deleted [S2.14]. */
export type DraftEditing = 'allButLink' | 'firstTwoParagraphs'

export type AttestingKind = 'directBill' | 'indirectProvider'

/** The partner roles a cloud may narrow. Same words as the permission table. */
export const narrowedRoles = ['adminAgent', 'salesAgent', 'helpdeskAgent'] as const
export type NarrowedRole = (typeof narrowedRoles)[number]

/** What the "cannot" list of a cloud takes away (C.3). */
export const deniedActs = [
  'manageUsers',
  'createSupportRequests',
  'seeServiceHealth',
  'seePrices',
  'seeInvoices',
  'administerOnBehalf',
  'seePartnerProfiles',
  'createCustomers',
  'editBillingProfile',
  'manageSubscriptions',
  'requestRelationships',
  'seeAgreement',
  'registerResellers',
] as const
export type DeniedAct = (typeof deniedActs)[number]

/** A service on which delegated admin privileges are given, one row per partner, customer and service. */
export interface CloudService {
  readonly id: string
  readonly name: LocalName
  /** The portal in which a partner works on the customer's behalf [S0.L1.2]. */
  readonly adminPortalName: LocalName
}

/** Every rule in which clouds differ, one typed line each (decision 1). What each line means: manifest-lines.ts. */
export interface CapabilityManifest extends DocumentedFeatures {
  readonly id: CloudId
  readonly name: LocalName
  /** Who runs the cloud (E.1). */
  readonly operatorName: LocalName
  /** Who may be called when the partner cannot help [S0.27]. */
  readonly supportName: LocalName
  /** E.1. */
  readonly partnerPortalName: LocalName
  /** Where customers accept [S0.28-31, S2.20, S3.21-23]. */
  readonly customerPortalName: LocalName
  /** Where customers see their partners [S0.L1.4, S2.21]. */
  readonly partnerRelationshipsPageName: LocalName
  /** The contract between partner and operator of the cloud (E.1, S2.29). */
  readonly partnerContractName: LocalName
  /** What that contract says about support of what is resold [S2.L5.1]. */
  readonly supportDuty: 'aroundTheClock' | Unknown

  /** The first is what "New relationship" makes [S2.16-18, S3.15]. */
  readonly requestKinds: readonly RequestKind[]
  /** Whether the link in the draft serves any number of customers [S2.18]. */
  readonly linkReusable: boolean
  /** Decision 3: 90 by default, 1 to 365. */
  readonly requestValidityDays: { readonly default: number; readonly max: number }
  /** [S0.7-8, S0.12-13, S2.6, S3.8]. */
  readonly privileges: PrivilegeRule
  /** How the box stands in an indirect reseller's own request [S1.24]; asked only where the box exists. */
  readonly indirectResellerAsksPrivileges: boolean
  /** [S0.17, S2.14]. */
  readonly draftEditing: DraftEditing
  /** English must be among them: it is what a draft falls back to. */
  readonly draftLanguages: readonly CustomerLanguage[]
  /** Resellers under a provider cannot make invitations in China [S2.L2.3]. */
  readonly indirectResellersMayInvite: boolean
  /** One link for reseller and provider [S1.31]; needs indirectResellersMayInvite. */
  readonly jointRequests: boolean
  /** An account in debt cannot ask for a relationship [S2.L5.2]. */
  readonly debtBlocksRequests: boolean

  /** Whether accepting needs the customer agreement [S0.5, S0.23, S3.3] (D.6). */
  readonly customerAgreement: 'required' | 'none'
  /** The languages in which it may be signed (D.6: English only in US Government). */
  readonly agreementLanguages: readonly CustomerLanguage[]
  /** Kinds of partner that may attest that a customer accepted the agreement (D.6, E.1). */
  readonly attestedBy: readonly AttestingKind[]
  /** Beside the Global administrator (decision 8). */
  readonly billingAdministratorMayAccept: boolean

  /** On which services privileges are given [S0.12, S2.22]. */
  readonly services: readonly CloudService[]
  /** Multi-channel: per service one partner with privileges [S2.23]. */
  readonly oneDapPartnerPerService: boolean | Unknown
  /** US Government 2019-21: a customer transacts with one partner (E.1). */
  readonly onePartnerPerCustomer: boolean | Unknown
  /** Decision 13: ask when a relationship is removed [S1.48], or end privileges always [S0.L3.1]. */
  readonly removalEndsPrivileges: 'ask' | 'always'
  /** Decision 8 [S1.44-47]; false means through the provider. */
  readonly indirectResellerMayRemove: boolean
  /** How long a partner has to answer when a customer asks for the end (decision 15). */
  readonly endNoticeDays: number

  /** Decision 2, table E.3. */
  readonly markets: readonly Market[]
  readonly marketExceptions: readonly MarketException[]
  /** Bars creating tenants, not requests to existing ones (decision 2). */
  readonly closedToCreatingTenants: boolean
  /** What the domain of a tenant that a partner creates ends in; the partner chooses what stands before it (S1.L1.7). */
  readonly customerDomain: string
  /** E.1, who may buy. */
  readonly eligibleCustomers: 'marketCustomers' | 'governmentAndRegulated' | 'commercialCustomers'
  /** A request to sign in with a second factor for the partner's people (decision 10, E.1). */
  readonly partnerMfa: 'mandatory' | 'recommended' | Unknown
  /** What a role may not do here although the permission table says so (C.3, decision 8). */
  readonly roleDenials: Readonly<Partial<Record<NarrowedRole, readonly DeniedAct[]>>>
  /** Days from suspension to deletion of a subscription's data [S2.L4.2] (K). */
  readonly retentionDays: { readonly usual: number; readonly max: number } | Unknown
  /** Whether the partner portal manages the customer's users (E.1, S2.L4). */
  readonly customerUsersInPartnerPortal: boolean
  /** E.1. */
  readonly partnerMayResetPasswords: boolean
  /** Granular admin relationships (D.4). */
  readonly adminRelationships: boolean | Unknown
}
