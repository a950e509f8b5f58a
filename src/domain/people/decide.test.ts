import { describe, expect, it } from 'vitest'
import { DomainError } from '../errors.ts'
import { transition } from '../transition.ts'
import { disable, enable, personCan, refuseLastAdministrator, remove, resetPassword, restore, rolesLost, update } from './decide.ts'
import { type Person, type PersonStatus, personStatuses } from './person.ts'
import { fittingRoles, refuseEscalation, rolesOf } from './role-rules.ts'
import { personTransitions } from './transitions.ts'

const person: Person = {
  id: 'ana',
  tenantId: 'contoso',
  userPrincipalName: 'ana@contoso.example',
  displayName: 'Ana',
  firstName: null,
  lastName: null,
  usageLocation: null,
  mail: null,
  mailConfirmedAt: null,
  language: null,
  roles: ['salesAgent'],
  status: 'active',
  hasPassword: true,
  hasTotp: false,
  hasPasskey: false,
  createdAt: new Date(0),
  lastSignedInAt: null,
  removedAt: null,
  version: 1,
}
const admin = { personId: 'marta', roles: ['globalAdmin'] }
const userAdmin = { personId: 'luis', roles: ['userManagementAdmin'] }

function refusal(act: () => unknown): Record<string, unknown> {
  try {
    act()
  } catch (error) {
    if (error instanceof DomainError) return { code: error.code, reason: error.details.reason }
    throw error
  }
  return {}
}

describe('the table of people', () => {
  const allowed: Record<keyof typeof personTransitions, Partial<Record<PersonStatus, PersonStatus>>> = {
    resendInvitation: { invited: 'invited' },
    join: { invited: 'active' },
    disable: { invited: 'disabled', active: 'disabled' },
    enable: { disabled: 'active' },
    reopen: { disabled: 'invited' },
    resetPassword: { active: 'active' },
    reissuePassword: { invited: 'invited' },
    restore: { removed: 'invited' },
    remove: { invited: 'removed', active: 'removed', disabled: 'removed' },
    erase: { invited: 'erased', active: 'erased', disabled: 'erased', removed: 'erased' },
  }
  const actions = Object.keys(personTransitions) as (keyof typeof personTransitions)[]

  it.each(actions.flatMap((action) => personStatuses.map((status) => [action, status] as const)))('%s while %s', (action, status) => {
    const to = allowed[action][status]
    if (to) expect(transition(personTransitions, status, action)).toBe(to)
    else expect(() => transition(personTransitions, status, action)).toThrow(expect.objectContaining({ code: 'invalidTransition' }))
  })
})

describe('roles', () => {
  const partner = { partnerKinds: ['directBill'], isCustomer: false, isOperator: false }
  const customer = { partnerKinds: [], isCustomer: true, isOperator: false }

  it('of a tenant that is customer and partner are those of both', () => {
    expect(rolesOf({ ...partner, isCustomer: true })).toEqual([...rolesOf(partner), ...rolesOf(customer)])
  })

  it.each([
    ['a customer’s role at a partner', ['globalAdministrator'], partner],
    ['a partner’s role at a customer', ['adminAgent'], customer],
    ['the operator’s role at a partner', ['operator'], partner],
    ['an unknown role', ['owner'], partner],
    ['a role in another letter case', ['GlobalAdmin'], partner],
    ['a role that only an admin relationship gives', ['directoryReader'], customer],
    ['what everybody is', ['person'], partner],
  ])('that do not fit are refused: %s', (_title, roles, tenant) => {
    expect(refusal(() => fittingRoles(roles, tenant))).toEqual({ code: 'invalidInput', reason: 'roleNotFitting' })
  })

  it('are kept once each and in one order', () => {
    expect(fittingRoles(['salesAgent', 'globalAdmin', 'salesAgent'], partner)).toEqual(['globalAdmin', 'salesAgent'])
    expect(fittingRoles([], partner)).toEqual([])
  })

  it.each([
    ['gives an agent’s role', [['salesAgent'], ['adminAgent']], undefined],
    ['gives Global admin', [[], ['globalAdmin']], 'notAllowed'],
    ['takes Global admin', [['globalAdmin'], []], 'notAllowed'],
    ['changes a Global admin’s other roles', [['globalAdmin'], ['globalAdmin', 'salesAgent']], 'notAllowed'],
    ['gives a customer’s role in a dual tenant', [[], ['billingAdministrator']], 'notAllowed'],
    ['gives Global administrator in a dual tenant', [[], ['globalAdministrator']], 'notAllowed'],
  ] as const)('a User management admin who %s', (_title, concerned, code) => {
    expect(refusal(() => refuseEscalation(userAdmin, ...concerned)).code).toBe(code)
    expect(refusal(() => refuseEscalation(admin, ...concerned)).code).toBeUndefined()
  })
})

