import { DomainError } from '../../domain/errors.ts'
import { eventOf } from '../../domain/people/decide.ts'
import { administratorRoles, isAdministrator } from '../../domain/people/role-rules.ts'
import { personByName } from '../../store/operator-store.ts'
import { countHolders, lockAdministration, lockPersonOf } from '../../store/person-store.ts'
import { endSessionsOf } from '../../store/session-store.ts'
import { takeSecondFactor } from '../people/remove-second-factor.ts'
import { nameKey } from '../sign-in/sign-in.ts'
import type { UseCase } from '../use-case.ts'
import { plainNote } from './plain-note.ts'
import { recordForOperators } from './tell-operators.ts'

export interface RemoveAdministratorsSecondFactorInput {
  readonly userPrincipalName: string
  /** how the operator made sure who asks; kept with the act */
  readonly checkedHow: string
  /** said where other administrators are there and cannot help either */
  readonly colleaguesCannot?: boolean | undefined
}

/**
 * For the last administrator of an organization, who lost authenticator, passkeys and recovery codes. Everybody else is
 * helped by a colleague. The password is still asked; organization and operators read it, and the person is told by mail.
 */
export const removeAdministratorsSecondFactor: UseCase<RemoveAdministratorsSecondFactorInput, { readonly personId: string; readonly displayName: string }> = {
  action: 'person.recover',

  async run(work, { userPrincipalName, checkedHow, colleaguesCannot = false }) {
    const { trx, env, actor } = work
    const note = plainNote(checkedHow)
    if (note === null) throw new DomainError('invalidInput', 'How was it checked who asks?', { reason: 'checkMissing', field: 'checkedHow' })
    const known = await personByName(trx, nameKey(userPrincipalName))
    if (!known) throw notThere()
    await lockAdministration(trx, known.tenantId)
    const person = await lockPersonOf(trx, known.tenantId, known.id)
    if (person.status !== 'active' || !isAdministrator(person.roles)) throw notThere()
    if (actor.kind === 'person' && actor.personId === person.id) throw new DomainError('invalidTransition', 'One’s own is removed under security.', { reason: 'ownAccount' })
    const held = administratorRoles.filter((role) => person.roles.includes(role))
    const holders = await countHolders(trx, person.tenantId, held)
    const hasColleague = held.some((role) => (holders[role] ?? 0) > 1)
    if (hasColleague && !colleaguesCannot) throw new DomainError('invalidTransition', 'A colleague can help.', { reason: 'colleagueCanHelp' })
    await takeSecondFactor(work, person)
    await endSessionsOf(trx, person.tenantId, person.id, { now: env.clock() })
    await recordForOperators(work, eventOf(person, 'person.secondFactorRemoved', { by: 'operator', checkedHow: note, ...(hasColleague && { colleaguesCannot }) }))
    return { personId: person.id, displayName: person.displayName }
  },
}

function notThere(): DomainError {
  return new DomainError('notFound', 'No active administrator has this name.', { reason: 'noSuchAdministrator' })
}
