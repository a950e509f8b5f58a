import type { Offer } from './subscription-api.ts'

/** A line of the order as it is being written. */
export interface ChosenLine {
  readonly key: number
  readonly offer: Offer
  /** place in the offer's plans */
  readonly plan: number
  /** as typed */
  readonly quantity: string
  /** of a subscription, or of a line of this order (`lineBase`) */
  readonly baseId: string
  readonly resellerId: string
  /** what the partner calls it; as typed */
  readonly friendlyName: string
  /** the subscription in whose place it comes; such a line is made elsewhere and only carried along here */
  readonly replacesId?: string
  /** why the order was refused because of it, until it is changed */
  readonly refusedBecause?: string | undefined
}

export interface BaseChoice {
  readonly id: string
  readonly name: string
  /** comes with this very order */
  readonly isLine: boolean
}

export const lineBase = (key: number) => `line ${key}`
const skuOf = ({ catalogItemId }: Offer) => catalogItemId.split(':').slice(0, 2).join(':')

export function firstLine(offer: Offer, lines: readonly ChosenLine[]): ChosenLine {
  const usual = offer.plans.findIndex(({ term, billingCycle }) => term === 'P1Y' && billingCycle === 'monthly')
  const key = Math.max(0, ...lines.map((line) => line.key)) + 1
  return { key, offer, plan: Math.max(0, usual), quantity: String(offer.minQuantity), baseId: basesFor(offer, lines)[0]?.id ?? '', resellerId: '', friendlyName: '' }
}

/** What an add-on may stand on: what the customer has, and what this order brings. */
export function basesFor(offer: Offer, lines: readonly ChosenLine[]): BaseChoice[] {
  const ordered = lines.filter((line) => offer.baseSkus.includes(skuOf(line.offer)))
  return [...offer.bases.map(({ subscriptionId, name }) => ({ id: subscriptionId, name, isLine: false })), ...ordered.map((line) => ({ id: lineBase(line.key), name: line.friendlyName.trim() || line.offer.title, isLine: true }))]
}

/** What the API takes, bases before what stands on them; undefined while a number of licenses is none, or a base is missing. */
export function linesToSend(lines: readonly ChosenLine[], resellerForAll = ''): object[] | undefined {
  const ordered = [...lines.filter(({ offer }) => !offer.isAddOn), ...lines.filter(({ offer }) => offer.isAddOn)]
  const sent = ordered.flatMap(({ offer, plan, quantity, baseId, resellerId, friendlyName, replacesId }) => {
    const { term, billingCycle } = offer.plans[plan]!
    const base = ordered.findIndex(({ key }) => lineBase(key) === baseId)
    const isMissing = offer.isAddOn && !basesFor(offer, lines).some(({ id }) => id === baseId)
    if (isMissing || !/^[1-9][0-9]{0,6}$/.test(quantity)) return []
    const reseller = resellerForAll || resellerId
    const named = friendlyName.trim()
    return [{ catalogItemId: offer.catalogItemId, term, billingCycle, quantity: Number(quantity), ...(offer.isAddOn && (base < 0 ? { baseSubscriptionId: baseId } : { baseLine: base + 1 })), ...(reseller && { resellerId: reseller }), ...(named && { friendlyName: named }), ...(replacesId && { replacesSubscriptionId: replacesId }) }]
  })
  return sent.length === lines.length && sent.length > 0 ? sent : undefined
}
