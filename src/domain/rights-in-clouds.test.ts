import { describe, expect, it } from 'vitest'
import type { PersonActor } from './actor.ts'
import { builtInClouds } from './clouds/built-in-clouds.ts'
import { deniedActs, narrowedRoles } from './clouds/manifest.ts'
import { type Action, permissionOf, permissions } from './permissions.ts'
import { decide, mightAllow } from './rights.ts'

const actions = Object.keys(permissions) as Action[]

function verdictOf(role: string, action: Action, cloud: keyof typeof builtInClouds) {
  const person = { kind: 'person', tenantId: 'partner', roles: [role], partnerKinds: ['directBill'] } as unknown as PersonActor
  const { roleDenials, debtBlocksRequests } = builtInClouds[cloud]
  const target = ['customer', 'ownTenantOrCustomer'].includes(permissionOf(action).on) ? 'customer' : 'partner'
  return decide(person, action, target, {
    partner: { status: 'active', inDebt: false, hasSigned: true },
    roleDenials,
    debtBlocksRequests,
    relationship: 'active',
    privilegedServices: ['office365'],
  })
}

describe('what a cloud takes from a role (C.3)', () => {
  it.each(Object.keys(builtInClouds) as (keyof typeof builtInClouds)[])('is taken in %s exactly where its manifest says so, and nothing else is', (cloud) => {
    for (const action of actions) {
      const { deniedAs } = permissionOf(action)
      for (const role of narrowedRoles) {
        const isDenied = deniedAs !== undefined && (builtInClouds[cloud].roleDenials[role]?.includes(deniedAs) ?? false) && mightAllow([role], action)
        const verdict = verdictOf(role, action, cloud)
        expect(!verdict.allowed && verdict.reason === 'roleDeniedByCloud', `${role} ${action}`).toBe(isDenied)
      }
    }
  })

  it('in China: a Sales agent administers nobody; a Helpdesk agent neither asks, creates customers, edits bills nor reads the agreement', () => {
    const reasonOf = (role: string, action: Action) => {
      const verdict = verdictOf(role, action, 'china')
      return verdict.allowed ? null : verdict.reason
    }
    expect(reasonOf('helpdeskAgent', 'customer.updateAccount')).toBe('roleDeniedByCloud')
    expect(verdictOf('helpdeskAgent', 'customer.updateAccount', 'public').allowed).toBe(true)
    expect(verdictOf('helpdeskAgent', 'organization.read', 'china').allowed).toBe(true)
    expect(reasonOf('salesAgent', 'organization.read')).toBe('roleMissing')
    expect(reasonOf('salesAgent', 'relationshipRequest.create')).toBeNull()
    expect(reasonOf('adminAgent', 'relationshipRequest.create')).toBeNull()
  })

  it('waits, where nothing is built yet to be taken: these acts stand in the generated page of clouds', () => {
    const used = new Set(actions.map((action) => permissionOf(action).deniedAs))
    const waiting = [
      'manageUsers',
      'createSupportRequests',
      'seeServiceHealth',
      'seePrices',
      'seeInvoices',
      'seePartnerProfiles',
      'manageSubscriptions',
      'registerResellers',
    ]
    expect(deniedActs.filter((act) => !used.has(act) && !waiting.includes(act))).toEqual([])
  })
})
