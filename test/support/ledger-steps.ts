import fc from 'fast-check'
import { type CutPoint, cutPoints } from './cut-connections.ts'
import { type BookAct, type BookOffer, bookOffers } from './reference-ledger.ts'

/** One thing that happens; `at` where its connection is cut, `which` of the subscriptions so far, the latest where it is negative. */
export type LedgerStep =
  | { readonly do: 'pass'; readonly days: number }
  | ({ readonly at: CutPoint | null; readonly isRepeated: boolean } & (
      | { readonly do: 'order'; readonly offer: BookOffer; readonly seats: number; readonly seller: 0 | 1 }
      | { readonly do: 'convert'; readonly which: number; readonly seats: number }
      | { readonly do: 'act'; readonly which: number; readonly act: BookAct }
    ))

export const stepKinds = ['order', 'convert', 'fulfil', 'refuse', 'seats', 'suspend', 'reactivate', 'cancel', 'transfer', 'book'] as const

export function atWork(step: Exclude<LedgerStep, { do: 'pass' }>): (typeof stepKinds)[number] {
  return step.do === 'act' ? step.act.do : step.do
}

// A cut costs a new connection and a repetition half an act; still each kind of act meets each of them many times in a thousand sequences.
const cutOnce = (uncut: number) => fc.oneof({ weight: uncut, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.constantFrom(...cutPoints) })
const isRepeated = fc.oneof({ weight: 3, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) })
const how = { at: cutOnce(4), isRepeated }
/** Every sequence orders and fulfils: cut as often as the others, these two would have most of all cuts. */
const howEverySequence = { at: cutOnce(19), isRepeated }
const seats = fc.integer({ min: 1, max: 40 })
const which = fc.oneof({ weight: 2, arbitrary: fc.nat(3) }, { weight: 1, arbitrary: fc.constant(-1) })
const acts: fc.Arbitrary<BookAct> = fc.oneof(
  { weight: 4, arbitrary: fc.constant({ do: 'fulfil' as const }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('seats' as const), seats }) },
  { weight: 3, arbitrary: fc.constant({ do: 'transfer' as const }) },
  { weight: 6, arbitrary: fc.constantFrom({ do: 'suspend' as const }, { do: 'reactivate' as const }, { do: 'cancel' as const }, { do: 'cancel' as const }, { do: 'refuse' as const }, { do: 'book' as const }, { do: 'book' as const }) },
)
const order = fc.record({ ...howEverySequence, do: fc.constant('order' as const), offer: fc.constantFrom('basic' as const, ...bookOffers), seats, seller: fc.constantFrom(0 as const, 1 as const) })
/** The same subscription, one act after the other: what chance alone seldom brings together. */
const oneAfterTheOther = (first: BookAct['do'], second: BookAct['do']) =>
  fc.tuple(fc.record(how), fc.record(how), which).map(([one, other, which]) => [{ ...one, do: 'act', which, act: { do: first } }, { ...other, do: 'act', which, act: { do: second } }] as LedgerStep[])
const latest = (...acts: readonly ('fulfil' | 'refuse' | 'cancel')[]) => fc.tuple(fc.record(acts.includes('fulfil') ? howEverySequence : how), fc.constantFrom(...acts)).map(([one, act]) => ({ ...one, do: 'act', which: -1, act: { do: act } }) as LedgerStep)

/** A subscription that is there, and what happens to it, to others and to what comes in its place. */
export const ledgerSequences: fc.Arbitrary<LedgerStep[]> = fc
  .tuple(
    order,
    latest('fulfil'),
    fc.array(
      fc.oneof(
        { weight: 1, arbitrary: order.map((step) => [step]) },
        { weight: 1, arbitrary: fc.tuple(order, latest('refuse', 'cancel')).map((both) => both as LedgerStep[]) },
        { weight: 1, arbitrary: oneAfterTheOther('suspend', 'reactivate') },
        { weight: 5, arbitrary: fc.record({ ...how, do: fc.constant('act' as const), which, act: acts }).map((step) => [step]) },
        { weight: 2, arbitrary: fc.tuple(fc.record({ ...how, do: fc.constant('convert' as const), which, seats }), latest('fulfil'), fc.boolean()).map(([step, fulfilled, isThere]) => (isThere ? [step, fulfilled] : [step])) },
        { weight: 3, arbitrary: fc.integer({ min: 1, max: 40 }).map((days) => [{ do: 'pass' as const, days }]) },
      ),
      { minLength: 2, maxLength: 6 },
    ),
  )
  .map(([first, fulfilled, rest]) => [first, fulfilled, ...rest.flat()])
