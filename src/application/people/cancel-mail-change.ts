import { endOneTimeSecretsOf } from '../../store/one-time-secret-store.ts'
import type { UseCase } from '../use-case.ts'

/** The address before stays; the link that was mailed ends. A second time changes nothing. */
export const cancelMailChange: UseCase<void, void> = {
  action: 'self.update',

  async run({ trx, env, person: { tenantId, personId } }) {
    await endOneTimeSecretsOf(trx, { tenantId, personId }, env.clock(), 'mailConfirmation')
  },
}
