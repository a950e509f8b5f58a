import { DomainError } from '../../domain/errors.ts'
import { eventOf } from '../../domain/people/decide.ts'
import { refuseEscalation } from '../../domain/people/role-rules.ts'
import { forgetRecoveryCodes, removeTotp } from '../../store/credential-store.ts'
import { deletePasskeysOf } from '../../store/passkey-store.ts'
import { findPersonOf, lockPersonOf } from '../../store/person-store.ts'
import { endSessionsOf } from '../../store/session-store.ts'
import type { Person } from '../../domain/people/person.ts'
import type { UseCase, Work } from '../use-case.ts'
import { currentChanger } from './changer.ts'
import { ownRights } from './people-side.ts'
import { type ShownPerson, showPerson } from './shown-person.ts'

/**
 * For a colleague who lost authenticator, passkeys and recovery codes: all of them end. The password is still needed, and where the cloud wants a
 * second factor the next sign-in enrols another; the person is told by mail.
 */
export const removeSecondFactor: UseCase<{ readonly id: string }, ShownPerson> = {
  action: 'person.update',
  changesPeople: true,

  async run(work, { id }) {
    const { tenantId, personId } = work.person
    const changer = await currentChanger(work, 'person.update')
    const person = await lockPersonOf(work.trx, tenantId, id)
    refuseEscalation(changer, person.roles)
    if (id === personId) throw new DomainError('invalidTransition', 'One’s own is removed under security.', { reason: 'ownAccount' })
    await takeSecondFactor(work, person)
    await endSessionsOf(work.trx, tenantId, id, { now: work.env.clock() })
    await work.record(eventOf(person, 'person.secondFactorRemoved'))
    return showPerson(work, { tenantId, by: work.person, may: ownRights(work.person.roles) }, await findPersonOf(work.trx, tenantId, id))
  },
}

/** Authenticator, passkeys and recovery codes of the person, all at once; refuses where there is none. */
export async function takeSecondFactor({ trx }: Work, person: Person): Promise<void> {
  const passkeys = await deletePasskeysOf(trx, person)
  const hadTotp = await removeTotp(trx, person)
  if (!hadTotp && passkeys === 0) throw new DomainError('invalidTransition', 'There is no second factor.', { reason: 'noSecondFactor' })
  await forgetRecoveryCodes(trx, person)
}
