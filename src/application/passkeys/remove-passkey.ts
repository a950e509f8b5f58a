import { DomainError } from '../../domain/errors.ts'
import { eventOf } from '../../domain/people/decide.ts'
import { mustHaveSecondFactor } from '../../domain/people/session.ts'
import { forgetRecoveryCodes } from '../../store/credential-store.ts'
import { deletePasskeysOf, listPasskeysOf } from '../../store/passkey-store.ts'
import { lockPersonOf } from '../../store/person-store.ts'
import type { UseCase } from '../use-case.ts'

/** It opens nothing from the next request on. The last one stays where a second factor is demanded and no authenticator is left. */
export const removePasskey: UseCase<{ readonly id: string }, void> = {
  action: 'self.secure',

  async run(work, { id }) {
    const person = await lockPersonOf(work.trx, work.person.tenantId, work.person.personId)
    const passkeys = await listPasskeysOf(work.trx, person)
    if (!passkeys.some((passkey) => passkey.id === id)) throw new DomainError('notFound', 'No such passkey.')
    const isLastFactor = passkeys.length === 1 && !person.hasTotp
    if (isLastFactor && mustHaveSecondFactor(work.person, work.manifest)) {
      throw new DomainError('invalidTransition', 'The second factor is mandatory here.', { reason: 'secondFactorMandatory' })
    }
    await deletePasskeysOf(work.trx, person, id)
    if (isLastFactor) await forgetRecoveryCodes(work.trx, person)
    await work.record(eventOf(person, 'person.passkeyRemoved'))
  },
}
