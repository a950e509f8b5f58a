import type { CountryCode } from '../countries.ts'
import type { KnownTie } from '../known-ties/known-tie.ts'

/** What one partner keeps for its bills to one customer; every line may be empty. */
export interface BillingProfile {
  readonly mail: string | null
  readonly language: string | null
  /** how dates and amounts are written, such as es-ES */
  readonly culture: string | null
  readonly firstName: string | null
  readonly lastName: string | null
  readonly phone: string | null
  readonly addressLine1: string | null
  readonly addressLine2: string | null
  readonly city: string | null
  readonly state: string | null
  readonly postalCode: string | null
}

export type Channel = 'direct' | 'indirectReseller' | 'indirectProvider'

/**
 * What one partner keeps about one customer. Renaming here changes this partner's list and bills and nothing else (S4.L6.2):
 * the customer's own name stands in its tenant.
 */
export interface CustomerAccount {
  readonly partnerId: string
  readonly customerId: string
  readonly companyName: string
  readonly primaryDomain: string
  readonly country: CountryCode
  readonly tags: readonly string[]
  /** one badge per channel, never a second row (S4.L6.6; ours); none where the customer stands here for its known ties alone */
  readonly channels: readonly Channel[]
  readonly privilegedServices: readonly string[]
  readonly relatedSince: Date
  /** null while any reseller relationship is active */
  readonly endedAt: Date | null
  /** when the customer's tenant was closed; nobody asks it any more */
  readonly customerClosedAt: Date | null
  /** what the operator knows of the two from elsewhere; gives no right (decision 35) */
  readonly knownTies: readonly KnownTie[]
  readonly billing: BillingProfile
  readonly version: number
}

/** What binds the two now. Ties from elsewhere bind nothing here: the customer was asked by nobody (decision 35). */
export function relationshipWith({ endedAt, channels }: Pick<CustomerAccount, 'endedAt' | 'channels'>): 'active' | 'ended' | 'none' {
  if (endedAt !== null) return 'ended'
  return channels.length === 0 ? 'none' : 'active'
}

/** The orders of the customer list; each has an index of its own. */
export type CustomerSort = 'name' | 'domain' | 'country' | 'since'
