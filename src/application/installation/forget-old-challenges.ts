import { forgetChallenges, forgetOutsideSignIns } from '../../store/retention-store.ts'
import type { UseCase } from '../use-case.ts'

/** Challenges for passkeys and ways out to providers that nobody came back from; they open nothing since their end. */
export const forgetOldChallenges: UseCase<void, number> = {
  action: 'installation.run',
  run: async ({ trx, env }) => (await forgetChallenges(trx, env.clock())) + (await forgetOutsideSignIns(trx, env.clock())),
}