describe('changing a person', () => {
  it('tells what changed, roles apart from the name', () => {
    const { next, events } = update(person, { displayName: 'Ana María', roles: ['adminAgent'] }, admin)
    expect(next).toMatchObject({ displayName: 'Ana María', roles: ['adminAgent'] })
    expect(events.map(({ type, data }) => ({ type, data }))).toEqual([
      { type: 'person.updated', data: { changed: ['displayName'] } },
      { type: 'person.rolesChanged', data: { added: ['adminAgent'], removed: ['salesAgent'] } },
    ])
  })

  it('to what it is already records nothing', () => {
    expect(update(person, { displayName: 'Ana', roles: ['salesAgent'] }, admin).events).toEqual([])
  })

  it('takes an administrator’s role from nobody’s own hand', () => {
    const self = { ...person, id: 'marta', roles: ['globalAdmin'] as const }
    expect(refusal(() => update(self, { roles: [] }, admin))).toEqual({ code: 'lastAdministrator', reason: 'ownAdministratorRole' })
    expect(update(self, { roles: ['globalAdmin', 'salesAgent'] }, admin).next.roles).toEqual(['globalAdmin', 'salesAgent'])
  })

  it('gives no role to oneself unless one is an administrator', () => {
    const self = { ...person, id: 'luis', roles: ['userManagementAdmin'] as const }
    expect(refusal(() => update(self, { roles: ['userManagementAdmin', 'adminAgent'] }, userAdmin))).toEqual({ code: 'notAllowed', reason: 'ownRoles' })
    expect(update({ ...self, roles: ['userManagementAdmin', 'salesAgent'] }, { roles: ['userManagementAdmin'] }, userAdmin).events).toHaveLength(1)
  })

  it('that was erased finds nobody', () => {
    expect(refusal(() => update({ ...person, status: 'erased' }, {}, admin)).code).toBe('notFound')
  })
})

describe('disabling', () => {
  it('is refused for oneself and for an administrator by somebody who is none', () => {
    expect(refusal(() => disable({ ...person, id: 'marta' }, admin))).toEqual({ code: 'invalidTransition', reason: 'ownAccount' })
    expect(refusal(() => disable({ ...person, roles: ['globalAdmin'] }, userAdmin)).code).toBe('notAllowed')
    expect(disable(person, userAdmin).next.status).toBe('disabled')
  })

  it('is undone to active for who has a password, to invited for who never joined', () => {
    const disabled = { ...person, status: 'disabled' } as const
    expect(enable(disabled, admin).next.status).toBe('active')
    expect(enable({ ...disabled, hasPassword: false }, admin).next.status).toBe('invited')
  })
})

describe('the last administrator', () => {
  const globalAdmin: Person = { ...person, roles: ['globalAdmin', 'salesAgent'] }

  it.each([
    ['loses the role', { ...globalAdmin, roles: ['salesAgent'] as const }, ['globalAdmin']],
    ['is disabled', { ...globalAdmin, status: 'disabled' as const }, ['globalAdmin']],
    ['loses another role', { ...globalAdmin, roles: ['globalAdmin'] as const }, []],
  ])('is concerned when somebody %s', (_title, next, lost) => {
    expect(rolesLost(globalAdmin, next)).toEqual(lost)
  })

  it('is not concerned by somebody who could not act before', () => {
    expect(rolesLost({ ...globalAdmin, status: 'invited' }, { ...globalAdmin, status: 'disabled' })).toEqual([])
  })

  it('stays, counted apart on either side of a dual tenant', () => {
    expect(refusal(() => refuseLastAdministrator(['globalAdmin'], { globalAdmin: 1, globalAdministrator: 5 })).code).toBe('lastAdministrator')
    expect(refusal(() => refuseLastAdministrator(['globalAdmin'], { globalAdmin: 2 })).code).toBeUndefined()
    expect(refusal(() => refuseLastAdministrator([], {})).code).toBeUndefined()
  })
})

describe('what somebody may do with a person', () => {
  const may = { invite: true, update: true, changeRoles: true, resetPassword: true, endSessions: true }

  it.each([
    ['an active colleague', person, admin, ['update', 'changeRoles', 'disable', 'remove', 'resetPassword', 'endSessions']],
    ['a colleague with an authenticator', { ...person, hasTotp: true }, admin, ['update', 'changeRoles', 'disable', 'remove', 'resetPassword', 'endSessions', 'removeSecondFactor']],
    ['a colleague with a passkey', { ...person, hasPasskey: true }, admin, ['update', 'changeRoles', 'disable', 'remove', 'resetPassword', 'endSessions', 'removeSecondFactor']],
    ['an invited one', { ...person, mail: 'ana@contoso.example', status: 'invited' as const }, admin, ['update', 'changeRoles', 'resendInvitation', 'disable', 'remove', 'resetPassword']],
    ['a disabled one', { ...person, status: 'disabled' as const }, admin, ['update', 'changeRoles', 'enable', 'remove']],
    ['oneself as administrator', { ...person, id: 'marta', roles: ['globalAdmin' as const] }, admin, ['update', 'changeRoles']],
    ['oneself as User management admin', { ...person, id: 'luis', roles: ['userManagementAdmin' as const] }, userAdmin, ['update']],
    ['a Global admin, as User management admin', { ...person, roles: ['globalAdmin' as const] }, userAdmin, []],
  ])('%s', (_title, who, by, can) => {
    expect(personCan(who, by, may)).toEqual(can)
  })

  it('is nothing for who may only look', () => {
    expect(personCan(person, { personId: 'x', roles: ['adminAgent'] }, { invite: false, update: false, changeRoles: false, resetPassword: false, endSessions: false })).toEqual([])
  })
})

