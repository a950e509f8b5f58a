import { forgetNotifications } from '../../store/retention-store.ts'
import type { UseCase } from '../use-case.ts'

/** Long enough to come back from a leave; what happened stays in the activity. */
export const keptDays = 180

/** A batch at a time; gives back how many. */
export const forgetOldNotifications: UseCase<void, number> = {
  action: 'installation.run',

  run: ({ trx, now }) => forgetNotifications(trx, new Date(now.getTime() - keptDays * 86_400_000)),
}
