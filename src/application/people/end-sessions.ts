import { eventOf } from '../../domain/people/decide.ts'
import { refuseEscalation } from '../../domain/people/role-rules.ts'
import { lockPersonOf } from '../../store/person-store.ts'
import { endSessionsOf } from '../../store/session-store.ts'
import { onCustomersPeople, onOwnPeople, type PeopleAct } from './people-side.ts'

/** Signs somebody out everywhere; the next request with any of their sessions finds it ended. */
const signOut: PeopleAct<{ readonly id: string }, void> = {
  own: 'person.endSessions',
  onBehalf: 'directoryUser.endSessions',
  changes: true,

  async run(work, side, { id }) {
    const changer = await side.changer(id)
    const person = await lockPersonOf(work.trx, side.tenantId, id)
    refuseEscalation(changer, person.roles)
    const count = await endSessionsOf(work.trx, side.tenantId, id, { now: work.env.clock() })
    side.record(eventOf(person, 'person.sessionsEnded', { count }))
  },
}

export const endSessionsOfPerson = onOwnPeople(signOut)
export const endSessionsOfCustomersPerson = onCustomersPeople(signOut)
