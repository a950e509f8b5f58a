import { eventOf } from '../../domain/people/decide.ts'
import { refuseEscalation } from '../../domain/people/role-rules.ts'
import { personTransitions } from '../../domain/people/transitions.ts'
import { transition } from '../../domain/transition.ts'
import { lockPersonOf } from '../../store/person-store.ts'
import { findOwnTenant } from '../../store/tenant-store.ts'
import type { UseCase } from '../use-case.ts'
import { currentChanger } from './changer.ts'
import { mailInvitation } from './invite-person.ts'
import { ownRights } from './people-side.ts'
import { type ShownPerson, showPerson } from './shown-person.ts'

/** A fresh link for somebody who has not joined yet; the one before ends. */
export const resendPersonInvitation: UseCase<{ readonly id: string }, ShownPerson> = {
  action: 'person.invite',
  changesPeople: true,

  async run(work, { id }) {
    const { tenantId } = work.person
    const changer = await currentChanger(work, 'person.invite')
    const person = await lockPersonOf(work.trx, tenantId, id)
    refuseEscalation(changer, person.roles)
    transition(personTransitions, person.status, 'resendInvitation')
    await mailInvitation(work, person, await findOwnTenant(work.trx, tenantId))
    await work.record(eventOf(person, 'person.invited', { again: true }))
    return showPerson(work, { tenantId, by: work.person, may: ownRights(work.person.roles) }, person)
  },
}
