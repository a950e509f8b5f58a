import { feelPulse } from '../../store/installation-store.ts'
import type { Environment } from '../environment.ts'

/** Beyond this, expiry by the one clock and by the other would disagree (rule R27). */
export const mostSkewMs = 2_000
/** A mail that nobody even tried to send for so long: the jobs do not run. A mail server that is down does not count. */
export const longestUntriedMs = 5 * 60_000
/** No task takes so long: a job that was due for longer is taken by nobody. */
export const longestDueMs = 15 * 60_000
/** PostgreSQL stops when its disk is full; below this, answering would only hasten it. */
export const leastFreeBytes = 256 * 1024 ** 2
/** Health checks are anonymous and may come often; the database is asked at most so often. */
const keptMs = 500

interface Standing {
  /** newest migration of this program */
  readonly schemaVersion: number
  /** where the database's disk is this machine's */
  readonly freeBytes?: () => Promise<number>
}

/**
 * Whether the product can do its work (rule R36): a write reaches the disk and there is room for more, the schema is this
 * program's, clocks agree, mails and jobs are being worked off. The audit trail has no lag: events are written by the
 * transaction of the act. What was restored is not ready before it is released (rule R33).
 */
export function readiness(env: Environment, standing: Standing): { isReady(): Promise<boolean>; isQuarantined(): boolean } {
  let last: { at: number; answer: Promise<boolean> } | undefined
  return {
    isQuarantined: () => env.isQuarantined === true,
    isReady() {
      if (env.isQuarantined) return Promise.resolve(false)
      const at = env.clock().getTime()
      if (!last || at - last.at >= keptMs || at < last.at) last = { at, answer: check(env, standing) }
      return last.answer
    },
  }
}

async function check(env: Environment, { schemaVersion, freeBytes }: Standing): Promise<boolean> {
  try {
    const before = env.clock()
    const [pulse, free] = await Promise.all([feelPulse(env.database, before), freeBytes?.() ?? Infinity])
    const now = env.clock()
    const skewMs = skewOf(pulse.databaseTime, before, now)
    const waitedMs = pulse.untriedMailSince ? now.getTime() - pulse.untriedMailSince.getTime() : 0
    const lagMs = pulse.dueJobSince ? now.getTime() - pulse.dueJobSince.getTime() : 0
    const reasons = [
      skewMs > mostSkewMs && 'clock',
      pulse.schemaVersion !== schemaVersion && 'schema',
      env.mailLeaves && waitedMs > longestUntriedMs && 'mails',
      lagMs > longestDueMs && 'jobs',
      free < leastFreeBytes && 'disk',
    ].filter(Boolean)
    if (reasons.length > 0) {
      const seconds = Math.round(waitedMs / 1_000)
      env.log.warn({ reason: reasons.join(), skewMs, version: pulse.schemaVersion, seconds, lagSeconds: Math.round(lagMs / 1_000), freeMb: Math.round(free / 1024 ** 2) }, 'not ready')
    }
    return reasons.length === 0
  } catch (error) {
    env.log.warn({ error: String(error) }, 'not ready: the database does not answer')
    return false
  }
}

/** How far the database's clock lies outside the time in which it was asked. */
export function skewOf(asked: Date, before: Date, after: Date): number {
  return Math.max(0, before.getTime() - asked.getTime(), asked.getTime() - after.getTime())
}
