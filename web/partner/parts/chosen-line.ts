import type { Offer } from './subscription-api.ts'

/** A line of the order as it is being written. */
export interface ChosenLine {
  readonly key: number
  readonly offer: Offer
  /** place in the offer's plans */
  readonly plan: number
  /** as typed */
  readonly quantity: string
  readonly baseId: string
  readonly resellerId: string
}

export function firstLine(offer: Offer, key: number): ChosenLine {
  const usual = offer.plans.findIndex(({ term, billingCycle }) => term === 'P1Y' && billingCycle === 'monthly')
  return { key, offer, plan: Math.max(0, usual), quantity: String(offer.minQuantity), baseId: offer.bases[0]?.subscriptionId ?? '', resellerId: '' }
}

/** What the API takes; undefined while a number of licenses is none. */
export function linesToSend(lines: readonly ChosenLine[]): object[] | undefined {
  const sent = lines.flatMap(({ offer, plan, quantity, baseId, resellerId }) => {
    const { term, billingCycle } = offer.plans[plan]!
    if (!/^[1-9][0-9]{0,6}$/.test(quantity)) return []
    return [{ catalogItemId: offer.catalogItemId, term, billingCycle, quantity: Number(quantity), ...(baseId && { baseSubscriptionId: baseId }), ...(resellerId && { resellerId }) }]
  })
  return sent.length === lines.length && sent.length > 0 ? sent : undefined
}
