/** Beyond this, expiry by the one clock and by the other would disagree (rule R27). */
export const mostSkewMs = 2_000
/** A write that takes longer is felt by everybody; the database works nevertheless. */
export const slowWriteMs = 2_000
/** A mail that nobody even tried to send for so long: the jobs do not run. A mail server that is down does not count. */
export const longestUntriedMs = 5 * 60_000
/** No task takes so long: a job that was due for longer is taken by nobody. */
export const longestDueMs = 15 * 60_000
/** PostgreSQL stops when its disk is full; below this, answering would only hasten it. */
export const leastFreeBytes = 256 * 1024 ** 2
/** A day of growth should fit. */
export const littleFreeBytes = 2 * 1024 ** 3

/** What was found a moment ago, while the database answered. */
export interface Vitals {
  /** restored and not released yet (rule R33) */
  readonly isQuarantined: boolean
  /** how long a write took to reach the disk */
  readonly tookMs: number
  /** how far the database's clock is off */
  readonly skewMs: number
  /** what the data have, and what this program needs */
  readonly schema: { readonly found: number; readonly needed: number }
  readonly mailLeaves: boolean
  /** how long the oldest mail that nobody tried to send has waited */
  readonly untriedMs: number
  /** how long the oldest job that nobody takes has been due */
  readonly dueMs: number
  /** where the database's disk is not this machine's: elsewhere; where it could not be asked: unknown */
  readonly freeBytes: number | 'elsewhere' | 'unknown'
}

/** `bad`: the installation is not ready. `watch`: it works, and somebody should look before it does not. */
export type Standing = 'good' | 'watch' | 'bad'

interface Judged {
  readonly standing: Standing
  /** milliseconds, bytes, a version; null where nothing could be measured */
  readonly measured: number | null
  /** from where on it is bad, in the same unit */
  readonly limit: number
}

/**
 * The parts of readiness (rule R36). `/readyz` is no where one of them is bad, and the operator's page shows each of them
 * with words of its own, which its types ask for: a part that is added here cannot be left out there.
 */
export const readinessParts = {
  quarantine: ({ isQuarantined }) => ({ standing: goodIf(!isQuarantined), measured: Number(isQuarantined), limit: 1 }),
  database: ({ tookMs }) => ({ standing: tookMs < slowWriteMs ? 'good' : 'watch', measured: tookMs, limit: slowWriteMs }),
  schema: ({ schema: { found, needed } }) => ({ standing: goodIf(found === needed), measured: found, limit: needed }),
  clock: ({ skewMs }) => ({ standing: goodIf(skewMs <= mostSkewMs), measured: skewMs, limit: mostSkewMs }),
  disk: ({ freeBytes }) => ({ standing: roomOf(freeBytes), measured: typeof freeBytes === 'number' ? freeBytes : null, limit: leastFreeBytes }),
  jobs: ({ dueMs }) => ({ standing: goodIf(dueMs <= longestDueMs), measured: dueMs, limit: longestDueMs }),
  mails: ({ mailLeaves, untriedMs }) => ({ standing: goodIf(!mailLeaves || untriedMs <= longestUntriedMs), measured: untriedMs, limit: longestUntriedMs }),
} as const satisfies Record<string, (vitals: Vitals) => Judged>

export type ReadinessPartName = keyof typeof readinessParts

export interface ReadinessPart extends Judged {
  readonly name: ReadinessPartName
}

export const readinessPartNames = Object.keys(readinessParts) as ReadinessPartName[]

export function judgeReadiness(vitals: Vitals): ReadinessPart[] {
  return readinessPartNames.map((name) => ({ name, ...readinessParts[name](vitals) }))
}

function goodIf(isGood: boolean): Standing {
  return isGood ? 'good' : 'bad'
}

function roomOf(freeBytes: Vitals['freeBytes']): Standing {
  if (freeBytes === 'elsewhere') return 'good'
  if (freeBytes === 'unknown' || freeBytes < leastFreeBytes) return 'bad'
  return freeBytes < littleFreeBytes ? 'watch' : 'good'
}
