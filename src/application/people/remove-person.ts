import { remove } from '../../domain/people/decide.ts'
import { forgetRecoveryCodes } from '../../store/credential-store.ts'
import { forgetNotificationsOf } from '../../store/notification-store.ts'
import { endOneTimeSecretsOf } from '../../store/one-time-secret-store.ts'
import { unlinkIdentity } from '../../store/outside-identity-store.ts'
import { deletePasskeysOf } from '../../store/passkey-store.ts'
import { lockPersonOf, stripPerson, updatePerson } from '../../store/person-store.ts'
import { endSessionsOf } from '../../store/session-store.ts'
import { leaveLicenses } from '../licenses/leaving-licenses.ts'
import { keepAnAdministrator } from './changer.ts'
import { onCustomersPeople, onOwnPeople, type PeopleAct } from './people-side.ts'

/**
 * Whoever leaves. Sessions, tokens, links and everything that opened the account end at once, also for requests under way.
 * What they did keeps their name; what they began stays the organization's, for a colleague to go on with. For 30 days they
 * can be restored.
 */
const removal: PeopleAct<{ readonly id: string }, void> = {
  own: 'person.update',
  onBehalf: 'directoryUser.update',
  changes: true,

  async run(work, side, { id }) {
    const { tenantId } = side
    const now = work.env.clock()
    const changer = await side.changer(id)
    const person = await lockPersonOf(work.trx, tenantId, id)
    const decided = remove(person, changer, work.now)
    await keepAnAdministrator(work, person, decided)
    await updatePerson(work.trx, decided.next, person.version)
    await stripPerson(work.trx, person)
    await leaveLicenses(work, side, id)
    await deletePasskeysOf(work.trx, person)
    await unlinkIdentity(work.trx, tenantId, id)
    await forgetRecoveryCodes(work.trx, person)
    await forgetNotificationsOf(work.trx, person)
    await endSessionsOf(work.trx, tenantId, id, { now })
    await endOneTimeSecretsOf(work.trx, { tenantId, personId: id }, now)
    for (const event of decided.events) side.record(event)
  },
}

export const removePerson = onOwnPeople(removal)
export const removeCustomersPerson = onCustomersPeople(removal)
