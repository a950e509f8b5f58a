import { decimalOf, sum } from '../../domain/money/money.ts'
import { giveWay } from '../../domain/subscriptions/decide.ts'
import { cyclePrice } from '../../domain/subscriptions/charges.ts'
import { type LineFacts, linePrice, lineRefusal, type OrderParties, orderRefusal } from '../../domain/subscriptions/judge-order.ts'
import type { OrderReason } from '../../domain/subscriptions/order-reasons.ts'
import { friendlyNameOf } from '../subscriptions/friendly-name.ts'
import type { Work } from '../use-case.ts'
import { gatherLine, gatherParties, type LineInput } from './gather-order.ts'

export interface JudgedLine {
  readonly input: LineInput
  readonly facts: LineFacts
  readonly unitPrice: bigint | null
  readonly currency: string | null
  /** of the first billing cycle: quantity times price, exactly */
  readonly amount: bigint | null
  /** what would be given back today for what it comes in the place of; nothing is before it is there */
  readonly credit: bigint | null
  readonly refusal: OrderReason | null
}

export interface JudgedOrder {
  readonly parties: OrderParties
  readonly refusal: OrderReason | null
  readonly lines: readonly JudgedLine[]
  readonly currency: string | null
  /** the sum of the lines and nothing else; null while a line has no price */
  readonly total: bigint | null
}

/** The one judgement behind the preview and the order. */
export async function judgeOrder(work: Work, customerId: string, inputs: readonly LineInput[]): Promise<JudgedOrder> {
  return judgeFor(work, { customerId, parties: () => gatherParties(work, customerId) }, inputs)
}

interface Sale {
  /** null while the customer is yet to be created */
  readonly customerId: string | null
  readonly parties: () => Promise<OrderParties>
}

/** A trial counts as tried from its line on, so two in one order are one too many; what a line buys can be the base of a later one. */
export async function judgeFor(work: Work, { customerId, parties: gather }: Sale, inputs: readonly LineInput[]): Promise<JudgedOrder> {
  // What it is to be called is judged before anything else, in the preview as in the order.
  for (const { friendlyName } of inputs) friendlyNameOf(friendlyName)
  const parties = await gather()
  const lines: JudgedLine[] = []
  const tried: string[] = []
  for (const input of inputs) {
    const earlier = input.baseLine == null ? null : (lines[input.baseLine - 1]?.facts.offer?.sku ?? undefined)
    const found = await gatherLine(work, customerId, input)
    // Of two lines for the same subscription the second comes too late.
    const isTaken = input.replacesSubscriptionId != null && lines.some((one) => one.input.replacesSubscriptionId === input.replacesSubscriptionId)
    const facts: LineFacts = { ...found, baseLine: earlier, conversion: found.conversion && { ...found.conversion, isWaiting: found.conversion.isWaiting || isTaken } }
    const buyer = { ...parties.buyer, hadTrials: [...parties.buyer.hadTrials, ...tried] }
    if (facts.offer?.sku.isTrial) tried.push(`${facts.offer.sku.productId}:${facts.offer.sku.id}`)
    lines.push(judgedLine({ ...parties, buyer }, input, facts))
  }
  return judgedOrder(parties, lines)
}

function judgedOrder(parties: OrderParties, lines: readonly JudgedLine[]): JudgedOrder {
  const currencies = new Set(lines.flatMap(({ currency }) => currency ?? []))
  const isPriced = currencies.size === 1 && lines.every(({ amount }) => amount !== null)
  return {
    parties,
    refusal: orderRefusal(parties) ?? (currencies.size > 1 ? 'currenciesMixed' : null),
    lines,
    currency: currencies.size === 1 ? [...currencies][0]! : null,
    total: isPriced ? sum(lines.map(({ amount }) => amount!)) : null,
  }
}

function judgedLine(parties: OrderParties, input: LineInput, facts: LineFacts): JudgedLine {
  const price = linePrice(parties, facts)
  const refusal = lineRefusal(parties, facts)
  return {
    input,
    facts,
    unitPrice: price?.unitPrice ?? null,
    currency: price?.currency ?? null,
    amount: price ? cyclePrice(price.unitPrice, input.quantity) : null,
    credit: refusal === null && facts.conversion?.from ? -giveWay(facts.conversion.from, parties.now).charge!.amount : null,
    refusal,
  }
}

export function shownAmount(amount: bigint | null, currency: string | null): string | null {
  return amount === null || currency === null ? null : decimalOf(amount, currency)
}
