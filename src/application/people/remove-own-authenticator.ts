import { DomainError } from '../../domain/errors.ts'
import { eventOf } from '../../domain/people/decide.ts'
import { mustHaveSecondFactor } from '../../domain/people/session.ts'
import { removeTotp } from '../../store/credential-store.ts'
import { lockPersonOf } from '../../store/person-store.ts'
import type { UseCase } from '../use-case.ts'

/** Only where nobody demands one, or a passkey remains. A password too short to stand alone asks for another at the next sign-in. */
export const removeOwnAuthenticator: UseCase<void, void> = {
  action: 'self.secure',

  async run(work) {
    const person = await lockPersonOf(work.trx, work.person.tenantId, work.person.personId)
    if (mustHaveSecondFactor(work.person, work.manifest) && !person.hasPasskey) {
      throw new DomainError('invalidTransition', 'The second factor is mandatory here.', { reason: 'secondFactorMandatory' })
    }
    if (!(await removeTotp(work.trx, person))) throw new DomainError('invalidTransition', 'There is no second factor.', { reason: 'noSecondFactor' })
    await work.record(eventOf(person, 'person.secondFactorRemoved'))
  },
}
