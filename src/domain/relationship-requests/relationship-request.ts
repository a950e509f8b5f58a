import type { CountryCode, CustomerLanguage } from '../countries.ts'

/** D.1, decision 3. */
export const requestStatuses = ['draft', 'shared', 'opened', 'accepted', 'declined', 'withdrawn', 'expired'] as const
export type RelationshipRequestStatus = (typeof requestStatuses)[number]

/** Ask for a reseller relationship [S0.1], or for privileges that a customer took away [S0.2, S2.3, S2.5]. */
export const requestKinds = ['establish', 'restorePrivileges'] as const
export type RelationshipRequestKind = (typeof requestKinds)[number]

/** Whom the partner named when asking: a tenant, a domain, only a country, or nobody. Stated by the partner, never looked up. */
export interface NamedCustomer {
  readonly customerId: string | null
  readonly domain: string | null
  readonly country: CountryCode | null
  /** how the partner calls the customer; for its own list and the letter's greeting */
  readonly companyName: string | null
}

/**
 * One tracked invitation with its own link. What it asks never changes once created (reliability A.3 F1);
 * only the words of its draft do, until it is answered. The link's secret is kept apart: hashed, and sealed for re-showing.
 */
export interface RelationshipRequest {
  readonly id: string
  readonly partnerId: string
  readonly secondPartnerId: string | null
  /** of a joint request: its provider asks for its reseller, who then is the second partner; otherwise the reseller asks */
  readonly isAskedByProvider: boolean
  readonly kind: RelationshipRequestKind
  /** as recorded; ask effectiveStatus for what holds now */
  readonly status: RelationshipRequestStatus
  readonly named: NamedCustomer
  /** the services on which delegated admin privileges are asked; empty asks none [S0.13] */
  readonly services: readonly string[]
  readonly language: CustomerLanguage
  readonly subject: string
  readonly body: string
  /** the request that this one was sent again for, or the one it reinstates */
  readonly followsId: string | null
  /** the tenant that answered */
  readonly customerId: string | null
  readonly declineReason: string | null
  readonly createdBy: string
  readonly createdAt: Date
  readonly sharedAt: Date | null
  readonly openedAt: Date | null
  readonly answeredAt: Date | null
  readonly answeredBy: string | null
  readonly remindedAt: Date | null
  readonly freshLinkAskedAt: Date | null
  readonly expiresAt: Date
  readonly version: number
}

/** The reseller and the provider of a joint request, whichever of the two asks; null for a request of one partner. */
export function jointSides({ partnerId, secondPartnerId, isAskedByProvider }: Pick<RelationshipRequest, 'partnerId' | 'secondPartnerId' | 'isAskedByProvider'>): { readonly resellerId: string; readonly providerId: string } | null {
  if (secondPartnerId === null) return null
  return isAskedByProvider ? { resellerId: secondPartnerId, providerId: partnerId } : { resellerId: partnerId, providerId: secondPartnerId }
}

/** Statuses in which an answer is still awaited. */
export const awaitingStatuses = ['draft', 'shared', 'opened'] as const satisfies readonly RelationshipRequestStatus[]

export function isAwaiting(status: RelationshipRequestStatus): boolean {
  return (awaitingStatuses as readonly string[]).includes(status)
}

/** What holds at this moment. The job that records expiry may be late without harm: nobody decides by the column. */
export function effectiveStatus(
  request: Pick<RelationshipRequest, 'status' | 'expiresAt'>,
  now: Date,
): RelationshipRequestStatus {
  return isAwaiting(request.status) && now.getTime() >= request.expiresAt.getTime() ? 'expired' : request.status
}

/** A whole number of days of 24 hours after the asking (decision 3: 1 to 365, or less where the cloud says so). */
export function expiryOf(createdAt: Date, validityDays: number): Date {
  return new Date(createdAt.getTime() + validityDays * 86_400_000)
}

/** Who came to a request's page, said without naming organisations that have no tie to the partner. */
export const visitors = ['notSignedIn', 'namedOrganisation', 'anotherOrganisation', 'anOrganisation'] as const
export type Visitor = (typeof visitors)[number]

export interface RequestVisit {
  readonly id: string
  readonly at: Date
  readonly outcome: 'opened' | 'blocked'
  readonly reasonCode: string | null
  readonly visitor: Visitor
}

/** A tenant as the binding of a request sees it. */
export interface AnsweringTenant {
  readonly id: string
  readonly country: CountryCode
  /** its primary domain and the domains it has proved */
  readonly domains: readonly string[]
}

export type BindingRefusal = 'anotherOrganizationNamed' | 'anotherCountryNamed'

/**
 * A request that names a customer accepts only that tenant; one that names a country only tenants of it; an unbound one
 * the first eligible tenant (product.md, first migration). Mail addresses bind nothing. Undefined where the tenant fits.
 */
export function bindingRefusal(named: NamedCustomer, tenant: AnsweringTenant): BindingRefusal | undefined {
  if (named.customerId !== null) return named.customerId === tenant.id ? undefined : 'anotherOrganizationNamed'
  if (named.domain !== null) return tenant.domains.includes(named.domain) ? undefined : 'anotherOrganizationNamed'
  if (named.country !== null) return named.country === tenant.country ? undefined : 'anotherCountryNamed'
  return undefined
}
