import { keptDays } from '../../domain/personal-data/erasing.ts'
import { forgetOneTimeSecrets } from '../../store/retention-store.ts'
import type { UseCase } from '../use-case.ts'

/** Kept a while beyond their end, so that what became of a link can be told. */
export const forgetOldOneTimeSecrets: UseCase<void, number> = {
  action: 'installation.run',
  run: ({ trx, now }) => forgetOneTimeSecrets(trx, new Date(now.getTime() - keptDays.oneTimeSecrets * 86_400_000)),
}
