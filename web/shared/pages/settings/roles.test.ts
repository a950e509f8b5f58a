import { describe, expect, it } from 'vitest'
import { administratorRoles, rolesOf as rolesOfDomain } from '../../../../src/domain/people/role-rules.ts'
import { assignableRoles } from '../../../../src/domain/roles.ts'
import { users } from '../../language/messages/en/users.ts'
import { isAdministratorRole, rolesIn, rolesOf, rolesText } from './roles.ts'

const both = [true, false]
const tenants = both.flatMap((isPartner) => both.flatMap((isCustomer) => both.map((isOperator) => ({ isPartner, isCustomer, isOperator }))))

describe('the roles that a form offers', () => {
  it.each(tenants)('are those that people of such an organization can have: %j', (tenant) => {
    expect(rolesOf(tenant)).toEqual(rolesOfDomain({ ...tenant, partnerKinds: tenant.isPartner ? ['directBill'] : [] }))
  })

  it('are administrators where the server says so', () => {
    expect(assignableRoles.filter(isAdministratorRole)).toEqual(administratorRoles)
  })

  it('have a name, and words for what they may do', () => {
    const keys = assignableRoles.flatMap((role) => [`role.${role}`, `may.${role}`])
    expect(keys.filter((key) => !Object.hasOwn(users, key))).toEqual([])
  })

  it('come back from the text of a form as they went in', () => {
    expect(rolesIn(rolesText(['salesAgent', 'adminAgent']))).toEqual(['adminAgent', 'salesAgent'])
    expect(rolesIn(rolesText([]))).toEqual([])
  })
})
