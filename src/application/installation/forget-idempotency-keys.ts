import { forgetKeys } from '../../store/idempotency-store.ts'
import type { UseCase } from '../use-case.ts'

/** The stored effect of a key lives 30 days or 24 hours (decision 20); then the key is free again. */
export const forgetIdempotencyKeys: UseCase<void, number> = {
  action: 'installation.run',

  async run({ trx, now }) {
    await forgetKeys(trx, now)
    return 0
  },
}
