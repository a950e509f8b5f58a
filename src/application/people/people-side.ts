import { DomainError } from '../../domain/errors.ts'
import type { EventDraft } from '../../domain/events.ts'
import type { Changer, MayDo } from '../../domain/people/decide.ts'
import type { Action } from '../../domain/permissions.ts'
import { delegatedRolesOf, mightAllow } from '../../domain/rights.ts'
import { claimPerson, lockAdministration } from '../../store/person-store.ts'
import { enterTenant } from '../../store/tenant-store.ts'
import { verdictOn } from '../customers/customer-rights.ts'
import type { Environment } from '../environment.ts'
import { bothSides } from '../invitations/carry-out.ts'
import type { UseCase, Work } from '../use-case.ts'
import { changerOf, currentChanger } from './changer.ts'

/** Whose people an act is about: one's own organization's, or a customer's on whose behalf somebody acts. */
export interface PeopleSide {
  /** the organization in whose name the transaction acts until the act is done */
  readonly tenantId: string
  /** who acts, by the roles they have there now */
  readonly by: Changer
  readonly may: MayDo
  /** under the lock on the administration there, with the roles of this moment; `whom` ends what that person is doing first */
  changer(whom?: string): Promise<Changer>
  /** kept until the act is done, then recorded for everybody concerned */
  record(event: EventDraft): void
  /** the same for many people at once, of which nobody is told */
  recordMany(events: readonly EventDraft[]): void
}

/** One act on people, written once for both sides (decision 39). */
export interface PeopleAct<Input, Output> {
  /** the line of the permission table in one's own organization, and on behalf of a customer */
  readonly own: Action
  readonly onBehalf: Action
  /** reads who acts under the lock on the administration (`changer`) */
  readonly changes?: true
  prepare?(env: Environment, input: Input): Promise<Input>
  run(work: Work, side: PeopleSide, input: Input): Promise<Output>
}

/** The act on the people of one's own organization. */
export function onOwnPeople<Input, Output>(act: PeopleAct<Input, Output>): UseCase<Input, Output> {
  return {
    action: act.own,
    ...(act.changes && { changesPeople: true as const }),
    ...(act.prepare && { prepare: (env, _actor, input) => act.prepare!(env, input) }),

    async run(work, input) {
      const kept = emptyRecord()
      const { person } = work
      const side: PeopleSide = {
        tenantId: person.tenantId,
        by: person,
        may: ownRights(person.roles),
        changer: (whom) => (whom === undefined ? currentChanger(work, act.own) : changerOf(work, act.own, whom)),
        ...recordingInto(kept),
      }
      const output = await act.run(work, side, input)
      for (const event of kept.events) await work.record(event)
      await work.recordMany(kept.silent)
      return output
    },
  }
}

/**
 * The act on a customer's people, under delegated admin privileges. They are held until it has committed, so that a removal
 * waits for it or stops it (rule R10); both sides read who did what and under which right.
 */
export function onCustomersPeople<Input, Output>(act: PeopleAct<Input, Output>): UseCase<Input & { readonly customerId: string }, Output> {
  return {
    action: act.onBehalf,
    customer: ({ customerId }) => customerId,
    ...(act.prepare && { prepare: async (env, _actor, input) => ({ ...input, ...(await act.prepare!(env, input)) }) }),

    async run(work, input) {
      const { trx, person } = work
      const { customerId } = input
      refuseElsewhere(work, act.onBehalf)
      const kept = emptyRecord()
      await enterTenant(trx, customerId)
      const output = await act.run(work, customersSide(work, customerId, kept), input)
      await enterTenant(trx, person.tenantId)
      await recordForBoth(work, customerId, { action: act.onBehalf, kept })
      return output
    },
  }
}

/** What an act has to say, until it is done. */
interface Kept {
  readonly events: EventDraft[]
  readonly silent: EventDraft[]
}

const emptyRecord = (): Kept => ({ events: [], silent: [] })

function recordingInto({ events, silent }: Kept): Pick<PeopleSide, 'record' | 'recordMany'> {
  return { record: (event) => void events.push(event), recordMany: (many) => void silent.push(...many) }
}

function customersSide(work: Work, customerId: string, kept: Kept): PeopleSide {
  const { trx, person } = work
  const by: Changer = { personId: person.personId, roles: delegatedRolesOf(person.roles), isOnBehalf: true }
  return {
    tenantId: customerId,
    by,
    may: rightsOnBehalf(work, customerId),
    async changer(whom) {
      // Roles and privileges of whoever acts were read anew and are held since this transaction began (hold-actor, judge).
      if (whom !== undefined) await claimPerson(trx, whom)
      await lockAdministration(trx, customerId)
      return by
    },
    ...recordingInto(kept),
  }
}

async function recordForBoth(work: Work, customerId: string, { action, kept: { events, silent } }: { readonly action: Action; readonly kept: Kept }): Promise<void> {
  const readers = bothSides(work.person.tenantId, customerId)
  for (const event of events) await work.record({ ...event, readers, through: 'privileges' })
  await work.recordMany(silent.map((event) => ({ ...event, readers, through: 'privileges' as const })))
  if (events.length + silent.length === 0) return
  const services = work.held?.privilegedServices ?? []
  await work.record({ type: 'privileges.used', resource: { type: 'tenant', id: customerId }, readers, data: { action, services }, through: 'privileges' })
}

export function ownRights(roles: readonly string[]): MayDo {
  const update = mightAllow(roles, 'person.update')
  return { invite: mightAllow(roles, 'person.invite'), update, changeRoles: update, resetPassword: mightAllow(roles, 'person.resetPassword'), endSessions: mightAllow(roles, 'person.endSessions') }
}

function rightsOnBehalf(work: Work, customerId: string): MayDo {
  const { customerUsersInPartnerPortal: isHere, partnerMayResetPasswords } = work.manifest
  const may = (action: Action) => isHere && verdictOn(work, customerId, action).allowed
  return {
    invite: may('directoryUser.create'),
    update: may('directoryUser.update'),
    changeRoles: may('directoryUser.changeRoles'),
    resetPassword: partnerMayResetPasswords && may('directoryUser.resetPassword'),
    endSessions: may('directoryUser.endSessions'),
  }
}

/** In some clouds customers' users are read here and managed in another portal (E.1, S2.L4). */
function refuseElsewhere({ manifest }: Work, action: Action): void {
  if (action === 'directoryUser.list' || action === 'directoryUser.readLicenses') return
  if (!manifest.customerUsersInPartnerPortal) throw new DomainError('notAllowed', 'Customers’ users are managed in another portal.', { reason: 'usersManagedElsewhere', action })
  if (action === 'directoryUser.resetPassword' && !manifest.partnerMayResetPasswords) {
    throw new DomainError('notAllowed', 'Partners reset no passwords in this cloud.', { reason: 'passwordResetElsewhere', action })
  }
}
