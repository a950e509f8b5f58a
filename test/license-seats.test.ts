import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import { aCatalogue } from './support/catalogue.ts'
import { aLicensed, anotherSeller, assign, takeAway, unitsOf, users } from './support/licenses.ts'
import { testServer } from './support/server.ts'
import { anAgreement, type TestPerson } from './support/world.ts'

const server = await testServer()
let operator: TestPerson
beforeAll(async () => {
  await anAgreement()
  operator = await aCatalogue(server)
}, 60_000)

const who = fc.nat(4)
const seller = fc.nat(1)
type Step =
  | { readonly do: 'assign' | 'remove' | 'delete' | 'restore'; readonly who: number }
  | { readonly do: 'seats'; readonly seller: number; readonly seats: number }
  | { readonly do: 'suspend' | 'reactivate'; readonly seller: number }

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof<fc.MaybeWeightedArbitrary<Step>[]>(
    { weight: 6, arbitrary: fc.record({ do: fc.constant('assign' as const), who }) },
    { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('remove' as const, 'delete' as const, 'restore' as const), who }) },
    { weight: 3, arbitrary: fc.record({ do: fc.constant('seats' as const), seller, seats: fc.integer({ min: 1, max: 4 }) }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('suspend' as const, 'reactivate' as const), seller }) },
  ),
  { minLength: 6, maxLength: 16 },
)

/** Two sellers and five users, written by hand: what each answer should be, and what stands in the books after it. */
interface Books {
  readonly sold: { seats: number; isActive: boolean }[]
  readonly has: boolean[]
  /** had a license when they were deleted */
  readonly had: (boolean | null)[]
}

const seatsOf = ({ sold }: Books) => sold.reduce((sum, { seats, isActive }) => sum + (isActive ? seats : 0), 0)
const assignedOf = ({ has }: Books) => has.filter(Boolean).length

/** Whether the act goes through, and the books after it. */
function expected(books: Books, step: Step): boolean {
  const left = seatsOf(books) - assignedOf(books)
  if ('seller' in step) {
    const sold = books.sold[step.seller]!
    if (!('seats' in step)) {
      const isPossible = sold.isActive === (step.do === 'suspend')
      if (isPossible) sold.isActive = step.do === 'reactivate'
      return isPossible
    }
    // The number it has already is no change, and nothing stands against that.
    const isPossible = step.seats === sold.seats || (sold.isActive && (step.seats > sold.seats || sold.seats - step.seats <= Math.max(0, left)))
    if (isPossible) sold.seats = step.seats
    return isPossible
  }
  const { who: user } = step
  const isGone = books.had[user] !== null
  if (step.do === 'restore') {
    if (!isGone) return false
    books.has[user] = books.had[user]! && left > 0
    books.had[user] = null
    return true
  }
  if (isGone) return false
  if (step.do === 'delete') {
    books.had[user] = books.has[user]!
    books.has[user] = false
    return true
  }
  if (step.do === 'assign' && !books.has[user] && left < 1) return false
  books.has[user] = step.do === 'assign'
  return true
}

it('no sequence of sales, assignments, deletions and suspensions loses, invents or overdraws a seat', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (sequence) => {
      const { customer, agent, administrator, base, path } = await aLicensed(server, operator, 2)
      const other = await anotherSeller(server, operator, customer, 1)
      const people = await users(customer, 5)
      const sellers = [{ agent, path }, other]
      const books: Books = { sold: [{ seats: 2, isActive: true }, { seats: 1, isActive: true }], has: people.map(() => false), had: people.map(() => null) }
      for (const [place, step] of sequence.entries()) {
        const { status, body } = await carryOut(step, place)
        const isDone = expected(books, step)
        expect(status < 300, `${place} ${JSON.stringify(step)}: ${JSON.stringify(body)}`).toBe(isDone)
        const [seats, assigned] = [seatsOf(books), assignedOf(books)]
        expect(await unitsOf(server, administrator, ''), JSON.stringify(step)).toMatchObject({ total: seats, consumed: assigned, available: Math.max(0, seats - assigned), overassigned: Math.max(0, assigned - seats) })
      }

      async function carryOut(step: Step, place: number) {
        if ('seller' in step) {
          const of = sellers[step.seller]!
          if (!('seats' in step)) return server.ask(of.agent, 'POST', `${of.path}/${step.do === 'suspend' ? 'suspension' : 'reactivation'}`, step.do === 'suspend' ? { body: { because: 'fraud' } } : {})
          const { version } = (await server.ask(of.agent, 'GET', of.path)).body
          return server.ask(of.agent, 'PUT', `${of.path}/quantity`, { body: { quantity: step.seats }, version })
        }
        const user = people[step.who]!
        // The two portals take turns.
        const [by, before] = place % 2 ? [administrator, ''] : [agent, base]
        if (step.do === 'assign') return assign(server, by, before, user)
        if (step.do === 'remove') return takeAway(server, by, before, user)
        return server.ask(by, 'POST', `${before}/people/${user.id}/${step.do === 'delete' ? 'removal' : 'restoration'}`, step.do === 'restore' ? { body: {} } : {})
      }
    }),
    { numRuns: Math.ceil(Number(process.env.LEDGER_SEQUENCES ?? 240) / 20) },
  )
}, 300_000)
