import type { Cart, CartLine } from './cart-api.ts'
import { type ChosenLine, lineBase } from './chosen-line.ts'

export interface OpenedCart {
  readonly lines: readonly ChosenLine[]
  /** what is not offered any more, or not for that term, by the names of the lines */
  readonly leftOut: readonly string[]
}

/** What was kept, as lines that are being written. */
export function linesOfCart({ lines }: Pick<Cart, 'lines'>): OpenedCart {
  const read = lines.map((line, place) => ({ line, chosen: chosenOf(line, place) }))
  return {
    lines: read.flatMap(({ chosen }) => chosen ?? []),
    leftOut: read.flatMap(({ line, chosen }) => (chosen ? [] : (line.friendlyName ?? line.title ?? line.catalogItemId))),
  }
}

function chosenOf({ offer, ...line }: CartLine, place: number): ChosenLine | null {
  const plan = offer?.plans.findIndex(({ term, billingCycle }) => term === line.term && billingCycle === line.billingCycle) ?? -1
  if (!offer || plan < 0) return null
  return {
    key: place + 1,
    ...{ offer, plan, quantity: String(line.quantity), resellerId: line.resellerId ?? '', friendlyName: line.friendlyName ?? '' },
    baseId: line.baseLine === null ? (line.baseSubscriptionId ?? '') : lineBase(line.baseLine),
    ...(line.replacesSubscriptionId !== null && { replacesId: line.replacesSubscriptionId }),
    ...(line.error && { refusedBecause: line.error.reasonText }),
  }
}
