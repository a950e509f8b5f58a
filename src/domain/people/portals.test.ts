import { describe, expect, it } from 'vitest'
import { chinaCloud } from '../clouds/china.ts'
import { publicCloud } from '../clouds/public.ts'
import { openActions } from './open-actions.ts'
import { portalFits, portals, portalsOf } from './portals.ts'

describe('a portal', () => {
  it.each([
    ['a partner', { partnerKinds: ['directBill'], isCustomer: false, isOperator: false }, ['partner']],
    ['a customer', { partnerKinds: [], isCustomer: true, isOperator: false }, ['customer']],
    ['both at once', { partnerKinds: ['indirectReseller'], isCustomer: true, isOperator: false }, ['partner', 'customer']],
    ['the operator', { partnerKinds: [], isCustomer: false, isOperator: true }, ['operator']],
    ['a tenant that is nothing yet', { partnerKinds: [], isCustomer: false, isOperator: false }, []],
  ])('is open to %s', (_title, tenant, open) => {
    expect(portalsOf(tenant)).toEqual(open)
    expect(portals.filter((portal) => portalFits(portal, tenant)).sort()).toEqual([...open].sort())
  })
})

describe('what a session may open', () => {
  it('follows the roles', () => {
    expect(openActions(['salesAgent'], true, publicCloud)).toContain('relationshipRequest.create')
    expect(openActions(['salesAgent'], true, publicCloud)).not.toContain('person.invite')
    expect(openActions(['globalAdministrator'], false, publicCloud)).toContain('invitation.accept')
    expect(openActions([], true, publicCloud)).toEqual(expect.arrayContaining(['self.read', 'activity.read']))
  })

  it('names acts on behalf, which only the customer’s grant decides', () => {
    expect(openActions(['helpdeskAgent'], true, publicCloud)).toContain('directoryUser.list')
  })

  it('leaves out what the cloud takes from every role of the person', () => {
    expect(publicCloud.roleDenials.helpdeskAgent).toBeUndefined()
    expect(chinaCloud.roleDenials.salesAgent).toContain('administerOnBehalf')
    expect(openActions(['helpdeskAgent'], true, chinaCloud)).not.toContain('customer.updateAccount')
    expect(openActions(['helpdeskAgent', 'adminAgent'], true, chinaCloud)).toContain('customer.updateAccount')
  })

  it('never names what belongs to visitors or to the product itself', () => {
    expect(openActions(['globalAdmin', 'operator', 'globalAdministrator'], true, publicCloud)).not.toContain('invitation.open')
    expect(openActions(['globalAdmin', 'operator', 'globalAdministrator'], true, publicCloud)).not.toContain('installation.run')
  })
})
