import { DomainError } from '../../domain/errors.ts'
import { eventOf } from '../../domain/people/decide.ts'
import { lockPersonOf } from '../../store/person-store.ts'
import type { UseCase } from '../use-case.ts'
import { freshRecoveryCodes } from './confirm-authenticator.ts'

/** Ten fresh codes, shown once; those before end. */
export const renewRecoveryCodes: UseCase<void, { readonly recoveryCodes: readonly string[] }> = {
  action: 'self.secure',

  async run(work) {
    const person = await lockPersonOf(work.trx, work.person.tenantId, work.person.personId)
    if (!person.hasTotp && !person.hasPasskey) throw new DomainError('invalidTransition', 'There is no second factor.', { reason: 'noSecondFactor' })
    const recoveryCodes = await freshRecoveryCodes(work, person)
    await work.record(eventOf(person, 'person.updated', { changed: ['recoveryCodes'] }))
    return { recoveryCodes }
  },
}
