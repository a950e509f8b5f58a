/** A customer that moves from one partner to another. Both partners agree, then the customer consents in its own portal. */
export const handOverStatuses = ['proposed', 'agreed', 'accepted', 'declined', 'withdrawn', 'expired', 'ended'] as const
export type HandOverStatus = (typeof handOverStatuses)[number]

/** Which of the three an organization is in a hand-over: who has the customer, who takes it over, the customer itself. */
export const handOverSides = ['from', 'to', 'customer'] as const
export type HandOverSide = (typeof handOverSides)[number]

/** Why an open hand-over came to an end that none of the three decided on it. */
export const handOverEnds = ['relationshipRemoved', 'partnerSuspended', 'tenantClosed'] as const
export type HandOverEnd = (typeof handOverEnds)[number]

/** How long each answer is waited for: the other partner's, and then the customer's (D.11: 30 days for a transfer). */
export const handOverValidityDays = 30

/**
 * The other partner, and by a new partner the customer too, are named by their domains: neither is confirmed nor denied
 * (decision 11), so the ids are known to the rows and told to the proposer only once the other has answered.
 */
export interface HandOver {
  readonly id: string
  readonly proposerId: string
  readonly fromPartnerId: string | null
  readonly toPartnerId: string | null
  /** as the proposer typed it */
  readonly namedPartnerDomain: string
  readonly customerDomain: string
  /** from when the present partner has named it on: by proposing, or by agreeing */
  readonly customerId: string | null
  readonly customerName: string | null
  readonly customerCountry: string | null
  /** on which the new partner gets privileges; empty until it said so */
  readonly services: readonly string[]
  /** as recorded; ask effectiveHandOverStatus for what holds now */
  readonly status: HandOverStatus
  readonly createdBy: string
  readonly createdAt: Date
  readonly expiresAt: Date
  readonly agreedAt: Date | null
  readonly agreedBy: string | null
  /** of the customer, or of the partner that declined */
  readonly answeredAt: Date | null
  readonly answeredBy: string | null
  readonly answeredByTenant: string | null
  /** the words of whoever declined or withdrew, read by the others */
  readonly note: string | null
  readonly endedBecause: HandOverEnd | null
  readonly version: number
}

export function isOpenHandOver(status: HandOverStatus): status is 'proposed' | 'agreed' {
  return status === 'proposed' || status === 'agreed'
}

/** What holds at this moment; the job that records expiry may be late without harm. */
export function effectiveHandOverStatus({ status, expiresAt }: Pick<HandOver, 'status' | 'expiresAt'>, now: Date): HandOverStatus {
  return isOpenHandOver(status) && now.getTime() >= expiresAt.getTime() ? 'expired' : status
}

/** Whether the present partner made the proposal; else the new one did. */
export function isGiven({ proposerId, fromPartnerId }: Pick<HandOver, 'proposerId' | 'fromPartnerId'>): boolean {
  return proposerId === fromPartnerId
}

/** The place of this organization; undefined for everybody else, and for the customer before both partners agreed. */
export function sideOfHandOver({ fromPartnerId, toPartnerId, customerId, agreedAt }: HandOver, tenantId: string): HandOverSide | undefined {
  if (tenantId === fromPartnerId) return 'from'
  if (tenantId === toPartnerId) return 'to'
  return tenantId === customerId && agreedAt !== null ? 'customer' : undefined
}
