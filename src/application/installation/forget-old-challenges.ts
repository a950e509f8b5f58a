import { forgetChallenges } from '../../store/retention-store.ts'
import type { UseCase } from '../use-case.ts'

/** Challenges for passkeys that nobody brought back; they open nothing since their end. */
export const forgetOldChallenges: UseCase<void, number> = {
  action: 'installation.run',
  run: ({ trx, env }) => forgetChallenges(trx, env.clock()),
}
