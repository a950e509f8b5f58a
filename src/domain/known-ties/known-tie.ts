/**
 * What an operator may know of a partner and a customer from elsewhere: delegated admin privileges that the customer gave there,
 * the partner as its advisor, or a purchase through the partner. None of them gives a right here (decision 35).
 */
export const tieKinds = ['delegatedAdmin', 'advisor', 'purchase'] as const
export type TieKind = (typeof tieKinds)[number]

/** As it stands on the partner's list. */
export interface KnownTie {
  readonly kind: TieKind
  /** of the cloud's manifest: the portal in which they worked together is its admin portal (S1.7); null where none was named */
  readonly service: string | null
  /** a day, `YYYY-MM-DD`; null where none was given */
  readonly since: string | null
}

/** One row of the operator's file, each text in its one form. */
export interface StatedTie extends KnownTie {
  readonly cloud: string
  readonly partnerDomain: string
  /** at least one of the two */
  readonly customerId: string | null
  readonly customerDomain: string | null
}
