import { DomainError } from '../errors.ts'
import { type AssignableRole, customerRoles, operatorRoles, partnerRoles } from '../roles.ts'
import type { TenantKinds } from './portals.ts'

/** The roles that may do everything on their side. Each side keeps at least one active person with its own. */
export const administratorRoles = ['globalAdmin', 'globalAdministrator', 'operator'] as const satisfies readonly AssignableRole[]

/** The roles that people of such a tenant can have: a partner's, a customer's, or both. */
export function rolesOf({ partnerKinds, isCustomer, isOperator }: TenantKinds): AssignableRole[] {
  return [...(partnerKinds.length > 0 ? partnerRoles : []), ...(isCustomer ? customerRoles : []), ...(isOperator ? operatorRoles : [])]
}

/** In the order of the list of roles and each once; refuses what people of this tenant cannot be. */
export function fittingRoles(roles: readonly string[], tenant: TenantKinds): AssignableRole[] {
  const fitting = rolesOf(tenant)
  const stray = roles.find((role) => !(fitting as readonly string[]).includes(role))
  if (stray !== undefined) throw new DomainError('invalidInput', `${stray} is no role of this organization.`, { reason: 'roleNotFitting', field: 'roles' })
  return fitting.filter((role) => roles.includes(role))
}

export function isAdministrator(roles: readonly string[]): boolean {
  return administratorRoles.some((role) => roles.includes(role))
}

/**
 * Nobody gives or takes more than they are: only administrators make, change or unmake administrators (C.3). Whoever acts on
 * behalf of a customer touches nobody who is more than a member of its directory: what its people are as a partner is its own.
 */
export function refuseEscalation({ roles: actorRoles, isOnBehalf = false }: { readonly roles: readonly string[]; readonly isOnBehalf?: boolean }, ...concerned: readonly (readonly string[])[]): void {
  if (isOnBehalf && concerned.flat().some((role) => !(customerRoles as readonly string[]).includes(role))) {
    throw new DomainError('notAllowed', 'The organization itself changes who holds roles beyond its directory.', { reason: 'beyondDirectory' })
  }
  if (isAdministrator(actorRoles)) return
  if (concerned.some(isAdministrator)) {
    throw new DomainError('notAllowed', 'Only an administrator changes administrators.', { reason: 'administratorsOnly' })
  }
  // What the User management admin may hand out is a partner's role; a customer's own roles are the customer's administrators' to give.
  const within: readonly string[] = actorRoles.includes('userManagementAdmin') ? partnerRoles : []
  if (concerned.flat().some((role) => !within.includes(role))) {
    throw new DomainError('notAllowed', 'Only an administrator gives these roles.', { reason: 'administratorsOnly' })
  }
}
