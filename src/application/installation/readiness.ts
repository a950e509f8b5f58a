import { judgeReadiness, type Vitals } from '../../domain/readiness.ts'
import { feelPulse } from '../../store/installation-store.ts'
import type { Environment } from '../environment.ts'

/** Health checks are anonymous and may come often; the database is asked at most so often. */
const keptMs = 500

/**
 * Whether the product can do its work (rule R36): a write reaches the disk and there is room for more, the schema is this
 * program's, clocks agree, mails and jobs are being worked off. The audit trail has no lag: events are written by the
 * transaction of the act. What was restored is not ready before it is released (rule R33).
 */
export function readiness(env: Environment): { isReady(): Promise<boolean>; isQuarantined(): boolean } {
  let last: { at: number; answer: Promise<boolean> } | undefined
  return {
    isQuarantined: () => env.isQuarantined === true,
    isReady() {
      if (env.isQuarantined) return Promise.resolve(false)
      const at = env.clock().getTime()
      if (!last || at - last.at >= keptMs || at < last.at) last = { at, answer: check(env) }
      return last.answer
    },
  }
}

async function check(env: Environment): Promise<boolean> {
  try {
    const vitals = await takeVitals(env)
    const reasons = judgeReadiness(vitals).filter(({ standing }) => standing === 'bad').map(({ name }) => name)
    if (reasons.length > 0) env.log.warn({ reason: reasons.join(), ...measuresOf(vitals) }, 'not ready')
    return reasons.length === 0
  } catch (error) {
    env.log.warn({ error: String(error) }, 'not ready: the database does not answer')
    return false
  }
}

/** Outside any transaction of an act: what is felt is a write that reaches the disk. Throws where the database does not answer. */
export async function takeVitals(env: Environment): Promise<Vitals> {
  const { schemaVersion, freeBytes } = env.ground
  const before = env.clock()
  const [pulse, free] = await Promise.all([feelPulse(env.database, before), freeBytes ? freeBytes().catch(() => 'unknown' as const) : ('elsewhere' as const)])
  const now = env.clock()
  const since = (at: Date | null) => (at ? Math.max(0, now.getTime() - at.getTime()) : 0)
  return {
    isQuarantined: env.isQuarantined === true,
    tookMs: now.getTime() - before.getTime(),
    skewMs: skewOf(pulse.databaseTime, before, now),
    schema: { found: pulse.schemaVersion, needed: schemaVersion },
    mailLeaves: env.mailLeaves,
    untriedMs: since(pulse.untriedMailSince),
    dueMs: since(pulse.dueJobSince),
    freeBytes: free,
  }
}

/** Numbers alone, for the log. */
function measuresOf({ skewMs, schema, untriedMs, dueMs, freeBytes }: Vitals): Record<string, number> {
  const inSeconds = (milliseconds: number) => Math.round(milliseconds / 1_000)
  return {
    skewMs,
    version: schema.found,
    seconds: inSeconds(untriedMs),
    lagSeconds: inSeconds(dueMs),
    ...(typeof freeBytes === 'number' && { freeMb: Math.round(freeBytes / 1024 ** 2) }),
  }
}

/** How far the database's clock lies outside the time in which it was asked. */
function skewOf(asked: Date, before: Date, after: Date): number {
  return Math.max(0, before.getTime() - asked.getTime(), asked.getTime() - after.getTime())
}
