import { type Static, Type } from 'typebox'
import { usualPageSize } from '../../application/page.ts'
import { exportStatement } from '../../application/statements/export-statement.ts'
import { printStatement } from '../../application/statements/print-statement.ts'
import { statementPdf } from '../../application/statements/statement-pdf.ts'
import { listStatements, readStatement } from '../../application/statements/read-statement.ts'
import { canonicalId } from '../../domain/ids.ts'
import { chargeKinds } from '../../domain/subscriptions/charges.ts'
import { monthPattern } from '../../domain/subscriptions/statement-month.ts'
import { brokenOffWhenOver } from '../broken-off.ts'
import { readerLanguage } from '../reader-language.ts'
import { type AnyRoute, route } from '../route.ts'
import { Cursor, Id, IdParams, Instant, Maybe, NoBody, PageSize, strict } from '../schemas.ts'

const tag = 'Statements'
const path = '/customers/:id/statements/:month'
const Month = Type.String({ pattern: monthPattern, maxLength: 7, description: 'Year and month, "2027-03", from its first moment to that of the next, UTC.' })
const MonthParams = Type.Object({ id: Id, month: Month }, strict)
const Amount = Type.String({ description: 'A decimal with exactly the digits of its currency; a credit begins with a minus.' })
const asked = ({ id, month }: { id: string; month: string }) => ({ customerId: canonicalId(id)!, month })

export const StatementList = Type.Object({
  months: Type.Array(Type.Object({ month: Month, currency: Type.String(), lines: Type.Integer(), amount: Amount, isOpen: Type.Boolean() }), { description: 'Latest first; a month with two currencies stands twice.' }),
  notice: Type.Union([Type.Object({ reasonCode: Type.String(), reasonText: Type.String() }), Type.Null()], { description: 'To an indirect reseller: whose statement it is.' }),
})
export type StatementList = Static<typeof StatementList>

const Line = Type.Object({
  subscriptionId: Id,
  number: Type.Integer({ description: 'Of the line within its subscription.' }),
  at: Instant,
  kind: Type.Enum([...chargeKinds]),
  name: Type.String(),
  sku: Type.String(),
  resellerName: Maybe(Type.String()),
  from: Instant,
  until: Instant,
  quantityBefore: Type.Integer(),
  quantityAfter: Type.Integer(),
  currency: Type.String(),
  unitPrice: Amount,
  amount: Amount,
})

export const Statement = Type.Object({
  month: Month,
  from: Instant,
  until: Instant,
  isOpen: Type.Boolean({ description: 'Lines may still come: the month is not over, or a cycle that began in it is not booked yet.' }),
  partnerName: Type.String(),
  customerName: Type.String(),
  totals: Type.Array(Type.Object({ currency: Type.String(), lines: Type.Integer(), charged: Amount, credited: Amount, amount: Amount }), { description: 'Of all lines of the month, each currency by itself.' }),
  items: Type.Array(Line),
  next: Maybe(Cursor),
  previous: Maybe(Cursor),
})
export type Statement = Static<typeof Statement>

export const statementRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    path: '/customers/:id/statements',
    summary: 'List the months in which this partner was charged for a customer, latest first',
    tag,
    useCase: listStatements,
    params: IdParams,
    answer: StatementList,
    input: ({ params, request }) => ({ customerId: canonicalId(params.id)!, reader: readerLanguage(request) }),
    present: (list) => list as never,
  }),
  route({
    method: 'GET',
    path,
    summary: 'Read the statement of a month: its totals, and its lines page by page',
    tag,
    useCase: readStatement,
    params: MonthParams,
    query: Type.Object({ size: Type.Optional(PageSize), cursor: Type.Optional(Cursor) }, strict),
    answer: Statement,
    input: ({ params, query: { size, cursor }, request }) => ({ ...asked(params), size: Number(size ?? usualPageSize), cursor, reader: readerLanguage(request) }),
    present: (statement) => statement as never,
  }),
  route({
    method: 'POST',
    path: `${path}/export`,
    summary: 'Take the statement of a month along as a CSV file',
    tag,
    useCase: exportStatement,
    params: MonthParams,
    body: NoBody,
    answer: Type.String({ description: 'text/csv in UTF-8 with byte order mark, RFC 4180, one head row: Date, Subscription ID, Line, Kind, Offer, SKU, Reseller, From, Until, Quantity before, Quantity after, Unit price, Currency, Amount. Sent while it is read.' }),
    budget: 'export',
    input: ({ params, request }) => ({ ...asked(params), reader: readerLanguage(request), identify: request.identify }),
    present: (running) => brokenOffWhenOver(running) as never,
    reply: (_running, reply) => {
      reply.type('text/csv; charset=utf-8; header=present').header('content-disposition', `attachment; filename="statement.csv"; filename*=UTF-8''statement.csv`)
    },
  }),
  route({
    method: 'POST',
    path: `${path}/print`,
    summary: 'Take the statement of a month along as a PDF file, up to 2 000 lines',
    tag,
    useCase: printStatement,
    params: MonthParams,
    body: NoBody,
    answer: Type.String({ description: 'application/pdf, tagged, with its fonts; in the language of the reader.' }),
    budget: 'export',
    input: ({ params, request }) => ({ ...asked(params), reader: readerLanguage(request) }),
    // A stream passes the serializer untouched.
    present: (statement) => statementPdf(statement) as never,
    reply: (_statement, reply) => {
      reply.type('application/pdf').header('content-disposition', `attachment; filename="statement.pdf"; filename*=UTF-8''statement.pdf`)
    },
  }),
]
