/** D.3. A row is the provider's request until a reseller authorises it, and the partnership from then on. */
export const partnershipStatuses = ['draft', 'shared', 'active', 'declined', 'withdrawn', 'expired', 'removed'] as const
export type PartnershipStatus = (typeof partnershipStatuses)[number]

/** The portal texts a letter to a reseller can be written in: those of our own screens. */
export const partnershipLanguages = ['en', 'es'] as const
export type PartnershipLanguage = (typeof partnershipLanguages)[number]

/** Which of the two a partner is in a partnership. */
export const partnershipSides = ['provider', 'reseller'] as const
export type PartnershipSide = (typeof partnershipSides)[number]

/** How long a provider's link waits: as long as a relationship request does by default (decision 3). */
export const partnershipValidityDays = 90

/**
 * An indirect provider and an indirect reseller that authorised it. What is asked never changes; only the words of the letter
 * do, until it is answered. The link's secret is kept apart: hashed, and sealed for re-showing.
 */
export interface Partnership {
  readonly id: string
  readonly providerId: string
  /** null until a reseller answered */
  readonly resellerId: string | null
  /** as recorded; ask effectivePartnershipStatus for what holds now */
  readonly status: PartnershipStatus
  /** how the provider calls whom it asks; stated, never looked up */
  readonly namedCompany: string | null
  readonly language: PartnershipLanguage
  readonly subject: string
  readonly body: string
  readonly createdBy: string
  readonly createdAt: Date
  readonly sharedAt: Date | null
  readonly expiresAt: Date
  readonly answeredAt: Date | null
  readonly answeredBy: string | null
  /** why the last one who came to the link could not go on; null where nobody was stopped */
  readonly blockedReason: string | null
  readonly blockedAt: Date | null
  readonly endedAt: Date | null
  readonly endedBy: string | null
  /** which of the two removed it */
  readonly endedByTenant: string | null
  readonly endReason: string | null
  readonly endStatementSha256: Buffer | null
  readonly version: number
}

/** What holds at this moment. The job that records expiry may be late without harm: nobody decides by the column. */
export function effectivePartnershipStatus({ status, expiresAt }: Pick<Partnership, 'status' | 'expiresAt'>, now: Date): PartnershipStatus {
  return isAwaitingReseller(status) && now.getTime() >= expiresAt.getTime() ? 'expired' : status
}

/** Whether an answer of a reseller is still awaited. */
export function isAwaitingReseller(status: PartnershipStatus): boolean {
  return status === 'draft' || status === 'shared'
}

/** The other one of the two; null while none has answered. */
export function otherSide({ providerId, resellerId }: Pick<Partnership, 'providerId' | 'resellerId'>, tenantId: string): string | null {
  return tenantId === providerId ? resellerId : providerId
}
