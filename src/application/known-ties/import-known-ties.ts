import { reasonText } from '../../language/error-text.ts'
import { keepTies, lockKnownTies } from '../../store/known-tie-store.ts'
import { triedOut } from '../../store/savepoints.ts'
import type { UseCase, Work } from '../use-case.ts'
import { type JudgedLine, judgeLines } from './judge-ties.ts'
import type { TieLine } from './known-ties-file.ts'
import { listWhatIsKnown } from './list-known.ts'

export interface TiesImport {
  readonly lines: readonly TieLine[]
  /** everything is done, reported and taken back */
  readonly isDryRun: boolean
}

/**
 * What became of a row: the partner has the customer on its list now (`listed`), will have it when it is enrolled (`waiting`), it
 * was known already (`present`), or it cannot be (`refused`, with its reason code).
 */
export const tieOutcomes = ['listed', 'waiting', 'present', 'refused'] as const
export type TieOutcome = (typeof tieOutcomes)[number]

export interface ImportedTie {
  readonly row: number
  readonly partnerDomain: string
  readonly partnerName: string | null
  readonly customer: string
  readonly outcome: TieOutcome
  readonly reason: string | null
}

/**
 * Keeps what the operator knows of partners and customers from elsewhere (S1.6-7, S4.12, S4.19). A partner that is enrolled has
 * the customers on its list in the same act; others wait for theirs. The same rows again change nothing.
 */
export const importKnownTies: UseCase<TiesImport, readonly ImportedTie[]> = {
  action: 'knownTie.import',
  run: (work, { lines, isDryRun }) => (isDryRun ? triedOut(work.trx, () => take(work, lines)) : take(work, lines)),
}

/** For the terminal, which speaks English. */
export function whyRefused(reason: string): string {
  return reasonText('en', reason) ?? reason
}

async function take(work: Work, lines: readonly TieLine[]): Promise<ImportedTie[]> {
  await lockKnownTies(work.trx)
  const judged = await judgeLines(work, lines)
  const good = judged.filter((one) => one.reason === null)
  const changed = await keepTies(work.trx, good.map(({ tie }) => tie), work.now)
  const fresh = new Set(good.filter((_, place) => changed.has(place)).map(({ line }) => line))
  const enrolled = new Set(good.flatMap(({ line, partner }) => (partner && fresh.has(line) ? [partner.id] : [])))
  for (const partnerId of [...enrolled].sort()) await listWhatIsKnown(work, partnerId)
  return judged.map((one) => report(one, fresh.has(one.line)))
}

function report(one: JudgedLine, isFresh: boolean): ImportedTie {
  const { row, partnerDomain, customerDomain, customerId } = one.line
  const stated = { row, partnerDomain, customer: customerDomain === '' ? customerId : customerDomain }
  if (one.reason !== null) return { ...stated, partnerName: null, outcome: 'refused', reason: one.reason }
  const outcome = !isFresh ? 'present' : one.partner ? 'listed' : 'waiting'
  return { ...stated, customer: one.customer.name, partnerName: one.partner?.name ?? null, outcome, reason: null }
}
