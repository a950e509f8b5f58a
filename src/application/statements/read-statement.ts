import { decimalOf } from '../../domain/money/money.ts'
import { monthPeriod } from '../../domain/subscriptions/statement-month.ts'
import { isOnlyIndirectReseller } from '../../domain/relationship-requests/link-claims.ts'
import type { Language } from '../../language/languages.ts'
import { partnerFacts } from '../../store/partner-facts-store.ts'
import { type StatementLine, statementLines, statementMonths, statementTotals } from '../../store/statement-store.ts'
import { hasUnbookedCycles } from '../../store/subscription-list-store.ts'
import { namesOfTenants } from '../../store/tenant-names-store.ts'
import { type Page, type PageAsk, readPage } from '../page.ts'
import { explain } from '../relationship-requests/explain.ts'
import { unbilledWhileSuspended } from '../subscriptions/book-cycles.ts'
import type { UseCase, Work } from '../use-case.ts'

export interface StatementAsk {
  readonly customerId: string
  /** "2027-03" */
  readonly month: string
  readonly reader: Language
}

export type ShownLine = ReturnType<typeof shownLine>
export type StatementHead = Awaited<ReturnType<typeof statementHead>>
const mostMonths = 240

/** The months of which there is a statement, latest first; a reseller reads whose statement it is instead. */
export const listStatements: UseCase<{ readonly customerId: string; readonly reader: Language }, { readonly months: readonly object[]; readonly notice: { readonly reasonCode: string; readonly reasonText: string } | null }> = {
  action: 'statement.read',
  customer: ({ customerId }) => customerId,

  async run({ trx, person, now }, { customerId, reader }) {
    const months = await statementMonths(trx, { partnerId: person.tenantId, customerId }, mostMonths)
    return {
      months: months.map(({ month, currency, lines, amount }) => ({ month, currency, lines, amount: decimalOf(amount, currency), isOpen: monthPeriod(month).until > now })),
      notice: isOnlyIndirectReseller(person.partnerKinds) ? explain(reader, 'statementOfProvider') : null,
    }
  },
}

/** One month, page by page; its totals are of all its lines. */
export const readStatement: UseCase<StatementAsk & PageAsk, StatementHead & Page<ShownLine>> = {
  action: 'statement.read',
  customer: ({ customerId }) => customerId,

  async run(work, { customerId, month, reader, size, cursor }) {
    const of = { partnerId: work.person.tenantId, customerId }
    const page = await readPage(work, { size, cursor }, {
      route: 'GET /customers/:id/statements/:month',
      filter: { customerId, month },
      read: (start, most) => statementLines(work.trx, of, monthPeriod(month), { start, most }),
      keysOf: ({ keys }) => keys,
    })
    return { ...(await statementHead(work, { customerId, month })), ...page, items: await shownLines(work, page.items, reader) }
  },
}

/** Whose it is, for which time, whether anything may still come, and its totals. */
export async function statementHead({ trx, person, now }: Work, { customerId, month }: Pick<StatementAsk, 'customerId' | 'month'>) {
  const of = { partnerId: person.tenantId, customerId }
  const period = monthPeriod(month)
  const names = await namesOfTenants(trx, [person.tenantId, customerId])
  const totals = await statementTotals(trx, of, period)
  const isOver = period.until <= now
  return {
    month,
    from: period.from.toISOString(),
    until: period.until.toISOString(),
    /** a cycle of it that began and is not in the ledger yet comes within minutes */
    isOpen: !isOver || (await hasUnbookedCycles(trx, of, { now: new Date(period.until.getTime() - 1), unbilled: unbilledWhileSuspended })),
    partnerName: names.get(person.tenantId) ?? '',
    customerName: names.get(customerId) ?? '',
    totals: totals.map(({ currency, lines, charged, credited }) => ({ currency, lines, charged: decimalOf(charged, currency), credited: decimalOf(credited, currency), amount: decimalOf(charged + credited, currency) })),
  }
}

export async function shownLines({ trx }: Work, lines: readonly StatementLine[], reader: Language): Promise<ShownLine[]> {
  const resellers = await partnerFacts(trx, [...new Set(lines.flatMap(({ resellerId }) => resellerId ?? []))])
  const names = new Map(resellers.map(({ id, name }) => [id, name]))
  return lines.map((line) => shownLine(line, names, reader))
}

function shownLine(line: StatementLine, names: ReadonlyMap<string, string>, reader: Language) {
  return {
    ...{ subscriptionId: line.subscriptionId, number: line.number, at: line.at.toISOString(), kind: line.kind, name: line.offerName[reader], sku: line.sku },
    resellerName: line.resellerId === null ? null : (names.get(line.resellerId) ?? null),
    ...{ from: line.from.toISOString(), until: line.until.toISOString(), quantityBefore: line.quantityBefore, quantityAfter: line.quantityAfter },
    ...{ currency: line.currency, unitPrice: decimalOf(line.unitPrice, line.currency), amount: decimalOf(line.amount, line.currency) },
  }
}
