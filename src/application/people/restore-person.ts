import { restore } from '../../domain/people/decide.ts'
import { personEverOf, takeUserName, updatePerson } from '../../store/person-store.ts'
import { findOwnTenant } from '../../store/tenant-store.ts'
import { giveLicensesBack } from '../licenses/leaving-licenses.ts'
import { type PersonWithCredentials, withCredentials } from './issued-credentials.ts'
import { onCustomersPeople, onOwnPeople, type PeopleAct } from './people-side.ts'
import { ownUserName } from './person-wish.ts'
import { newTemporaryPassword, type TemporaryPassword } from './temporary-password.ts'

export interface RestorePersonInput {
  readonly id: string
  /** another user name, where somebody else has taken the one from before */
  readonly userPrincipalName?: string | undefined
  readonly temporary?: TemporaryPassword | undefined
}

/** With the SKUs of the licenses that somebody had before and that have no seat left. */
export interface RestoredPerson extends PersonWithCredentials {
  readonly licensesNotGivenBack: readonly string[]
}

/** Within 30 days of deletion: the same person as before, with names, history and the licenses there are seats for, without roles and with a temporary password. */
const restoration: PeopleAct<RestorePersonInput, RestoredPerson> = {
  own: 'person.update',
  onBehalf: 'directoryUser.update',
  changes: true,
  prepare: async (env, input) => ({ ...input, temporary: await newTemporaryPassword(env) }),

  async run(work, side, { id, userPrincipalName, temporary }) {
    const tenant = await findOwnTenant(work.trx, side.tenantId)
    const changer = await side.changer()
    const person = await personEverOf(work.trx, side.tenantId, id, { hold: true })
    const name = ownUserName(userPrincipalName ?? person.userPrincipalName, tenant)
    const { next, events } = restore(person, changer, { userPrincipalName: name, now: work.now })
    await takeUserName(work.trx, person, name)
    const saved = await updatePerson(work.trx, next, person.version)
    for (const event of events) side.record(event)
    const licensesNotGivenBack = await giveLicensesBack(work, side, id)
    return { ...(await withCredentials(work, side, saved, temporary!)), licensesNotGivenBack }
  },
}

export const restorePerson = onOwnPeople(restoration)
export const restoreCustomersPerson = onCustomersPeople(restoration)
