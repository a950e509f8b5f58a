import { feelPulse } from '../../store/installation-store.ts'
import type { Environment } from '../environment.ts'

/** Beyond this, expiry by the one clock and by the other would disagree (rule R27). */
export const mostSkewMs = 2_000
/** A mail that nobody even tried to send for so long: the jobs do not run. A mail server that is down does not count. */
export const longestUntriedMs = 5 * 60_000
/** Health checks are anonymous and may come often; the database is asked at most so often. */
const keptMs = 500

/**
 * Whether the product can do its work (rule R36): a write reaches the disk, the schema is this program's, clocks agree,
 * mails are being worked off. What was restored is not ready before it is released (rule R33).
 */
export function readiness(env: Environment, schemaVersion: number): { isReady(): Promise<boolean>; isQuarantined(): boolean } {
  let last: { at: number; answer: Promise<boolean> } | undefined
  return {
    isQuarantined: () => env.isQuarantined === true,
    isReady() {
      if (env.isQuarantined) return Promise.resolve(false)
      const at = env.clock().getTime()
      if (!last || at - last.at >= keptMs || at < last.at) last = { at, answer: check(env, schemaVersion) }
      return last.answer
    },
  }
}

async function check(env: Environment, schemaVersion: number): Promise<boolean> {
  try {
    const before = env.clock()
    const pulse = await feelPulse(env.database, before)
    const now = env.clock()
    const skewMs = skewOf(pulse.databaseTime, before, now)
    const waitedMs = pulse.untriedMailSince ? now.getTime() - pulse.untriedMailSince.getTime() : 0
    const isReady = skewMs <= mostSkewMs && pulse.schemaVersion === schemaVersion && (!env.mailLeaves || waitedMs <= longestUntriedMs)
    if (!isReady) env.log.warn({ skewMs, version: pulse.schemaVersion, seconds: Math.round(waitedMs / 1_000) }, 'not ready')
    return isReady
  } catch (error) {
    env.log.warn({ error: String(error) }, 'not ready: the database does not answer')
    return false
  }
}

/** How far the database's clock lies outside the time in which it was asked. */
export function skewOf(asked: Date, before: Date, after: Date): number {
  return Math.max(0, before.getTime() - asked.getTime(), asked.getTime() - after.getTime())
}
