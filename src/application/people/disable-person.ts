import { disable } from '../../domain/people/decide.ts'
import { endOneTimeSecretsOf } from '../../store/one-time-secret-store.ts'
import { lockPersonOf, updatePerson } from '../../store/person-store.ts'
import { endSessionsOf } from '../../store/session-store.ts'
import type { UseCase } from '../use-case.ts'
import { changerOf, keepAnAdministrator } from './changer.ts'
import { type ShownPerson, showPerson } from './shown-person.ts'

/** Whoever leaves: sessions, tokens, invitations and resets end with this, on the very next request. */
export const disablePerson: UseCase<{ readonly id: string }, ShownPerson> = {
  action: 'person.update',
  changesPeople: true,

  async run(work, { id }) {
    const { tenantId } = work.person
    const changer = await changerOf(work, 'person.update', id)
    const person = await lockPersonOf(work.trx, tenantId, id)
    const decided = disable(person, changer)
    await keepAnAdministrator(work, person, decided)
    const saved = await updatePerson(work.trx, decided.next, person.version)
    const now = work.env.clock()
    await endSessionsOf(work.trx, tenantId, id, { now })
    await endOneTimeSecretsOf(work.trx, { tenantId, personId: id }, now)
    for (const event of decided.events) await work.record(event)
    return showPerson(work, saved)
  },
}
