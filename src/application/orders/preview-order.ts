import type { Language } from '../../language/languages.ts'
import { verdictOn } from '../customers/customer-rights.ts'
import { explain } from '../relationship-requests/explain.ts'
import type { UseCase } from '../use-case.ts'
import type { LineInput } from './gather-order.ts'
import { type JudgedOrder, judgeOrder, shownAmount } from './judge-lines.ts'

export interface OrderAsk {
  readonly customerId: string
  readonly lines: readonly LineInput[]
  readonly reader: Language
}

export interface OrderPreview {
  readonly currency: string | null
  /** of the first billing cycles; null where a line has no price or the reader may see none */
  readonly total: string | null
  readonly refusal: { readonly reasonCode: string; readonly reasonText: string } | null
  readonly lines: readonly {
    readonly catalogItemId: string
    readonly title: string | null
    readonly quantity: number
    readonly unitPrice: string | null
    readonly amount: string | null
    /** about what will be given back for the subscription in whose place it comes, as if it were there today */
    readonly credit: string | null
    readonly refusal: { readonly reasonCode: string; readonly reasonText: string } | null
  }[]
}

/** What an order would cost and whether it is possible, by the very judgement of the order; changes nothing. Its standing is judged as an order's is. */
export const previewOrder: UseCase<OrderAsk, OrderPreview> = {
  action: 'order.place',
  customer: ({ customerId }) => customerId,

  async run(work, { customerId, lines, reader }) {
    const judged = await judgeOrder(work, customerId, lines)
    return shownPreview(judged, { seesPrices: verdictOn(work, customerId, 'price.see').allowed, reader })
  },
}

export function shownPreview(judged: JudgedOrder, { seesPrices, reader }: { readonly seesPrices: boolean; readonly reader: Language }): OrderPreview {
  const shown = (amount: bigint | null, currency: string | null) => (seesPrices ? shownAmount(amount, currency) : null)
  return {
    currency: judged.currency,
    total: shown(judged.total, judged.currency),
    refusal: judged.refusal && explain(reader, judged.refusal),
    lines: judged.lines.map(({ input, facts, unitPrice, currency, amount, credit, refusal }) => ({
      catalogItemId: input.catalogItemId,
      title: facts.offer?.sku.title[reader] ?? null,
      quantity: input.quantity,
      unitPrice: shown(unitPrice, currency),
      amount: shown(amount, currency),
      credit: shown(credit, facts.conversion?.from?.currency ?? null),
      refusal: refusal && explain(reader, refusal),
    })),
  }
}
