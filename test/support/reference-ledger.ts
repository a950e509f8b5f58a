/** What a month of one seat costs, which contract it is, and what it can become. */
const offers = {
  office: { cents: 1050, isLegacy: false, becomes: null },
  basic: { cents: 510, isLegacy: false, becomes: 'office' },
  classic: { cents: 670, isLegacy: true, becomes: null },
} as const
export type BookOffer = keyof typeof offers
export const bookOffers = Object.keys(offers) as BookOffer[]

/** What a subscription should be and cost, written by hand and not by the product's own functions. */
export interface Book {
  readonly id: string
  readonly offer: BookOffer
  readonly isLegacy: boolean
  readonly cents: number
  /** in whose place it comes once it is there */
  readonly replaces: Book | null
  status: 'pending' | 'active' | 'suspended' | 'deleted'
  seats: number
  seller: 0 | 1
  startedAt: number
  billedUntil: number
  deletesAt: number
  /** what each of the two partners owes for it */
  readonly paid: [number, number]
}

export type BookAct =
  | { readonly do: 'fulfil' | 'refuse' | 'suspend' | 'reactivate' | 'cancel' | 'transfer' | 'book' }
  | { readonly do: 'seats'; readonly seats: number }

const day = 86_400_000

export function bookOf(id: string, line: { readonly offer: BookOffer; readonly seats: number; readonly seller: 0 | 1; readonly replaces?: Book }): Book {
  const { cents, isLegacy } = offers[line.offer]
  return { id, offer: line.offer, seats: line.seats, seller: line.seller, replaces: line.replaces ?? null, cents, isLegacy, status: 'pending', startedAt: 0, billedUntil: 0, deletesAt: Infinity, paid: [0, 0] }
}

/** Whether a bigger offer can be ordered in its place: once, of what is active, and only what the customer has from nobody yet. */
export function mayBecome(book: Book, seats: number, { all, now }: { readonly all: readonly Book[]; readonly now: number }): boolean {
  const target = offers[book.offer].becomes
  const isYoung = now < book.startedAt + 7 * day
  return target !== null && statusAt(book, now) === 'active' && !isAwaited(book, all) && !all.some((one) => one.offer === target && one.status !== 'deleted') && (seats >= book.seats || isYoung)
}

const isAwaited = (book: Book, all: readonly Book[]) => all.some((one) => one.replaces === book && one.status === 'pending')
const statusAt = (book: Book, now: number) => (book.deletesAt <= now ? 'deleted' : book.status)

/** Whether the act should be done, and its effect on the book; `all` are the customer's. */
export function act(book: Book, step: BookAct, now: number, all: readonly Book[] = [book]): boolean {
  bookCycles(book, now)
  const status = statusAt(book, now)
  const isYoung = now < book.startedAt + 7 * day
  switch (step.do) {
    case 'book':
      return true
    case 'fulfil':
      if (status !== 'pending' || (book.replaces && !givesWay(book.replaces, now))) return false
      Object.assign(book, { status: 'active', startedAt: now })
      book.billedUntil = monthsAfter(now, 1)
      book.paid[book.seller] += book.seats * book.cents
      return true
    case 'refuse':
      if (status !== 'pending') return false
      book.status = 'deleted'
      return true
    case 'suspend':
      if (status !== 'active') return false
      Object.assign(book, { status: 'suspended', deletesAt: now + 90 * day })
      return true
    case 'reactivate':
      if (status !== 'suspended') return false
      Object.assign(book, { status: 'active', deletesAt: Infinity })
      if (book.billedUntil <= now) {
        book.paid[book.seller] += worth(book, book.seats, now)
        book.billedUntil = cycle(book, now).until
      }
      return true
    case 'cancel':
      if (status !== 'pending' && (status === 'deleted' || book.isLegacy || !isYoung)) return false
      if (status !== 'pending') book.paid[book.seller] -= worth(book, book.seats, now)
      Object.assign(book, { status: 'deleted', deletesAt: Infinity })
      return true
    case 'seats':
      if (status !== 'active' || (step.seats < book.seats && !book.isLegacy && !isYoung)) return false
      book.paid[book.seller] += worth(book, step.seats, now) - worth(book, book.seats, now)
      book.seats = step.seats
      return true
    case 'transfer': {
      if (status !== 'active' || isAwaited(book, all)) return false
      const rest = worth(book, book.seats, now)
      book.paid[book.seller] -= rest
      book.seller = book.seller === 0 ? 1 : 0
      book.paid[book.seller] += rest
      return true
    }
  }
}

/** What another comes in the place of ends in that moment, and its seller is given back the days that are left. */
function givesWay(book: Book, now: number): boolean {
  if (statusAt(book, now) !== 'active') return false
  bookCycles(book, now)
  book.paid[book.seller] -= worth(book, book.seats, now)
  book.status = 'deleted'
  return true
}

/** A month that begins is owed in whole: not by what is over, nor by a legacy one that is suspended then. */
function bookCycles(book: Book, now: number): void {
  const goesOn = () => book.status === 'active' || (book.status === 'suspended' && !book.isLegacy && book.billedUntil < book.deletesAt)
  while (book.startedAt > 0 && book.billedUntil <= now && goesOn()) {
    book.paid[book.seller] += book.seats * book.cents
    book.billedUntil = cycle(book, book.billedUntil).until
  }
}

/** A month's price for the days that are left, a half cent up. */
function worth(book: Book, seats: number, now: number): number {
  const { from, until } = cycle(book, now)
  const [whole, left] = [Math.round((until - from) / day), Math.ceil((until - now) / day)]
  return Math.floor((2 * seats * book.cents * left + whole) / (2 * whole))
}

function cycle({ startedAt }: Book, now: number): { readonly from: number; readonly until: number } {
  let month = 1
  while (monthsAfter(startedAt, month) <= now) month++
  return { from: monthsAfter(startedAt, month - 1), until: monthsAfter(startedAt, month) }
}

/** The same day and time so many months later, or the last day of a shorter month. */
function monthsAfter(start: number, months: number): number {
  const first = new Date(start)
  const days = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + months + 1, 0)).getUTCDate()
  return Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + months, Math.min(first.getUTCDate(), days)) + (start % day)
}
