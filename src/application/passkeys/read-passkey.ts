import type { Passkey } from '../../domain/people/passkey.ts'
import { findPasskey } from '../../store/passkey-store.ts'
import type { UseCase } from '../use-case.ts'

/** One of one's own, with the version to change. */
export const readPasskey: UseCase<{ readonly id: string }, Passkey> = {
  action: 'self.read',

  run: ({ trx, person }, { id }) => findPasskey(trx, { id: person.personId, tenantId: person.tenantId }, id),
}
