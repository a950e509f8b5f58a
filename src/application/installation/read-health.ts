import { judgeReadiness, type ReadinessPart, type Vitals } from '../../domain/readiness.ts'
import { jobCounts, type JobCount } from '../../store/installation-store.ts'
import { countInstallation } from '../../store/operator-store.ts'
import type { UseCase } from '../use-case.ts'
import { takeVitals } from './readiness.ts'

/** What somebody should look at although the installation is ready. */
export type FailedMails = Pick<ReadinessPart, 'standing' | 'measured' | 'limit'> & { readonly name: 'failedMails' }

export interface Health {
  /** as `/readyz` says it; why, only operators learn */
  readonly isReady: boolean
  readonly parts: readonly (ReadinessPart | FailedMails)[]
  readonly jobs: readonly JobCount[]
}

/** Every part of readiness with what was measured just now, and what waits in the job queue. */
export const readHealth: UseCase<{ readonly vitals?: Vitals }, Health> = {
  action: 'operator.read',

  async prepare(env) {
    return { vitals: await takeVitals(env) }
  },

  async run({ trx }, { vitals }) {
    const [{ mailsFailed }, jobs] = await Promise.all([countInstallation(trx), jobCounts(trx)])
    const parts = judgeReadiness(vitals!)
    return {
      isReady: parts.every(({ standing }) => standing !== 'bad'),
      parts: [...parts, { name: 'failedMails', standing: mailsFailed > 0 ? 'watch' : 'good', measured: Number(mailsFailed), limit: 1 }],
      jobs,
    }
  },
}
