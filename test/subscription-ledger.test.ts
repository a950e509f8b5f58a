import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import { aBuyer, aCatalogue, items, lineOf } from './support/catalogue.ts'
import { testClock } from './support/environment.ts'
import { testServer } from './support/server.ts'
import { anAgreement, sql, type TestPerson } from './support/world.ts'

const at = testClock(new Date('2027-03-10T09:00:00Z'))
const server = await testServer({ at })
let operator: TestPerson
beforeAll(async () => {
  await anAgreement()
  operator = await aCatalogue(server)
}, 60_000)

type Step =
  | { readonly do: 'order'; readonly item: 'office' | 'classic'; readonly seats: number }
  | { readonly do: 'seats'; readonly which: number; readonly seats: number }
  | { readonly do: 'fulfil' | 'refuse' | 'suspend' | 'reactivate' | 'cancel'; readonly which: number }
  | { readonly do: 'pass'; readonly days: number }

const which = fc.nat(5)
const steps = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.record({ do: fc.constant('order' as const), item: fc.constantFrom('office' as const, 'classic' as const), seats: fc.integer({ min: 1, max: 40 }) }) },
    { weight: 4, arbitrary: fc.record({ do: fc.constant('fulfil' as const), which }) },
    { weight: 5, arbitrary: fc.record({ do: fc.constant('seats' as const), which, seats: fc.integer({ min: 1, max: 40 }) }) },
    { weight: 4, arbitrary: fc.record({ do: fc.constantFrom('refuse' as const, 'suspend' as const, 'reactivate' as const, 'cancel' as const), which }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('pass' as const), days: fc.integer({ min: 1, max: 9 }) }) },
  ),
  { minLength: 4, maxLength: 14 },
)

interface Book {
  readonly id: string
  readonly isLegacy: boolean
  readonly cents: number
  status: 'pending' | 'active' | 'suspended' | 'deleted'
  seats: number
  startedAt: number
  paid: number
}

const day = 86_400_000

/** Written by hand, not by the product's own functions: a month's price for the days that are left, a half cent up. */
function worth(book: Book, seats: number, now: number): number {
  const start = new Date(book.startedAt)
  let from = book.startedAt
  let until = from
  for (let month = 1; until <= now; month++) {
    from = until
    until = Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + month, start.getUTCDate(), start.getUTCHours(), start.getUTCMinutes(), start.getUTCSeconds(), start.getUTCMilliseconds())
  }
  const [whole, left] = [Math.round((until - from) / day), Math.ceil((until - now) / day)]
  return Math.floor((2 * seats * book.cents * left + whole) / (2 * whole))
}

/** What the act should answer, and its effect on the book. */
function expected(book: Book, step: Exclude<Step, { do: 'order' | 'pass' }>, now: number): boolean {
  const isYoung = now < book.startedAt + 7 * day
  const pay = (seats: number) => {
    book.paid += worth(book, seats, now) - worth(book, book.seats, now)
    book.seats = seats
  }
  switch (step.do) {
    case 'fulfil':
      if (book.status !== 'pending') return false
      Object.assign(book, { status: 'active', startedAt: now, paid: book.seats * book.cents })
      return true
    case 'refuse':
      if (book.status !== 'pending') return false
      book.status = 'deleted'
      return true
    case 'suspend':
      if (book.status !== 'active') return false
      book.status = 'suspended'
      return true
    case 'reactivate':
      if (book.status !== 'suspended') return false
      book.status = 'active'
      return true
    case 'cancel': {
      if (book.status === 'pending') return Boolean((book.status = 'deleted'))
      if (book.status === 'deleted' || book.isLegacy || !isYoung) return false
      const seats = book.seats
      pay(0)
      return Boolean(Object.assign(book, { status: 'deleted', seats }))
    }
    case 'seats':
      if (book.status !== 'active' || (step.seats < book.seats && !book.isLegacy && !isYoung)) return false
      pay(step.seats)
      return true
  }
}

it('no sequence of orders, changes, endings and retries loses or invents a seat or a cent', { timeout: 240_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(steps, fc.infiniteStream(fc.boolean()), async (sequence, retries) => {
      const { agent, customer, partner } = await aBuyer()
      const books: Book[] = []
      const base = `/customers/${customer.id}/subscriptions`
      for (const step of sequence) {
        if (step.do === 'pass') {
          at.forward({ days: step.days })
          continue
        }
        const ask = await requestFor(step, { agent, customerId: customer.id, base, books })
        if (!ask) continue
        const key = randomUUID()
        const send = () => server.ask(ask.who, ask.method, ask.path, { body: ask.body, key, ...(ask.version !== undefined && { version: ask.version }) })
        const now = at.now().getTime()
        const answer = await send()
        if (step.do === 'order') {
          expect(answer.status).toBe(201)
          books.push({ id: answer.body.subscriptions[0].subscriptionId, isLegacy: step.item === 'classic', cents: step.item === 'classic' ? 670 : 1050, status: 'pending', seats: step.seats, startedAt: 0, paid: 0 })
        } else {
          expect({ step, done: answer.status < 300 }).toEqual({ step, done: expected(books[step.which % books.length]!, step, now) })
        }
        // A client that did not get its answer sends the same again. What needs a version cannot have an effect twice.
        if (retries.next().value && answer.status < 300) expect((await send()).status).toBe(ask.version === undefined ? answer.status : 412)
      }
      const stored = await sql<{ id: string; status: string; quantity: number; paid: string }>(
        'select s.id, s.status, s.quantity, coalesce((select sum(amount) from subscription_charges c where c.subscription_id = s.id), 0)::text as paid from subscriptions s where s.partner_id = $1 order by s.created_at, s.id',
        [partner.id],
      )
      const byId = (rows: readonly { id: string }[]) => [...rows].sort((one, other) => one.id.localeCompare(other.id))
      expect(byId(stored)).toEqual(byId(books.map(({ id, status, seats, paid }) => ({ id, status, quantity: seats, paid: String(paid) }))))
      for (const { paid } of books) expect(paid).toBeGreaterThanOrEqual(0)
    }),
    { numRuns: Number(process.env.LEDGER_SEQUENCES ?? 25) },
  )
})

async function requestFor(step: Exclude<Step, { do: 'pass' }>, { agent, customerId, base, books }: { agent: TestPerson; customerId: string; base: string; books: readonly Book[] }) {
  if (step.do === 'order') return { who: agent, method: 'POST', path: `/customers/${customerId}/orders`, body: { lines: [lineOf(items[step.item], { quantity: step.seats })] }, version: undefined }
  const book = books[step.which % books.length]
  if (!book) return undefined
  const path = `${base}/${book.id}`
  if (step.do === 'seats') {
    if (step.seats === book.seats) return undefined
    return { who: agent, method: 'PUT', path: `${path}/quantity`, body: { quantity: step.seats }, version: (await server.ask(agent, 'GET', path)).body.version as number }
  }
  const settle = { fulfil: ['fulfilment', undefined], refuse: ['refusal', { note: 'No' }] } as const
  if (step.do === 'fulfil' || step.do === 'refuse') return { who: operator, method: 'POST', path: `/operator/provisioning/${book.id}/${settle[step.do][0]}`, body: settle[step.do][1], version: undefined }
  const acts = { suspend: ['suspension', { because: 'fraud' }], reactivate: ['reactivation', undefined], cancel: ['cancellation', undefined] } as const
  return { who: agent, method: 'POST', path: `${path}/${acts[step.do][0]}`, body: acts[step.do][1], version: undefined }
}
