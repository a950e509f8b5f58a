import { DomainError } from '../errors.ts'
import type { Subscription } from './subscription.ts'

/**
 * What only the partner that sold a subscription may do with it, each with the reason that another partner is given. The
 * limits of seed 002 hold per subscription: admin privileges or a relationship of one's own change nothing (decision 16).
 */
export const sellerActs = {
  changeSeats: 'notSellerSeats',
  addOn: 'notSellerAddOns',
  convert: 'notSellerTransition',
  changeReseller: 'notSellerPartnerOfRecord',
  suspend: 'notSeller',
  reactivate: 'notSeller',
  cancel: 'notSeller',
  rename: 'notSeller',
  autoRenew: 'notSeller',
} as const
export type SellerAct = keyof typeof sellerActs

/** Why this partner may not; null where it sold it. An indirect reseller on record goes through its provider [S1.42]. */
export function sellerRefusal({ partnerId, resellerId }: Pick<Subscription, 'partnerId' | 'resellerId'>, tenantId: string, act: SellerAct): string | null {
  if (partnerId === tenantId) return null
  return resellerId === tenantId ? 'soldByProvider' : sellerActs[act]
}

export function requireSeller(subscription: Pick<Subscription, 'partnerId' | 'resellerId'>, tenantId: string, act: SellerAct): void {
  const reason = sellerRefusal(subscription, tenantId, act)
  if (reason) throw new DomainError('subscriptionNotPossible', `Another partner sold this subscription: ${act}.`, { reason, action: act })
}
