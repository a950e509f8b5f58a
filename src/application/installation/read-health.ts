import { feelPulse, jobCounts, type JobCount } from '../../store/installation-store.ts'
import { countInstallation } from '../../store/operator-store.ts'
import type { UseCase } from '../use-case.ts'
import { longestUntriedMs, mostSkewMs, skewOf } from './readiness.ts'

/** One part of readiness (rule R36), for the operator; anonymous callers learn yes or no alone. */
export interface HealthPart {
  readonly name: 'database' | 'clock' | 'mails' | 'failedMails'
  readonly isGood: boolean
  /** milliseconds, or a count of mails */
  readonly measured: number
}

export interface Health {
  readonly schemaVersion: number
  readonly parts: readonly HealthPart[]
  readonly jobs: readonly JobCount[]
}

interface HealthInput {
  readonly felt?: { readonly tookMs: number; readonly skewMs: number; readonly waitedMs: number; readonly schemaVersion: number }
}

/** The parts of readiness with what was measured just now, and what waits in the job queue. */
export const readHealth: UseCase<HealthInput, Health> = {
  action: 'operator.read',

  // Outside the transaction of the act: what is felt is a write that reaches the disk.
  async prepare(env) {
    const before = env.clock()
    const pulse = await feelPulse(env.database, before)
    const now = env.clock()
    const waitedMs = pulse.untriedMailSince ? Math.max(0, now.getTime() - pulse.untriedMailSince.getTime()) : 0
    return { felt: { tookMs: now.getTime() - before.getTime(), skewMs: skewOf(pulse.databaseTime, before, now), waitedMs, schemaVersion: pulse.schemaVersion } }
  },

  async run({ trx, env }, { felt }) {
    const [counts, jobs] = await Promise.all([countInstallation(trx), jobCounts(trx)])
    const { tookMs, skewMs, waitedMs, schemaVersion } = felt!
    return {
      schemaVersion,
      parts: [
        { name: 'database', isGood: tookMs < 2_000, measured: tookMs },
        { name: 'clock', isGood: skewMs <= mostSkewMs, measured: skewMs },
        { name: 'mails', isGood: !env.mailLeaves || waitedMs <= longestUntriedMs, measured: waitedMs },
        { name: 'failedMails', isGood: counts.mailsFailed === 0, measured: counts.mailsFailed },
      ],
      jobs,
    }
  },
}
