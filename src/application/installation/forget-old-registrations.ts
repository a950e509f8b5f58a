import { keptDays } from '../../domain/personal-data/erasing.ts'
import { forgetRegistrations } from '../../store/retention-store.ts'
import type { UseCase } from '../use-case.ts'

/** Names and addresses of somebody who never finished are nobody's business for longer (rule R34). */
export const forgetOldRegistrations: UseCase<void, number> = {
  action: 'installation.run',
  run: ({ trx, now }) => forgetRegistrations(trx, new Date(now.getTime() - keptDays.registrations * 86_400_000)),
}
