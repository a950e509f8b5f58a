import { remove } from '../../domain/people/decide.ts'
import { forgetRecoveryCodes } from '../../store/credential-store.ts'
import { forgetNotificationsOf } from '../../store/notification-store.ts'
import { endOneTimeSecretsOf } from '../../store/one-time-secret-store.ts'
import { unlinkIdentity } from '../../store/outside-identity-store.ts'
import { deletePasskeysOf } from '../../store/passkey-store.ts'
import { lockPersonOf, stripPerson, updatePerson } from '../../store/person-store.ts'
import { endSessionsOf } from '../../store/session-store.ts'
import type { UseCase } from '../use-case.ts'
import { changerOf, keepAnAdministrator } from './changer.ts'

/**
 * Whoever leaves for good. Sessions, tokens, links and everything that opened the account end at once, also for requests
 * under way. What they did keeps their name; what they began stays the organization's, for a colleague to go on with.
 */
export const removePerson: UseCase<{ readonly id: string }, void> = {
  action: 'person.update',
  changesPeople: true,

  async run(work, { id }) {
    const { tenantId } = work.person
    const now = work.env.clock()
    const changer = await changerOf(work, 'person.update', id)
    const person = await lockPersonOf(work.trx, tenantId, id)
    const decided = remove(person, changer)
    await keepAnAdministrator(work, person, decided)
    await updatePerson(work.trx, decided.next, person.version)
    await stripPerson(work.trx, person)
    await deletePasskeysOf(work.trx, person)
    await unlinkIdentity(work.trx, tenantId, id)
    await forgetRecoveryCodes(work.trx, person)
    await forgetNotificationsOf(work.trx, person)
    await endSessionsOf(work.trx, tenantId, id, { now })
    await endOneTimeSecretsOf(work.trx, { tenantId, personId: id }, now)
    for (const event of decided.events) await work.record(event)
  },
}
