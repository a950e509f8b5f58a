import type { Passkey } from '../../domain/people/passkey.ts'
import { listPasskeysOf } from '../../store/passkey-store.ts'
import type { UseCase } from '../use-case.ts'

/** One's own, the oldest first; never more than `mostPasskeys`. */
export const listPasskeys: UseCase<void, readonly Passkey[]> = {
  action: 'self.read',

  run: ({ trx, person }) => listPasskeysOf(trx, { id: person.personId, tenantId: person.tenantId }),
}
