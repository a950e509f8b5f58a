import { keptDays } from '../../domain/personal-data/erasing.ts'
import { forgetSessions } from '../../store/retention-store.ts'
import type { UseCase } from '../use-case.ts'

/** Sessions tell from where somebody signed in before; that is asked for some weeks and then no more (rule R34). */
export const forgetOldSessions: UseCase<void, number> = {
  action: 'installation.run',
  run: ({ trx, now }) => forgetSessions(trx, new Date(now.getTime() - keptDays.sessions * 86_400_000)),
}
