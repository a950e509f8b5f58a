import type { CountryCode } from '../countries.ts'

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
  /** one badge per channel, never a second row (S4.L6.6; ours) */
  readonly channels: readonly Channel[]
  readonly privilegedServices: readonly string[]
  readonly relatedSince: Date
  /** null while any reseller relationship is active */
  readonly endedAt: Date | null
  /** when the customer's tenant was closed; nobody asks it any more */
  readonly customerClosedAt: Date | null
  readonly billing: BillingProfile
  readonly version: number
}

/** The orders of the customer list; each has an index of its own. */
export type CustomerSort = 'name' | 'domain' | 'country' | 'since'
