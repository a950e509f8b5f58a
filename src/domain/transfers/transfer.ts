import type { TransferStatus } from './transitions.ts'

/** Which of the three an organization is in a transfer: who sells, who would sell from now on, whose subscriptions they are. */
export const transferSides = ['from', 'to', 'customer'] as const
export type TransferSide = (typeof transferSides)[number]

/** How long each answer is waited for (D.11). */
export const transferValidityDays = 30

/** How many subscriptions one transfer takes; their add-ons ride along (D.11). */
export const mostTransferItems = 25

/** The other partner is named by domain and neither confirmed nor denied until it answers (decision 11). */
export interface Transfer {
  readonly id: string
  readonly customerId: string
  readonly proposerId: string
  /** null where the partner that asks named nobody who sells to this customer */
  readonly fromPartnerId: string | null
  /** null where the seller named nobody */
  readonly toPartnerId: string | null
  /** as the proposer typed it */
  readonly namedPartnerDomain: string
  /** as recorded; ask effectiveTransferStatus for what holds now */
  readonly status: TransferStatus
  /** the seller goes on as the indirect reseller on record of the new one */
  readonly staysAsReseller: boolean
  readonly createdBy: string
  readonly createdAt: Date
  readonly expiresAt: Date
  readonly offeredAt: Date | null
  readonly offeredBy: string | null
  readonly answeredAt: Date | null
  readonly answeredBy: string | null
  readonly answeredByTenant: string | null
  /** the words of whoever declined or withdrew, read by the other partner */
  readonly note: string | null
  readonly version: number
}

export function isOpenTransfer(status: TransferStatus): status is 'asked' | 'offered' {
  return status === 'asked' || status === 'offered'
}

/** What holds at this moment; the job that records expiry may be late without harm. */
export function effectiveTransferStatus({ status, expiresAt }: Pick<Transfer, 'status' | 'expiresAt'>, now: Date): TransferStatus {
  return isOpenTransfer(status) && now.getTime() >= expiresAt.getTime() ? 'expired' : status
}

/** The place of this organization; undefined for everybody else. */
export function sideOfTransfer({ fromPartnerId, toPartnerId, customerId }: Transfer, tenantId: string): TransferSide | undefined {
  if (tenantId === fromPartnerId) return 'from'
  if (tenantId === toPartnerId) return 'to'
  return tenantId === customerId ? 'customer' : undefined
}

/** Whether the seller made the first step; else the new partner asked. */
export function isOfferedUnasked({ proposerId, fromPartnerId }: Pick<Transfer, 'proposerId' | 'fromPartnerId'>): boolean {
  return proposerId === fromPartnerId
}

/** Both partners read the other's name once it has shown itself: the proposer at once, the other by its answer. */
export function knowsOther(transfer: Transfer, side: TransferSide): boolean {
  if (side === 'customer') return true
  const isProposer = side === (isOfferedUnasked(transfer) ? 'from' : 'to')
  const hasAnswered = transfer.answeredByTenant !== null && transfer.answeredByTenant !== transfer.proposerId
  return !isProposer || hasAnswered || (!isOfferedUnasked(transfer) && transfer.offeredAt !== null)
}
