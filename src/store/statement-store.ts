import { sql } from 'kysely'
import type { Period } from '../domain/catalogue/terms.ts'
import type { ChargeKind } from '../domain/subscriptions/charges.ts'
import type { Transaction } from './database.ts'
import { microseconds } from './microseconds.ts'

/** Whose statement: what this partner bought for this customer. */
export interface StatementOf {
  readonly partnerId: string
  readonly customerId: string
}

export interface StatementLine {
  readonly subscriptionId: string
  readonly number: number
  readonly at: Date
  readonly kind: ChargeKind
  readonly offerName: { readonly en: string; readonly es: string }
  readonly sku: string
  readonly resellerId: string | null
  readonly from: Date
  readonly until: Date
  readonly quantityBefore: number
  readonly quantityAfter: number
  readonly unitPrice: bigint
  readonly currency: string
  readonly amount: bigint
  readonly keys: readonly [at: string, subscriptionId: string, number: number]
}

/** In the order of time; a row of the ledger each, exactly. Reading back gives them in the opposite order. */
export async function statementLines(
  trx: Transaction,
  { partnerId, customerId }: StatementOf,
  { from, until }: Period,
  { start, most }: { readonly start: { readonly keys: readonly unknown[]; readonly backwards: boolean } | undefined; readonly most: number },
): Promise<StatementLine[]> {
  const direction = start?.backwards ? 'desc' : 'asc'
  let query = trx
    .selectFrom('subscription_charges')
    .select(['subscription_id', 'number', 'at', 'kind', 'offer_name_en', 'offer_name_es', 'product_id', 'sku_id', 'reseller_id', 'period_from', 'period_until', 'quantity_before', 'quantity_after', 'unit_price', 'currency', 'amount'])
    .select(microseconds('at').as('at_key'))
    .where('partner_id', '=', partnerId)
    .where('customer_id', '=', customerId)
    .where('at', '>=', from)
    .where('at', '<', until)
    .orderBy('at', direction)
    .orderBy('subscription_id', direction)
    .orderBy('number', direction)
    .limit(most)
  if (start) {
    const [at, subscriptionId, number] = start.keys
    query = query.where(sql<boolean>`(at, subscription_id, number) ${sql.raw(start.backwards ? '<' : '>')} (${String(at)}::timestamptz, ${String(subscriptionId)}::uuid, ${Number(number)}::integer)`)
  }
  const rows = await query.execute()
  return rows.map((row) => ({
    ...{ subscriptionId: row.subscription_id, number: row.number, at: row.at, kind: row.kind as ChargeKind },
    offerName: { en: row.offer_name_en ?? '', es: row.offer_name_es ?? '' },
    sku: `${row.product_id ?? ''}:${row.sku_id ?? ''}`,
    ...{ resellerId: row.reseller_id, from: row.period_from, until: row.period_until, quantityBefore: row.quantity_before, quantityAfter: row.quantity_after },
    ...{ unitPrice: BigInt(row.unit_price), currency: row.currency, amount: BigInt(row.amount), keys: [row.at_key, row.subscription_id, row.number] },
  }))
}

export interface StatementTotal {
  readonly currency: string
  readonly lines: number
  readonly charged: bigint
  readonly credited: bigint
}

/** Of each currency; summed by the database over the very rows that are the lines. */
export async function statementTotals(trx: Transaction, { partnerId, customerId }: StatementOf, { from, until }: Period): Promise<StatementTotal[]> {
  const { rows } = await sql<{ currency: string; lines: string; charged: string; credited: string }>`
    select currency, count(*) as lines, coalesce(sum(amount) filter (where amount > 0), 0) as charged, coalesce(sum(amount) filter (where amount < 0), 0) as credited
    from subscription_charges where partner_id = ${partnerId}::uuid and customer_id = ${customerId}::uuid and at >= ${from} and at < ${until} group by currency order by currency`.execute(trx)
  return rows.map((row) => ({ currency: row.currency, lines: Number(row.lines), charged: BigInt(row.charged), credited: BigInt(row.credited) }))
}

export interface MonthTotal extends Omit<StatementTotal, 'charged' | 'credited'> {
  readonly month: string
  readonly amount: bigint
}

/** The months with any line, latest first; of each currency. */
export async function statementMonths(trx: Transaction, { partnerId, customerId }: StatementOf, most: number): Promise<MonthTotal[]> {
  const { rows } = await sql<{ month: string; currency: string; lines: string; amount: string }>`
    select to_char(at at time zone 'utc', 'YYYY-MM') as month, currency, count(*) as lines, sum(amount) as amount
    from subscription_charges where partner_id = ${partnerId}::uuid and customer_id = ${customerId}::uuid group by 1, 2 order by 1 desc, 2 limit ${most}`.execute(trx)
  return rows.map((row) => ({ month: row.month, currency: row.currency, lines: Number(row.lines), amount: BigInt(row.amount) }))
}