describe('acting on behalf of a customer', () => {
  const user: Person = { ...person, roles: [] }
  const adminAgent = { personId: 'marta', roles: ['globalAdministrator'], isOnBehalf: true }
  const helpdeskAgent = { personId: 'luis', roles: ['helpdeskAdministrator'], isOnBehalf: true }
  const may = { invite: true, update: true, changeRoles: true, resetPassword: true, endSessions: true }

  it.each([
    ['an Admin agent', adminAgent, ['globalAdministrator'], undefined],
    ['a Helpdesk agent', helpdeskAgent, ['globalAdministrator'], 'administratorsOnly'],
    ['a Helpdesk agent', helpdeskAgent, ['billingAdministrator'], 'administratorsOnly'],
    ['a Helpdesk agent', helpdeskAgent, [], undefined],
    ['an Admin agent', adminAgent, ['globalAdmin'], 'beyondDirectory'],
    ['a Helpdesk agent', helpdeskAgent, ['salesAgent'], 'beyondDirectory'],
  ] as const)('%s resets the password of somebody who is %j as far as its own rights reach', (_who, by, roles, reason) => {
    expect(refusal(() => resetPassword({ ...user, roles }, by)).reason).toBe(reason)
  })

  it('gives no more than one’s own rights give, and nothing beyond the directory', () => {
    expect(refusal(() => update(user, { roles: ['globalAdministrator'] }, helpdeskAgent)).reason).toBe('administratorsOnly')
    expect(refusal(() => update(user, { roles: ['globalAdmin'] }, adminAgent)).reason).toBe('beyondDirectory')
    expect(update(user, { roles: ['globalAdministrator'] }, adminAgent).next.roles).toEqual(['globalAdministrator'])
  })

  it('opens no act on somebody whom one may not touch', () => {
    expect(personCan({ ...user, roles: ['userAdministrator'] }, helpdeskAgent, may)).toEqual([])
    expect(personCan({ ...user, roles: ['adminAgent'] }, adminAgent, may)).toEqual([])
    expect(personCan(user, adminAgent, may)).toEqual(['update', 'changeRoles', 'disable', 'remove', 'resetPassword', 'endSessions'])
  })
})

describe('a customer’s own helpdesk or user administrator', () => {
  it.each(['helpdeskAdministrator', 'userAdministrator'] as const)('as %s touches nobody with a role, a partner’s included', (role) => {
    const by = { personId: 'x', roles: [role] }
    expect(refusal(() => refuseEscalation(by, [])).reason).toBeUndefined()
    for (const other of ['globalAdministrator', 'billingAdministrator', role, 'salesAgent'] as const) expect(refusal(() => refuseEscalation(by, [other])).reason).toBe('administratorsOnly')
  })
})

describe('somebody who was deleted', () => {
  const now = new Date('2026-05-01T10:00:00Z')
  const deleted = remove(person, admin, now).next
  const at = (days: number) => ({ userPrincipalName: 'ana@contoso.example', now: new Date(now.getTime() + days * 86_400_000) })

  it('keeps name and address and loses every role', () => {
    expect(deleted).toMatchObject({ status: 'removed', roles: [], removedAt: now, displayName: 'Ana' })
  })

  it('comes back within 30 days as somebody who has not joined, without roles', () => {
    expect(restore(deleted, admin, at(29.9)).next).toMatchObject({ status: 'invited', roles: [], removedAt: null, hasPassword: false })
    expect(refusal(() => restore(deleted, admin, at(30)))).toMatchObject({ code: 'invalidTransition', reason: 'restoreOver' })
    expect(refusal(() => restore({ ...deleted, removedAt: null }, admin, at(1))).reason).toBe('restoreOver')
    expect(refusal(() => restore(person, admin, at(1))).code).toBe('invalidTransition')
  })
})

describe('a password reset', () => {
  it('leaves who joined active, and is nobody’s own way', () => {
    expect(resetPassword(person, admin).next).toMatchObject({ status: 'active', hasPassword: false })
    expect(resetPassword({ ...person, status: 'invited' }, admin).next.status).toBe('invited')
    expect(refusal(() => resetPassword({ ...person, id: 'marta' }, admin)).reason).toBe('ownAccount')
    expect(refusal(() => resetPassword({ ...person, status: 'disabled' }, admin)).code).toBe('invalidTransition')
  })
})
