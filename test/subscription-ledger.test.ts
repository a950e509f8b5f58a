import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import { aCatalogue } from './support/catalogue.ts'
import { cutAt, cutPoints } from './support/cut-connections.ts'
import { atWork, type LedgerStep, ledgerSequences, stepKinds } from './support/ledger-steps.ts'
import { actorOf, bookAll, type Client, done, type Market, order } from './support/ledger-acts.ts'
import { ledgerCustomers } from './support/ledger-customers.ts'
import { act, type Book, bookOf, mayBecome } from './support/reference-ledger.ts'
import { testServer } from './support/server.ts'
import { aPartner, anAgreement, sql } from './support/world.ts'

/** So many sequences; each has a customer and a clock of its own, and all share two sellers, four at a time. */
const count = Number(process.env.LEDGER_SEQUENCES ?? 60)
const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31)
/** From so many on, chance has cut every kind of act at every point. */
const enoughForAll = 2_000

const server = await testServer()
let sellers: Omit<Market, 'customer'>
let aCustomer: ReturnType<typeof ledgerCustomers>
beforeAll(async () => {
  await anAgreement()
  const operator = await aCatalogue(server)
  const partners = [await aPartner(), await aPartner()] as const
  const people = [await partners[0].person('adminAgent'), await partners[1].person('adminAgent')] as const
  const agents = [actorOf(people[0], partners[0], {}), actorOf(people[1], partners[1], {})] as const
  aCustomer = ledgerCustomers({ sellers: partners, people })
  sellers = { sellers: partners, agents, operator: actorOf(operator, { name: 'Operator' }, { roles: ['operator'], isOperator: true, partnerKinds: [] }) }
}, 60_000)

/** Every kind of act that was done although its connection was cut, with the point. */
const survived = new Map<string, number>()

async function run(sequence: readonly LedgerStep[], startsOn: number): Promise<void> {
  const market: Market = { ...sellers, customer: await aCustomer() }
  let now = startsOn
  const env = { ...server.env, clock: () => new Date(now) }
  const books: Book[] = []
  for (const step of sequence) {
    if (step.do === 'pass') {
      now += step.days * 86_400_000
      continue
    }
    const client: Client = { market, env, first: step.at === null ? env : cutAt(env, step.at), isRepeated: step.isRepeated }
    const isDone = await carriedOut(client, step, { books, now })
    if (isDone && step.at !== null) survived.set(`${atWork(step)} ${step.at}`, (survived.get(`${atWork(step)} ${step.at}`) ?? 0) + 1)
  }
  await bookAll({ market, env, first: env, isRepeated: false }, books.map(({ id }) => id))
  for (const book of books) act(book, { do: 'book' }, now)
  const expected = books.map(({ id, status, seats: quantity, seller, paid }) => ({ id, status, quantity, seller: market.sellers[seller].id, one: String(paid[0]), other: String(paid[1]), moved: '0', twice: 0 }))
  expect(await stored(market)).toEqual(expected.toSorted((one, other) => (one.id < other.id ? -1 : 1)))
}

/** Does it in the product and in the books; both have to say the same. */
async function carriedOut(client: Client, step: Exclude<LedgerStep, { do: 'pass' }>, { books, now }: { readonly books: Book[]; readonly now: number }): Promise<boolean> {
  if (step.do === 'order') {
    books.push(bookOf((await order(client, step.seller, step))!, step))
    return true
  }
  // Seldom is anything else a conversion than what can become something bigger.
  const convertible = books.filter(({ offer, status }) => offer === 'basic' && status !== 'deleted')
  const among = step.do === 'convert' && convertible.length > 0 ? convertible : books
  const book = among[step.which < 0 ? among.length - 1 : step.which % among.length]!
  if (step.do === 'convert') {
    const expected = mayBecome(book, step.seats, { all: books, now })
    const id = await order(client, book.seller, { offer: 'office', seats: step.seats, replaces: book.id })
    expect({ step, done: id !== undefined }).toEqual({ step, done: expected })
    if (id !== undefined) books.push(bookOf(id, { offer: 'office', seats: step.seats, seller: book.seller, replaces: book }))
    return expected
  }
  if (step.act.do === 'seats' && step.act.seats === book.seats) return false
  const { seller } = book
  const isDone = await done(client, seller, book.id, step.act)
  expect({ step, done: isDone }).toEqual({ step, done: act(book, step.act, now, books) })
  return isDone
}

/** All that the customer has and what each seller was charged for it, read once. */
function stored({ customer, sellers: [one, other] }: Market) {
  return sql(
    `select s.id, s.status, s.quantity, s.partner_id as seller, coalesce(sum(c.amount) filter (where c.partner_id = $2), 0)::text as one, coalesce(sum(c.amount) filter (where c.partner_id = $3), 0)::text as other,
       coalesce(sum(c.amount) filter (where c.kind in ('transferIn', 'transferOut')), 0)::text as moved,
       (count(*) filter (where c.kind = 'cycle') - count(distinct c.period_from) filter (where c.kind = 'cycle'))::integer as twice
     from subscriptions s left join subscription_charges c on c.subscription_id = s.id where s.customer_id = $1 group by s.id, s.status, s.quantity, s.partner_id order by s.id`,
    [customer.id, one.id, other.id],
  )
}

it('no sequence of orders, changes, conversions, suspensions, renewals, transfers, crashes and retries loses or invents a seat or a cent', { timeout: Math.max(1_800_000, count * 600) }, async () => {
  const starts = fc.integer({ min: 0, max: 364 }).map((day) => Date.UTC(2027, 0, 1 + day, 9, 30))
  const wanted = fc.sample(fc.tuple(ledgerSequences, starts), { numRuns: count, seed })
  const next = wanted.entries()
  const worker = async () => {
    for (const [place, [sequence, startsOn]] of next) {
      await run(sequence, startsOn).catch((error: Error) => {
        throw new Error(`SEED=${seed}, sequence ${place} from ${new Date(startsOn).toISOString()}: ${JSON.stringify(sequence)}`, { cause: error })
      })
    }
  }
  await Promise.all([worker(), worker(), worker(), worker()])
  const missing = stepKinds.flatMap((kind) => cutPoints.map((point) => `${kind} ${point}`)).filter((one) => !survived.has(one))
  if (count >= enoughForAll) expect(missing).toEqual([])
})
