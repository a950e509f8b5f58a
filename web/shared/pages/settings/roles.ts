import type { DeniedAct } from '../../../../src/domain/clouds/manifest.ts'
import type { AssignableRole } from '../../../../src/domain/roles.ts'
import type { SignedInSession } from '../../api/types.ts'
import { useText } from '../../language/LanguageProvider.tsx'

const partnerRoles = ['globalAdmin', 'userManagementAdmin', 'billingAdmin', 'adminAgent', 'salesAgent', 'helpdeskAgent', 'referralsAdmin', 'businessProfileAdmin'] as const
const customerRoles = ['globalAdministrator', 'billingAdministrator', 'userAdministrator', 'helpdeskAdministrator'] as const
const operatorRoles = ['operator'] as const

/** The roles that do everything on their side; only they make, change or unmake each other (C.3). */
const administratorRoles: readonly string[] = ['globalAdmin', 'globalAdministrator', 'operator'] satisfies readonly AssignableRole[]

export type RoleChoice = AssignableRole

/** The roles that people of this organization can have, in the order of the role table. */
export function rolesOf({ isPartner, isCustomer, isOperator }: Pick<SignedInSession['tenant'], 'isPartner' | 'isCustomer' | 'isOperator'>): readonly RoleChoice[] {
  return [...(isPartner ? partnerRoles : []), ...(isCustomer ? customerRoles : []), ...(isOperator ? operatorRoles : [])]
}

export function isAdministratorRole(role: string): boolean {
  return administratorRoles.includes(role)
}

export function isAdministrator(roles: readonly string[]): boolean {
  return roles.some(isAdministratorRole)
}

export function isPartnerRole(role: string): boolean {
  return (partnerRoles as readonly string[]).includes(role)
}

/** Names of roles, what each may do, and what the cloud takes from it. A role we do not know yet shows its code. */
export function useRoleTexts() {
  const { t, has } = useText()
  const textOf = (key: string, other: string): string => (has(key) ? t(key as 'users.role.operator') : other)
  const roleName = (role: string): string => textOf(`users.role.${role}`, role)
  return {
    roleName,
    roleNames: (roles: readonly string[]): string[] => roles.map(roleName),
    roleMay: (role: string): string => textOf(`users.may.${role}`, ''),
    deniedName: (act: DeniedAct): string => t(`users.denied.${act}`),
  }
}

/** In which roles somebody of a partner acts in a customer's directory, under delegated admin privileges (decision 9). */
export function rolesOnBehalf(roles: readonly string[]): readonly string[] {
  if (roles.includes('globalAdmin') || roles.includes('adminAgent')) return ['globalAdministrator']
  return roles.includes('helpdeskAgent') ? ['helpdeskAdministrator'] : []
}

/** Roles as one text, for a field of an ordinary form. */
export const rolesText = (roles: readonly string[]): string => [...roles].sort().join(' ')
export const rolesIn = (text: string): string[] => (text === '' ? [] : text.split(' '))
