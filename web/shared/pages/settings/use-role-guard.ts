import { useSignedIn } from '../../api/session.ts'
import { useText } from '../../language/LanguageProvider.tsx'
import { isAdministrator, isAdministratorRole, isPartnerRole, rolesOf, useRoleTexts } from './roles.ts'

/**
 * Why this person cannot give or take a role, said before the server would refuse it: nobody gives more than they are,
 * nobody gives roles to themselves, and an administrator's own role is another administrator's to take.
 */
export function useRoleGuard(person?: { id: string; roles: readonly string[] }): (role: string) => string | undefined {
  const { t } = useText()
  const { person: actor, tenant } = useSignedIn()
  const { roleName } = useRoleTexts()
  const mayDoAll = isAdministrator(actor.roles)
  const administrator = roleName(rolesOf(tenant).find(isAdministratorRole) ?? 'operator')
  const isOwn = person?.id === actor.id

  return (role) => {
    if (!mayDoAll && (isAdministratorRole(role) || !isPartnerRole(role))) return t('users.guard.administratorsOnly', { administrator })
    if (isOwn && isAdministratorRole(role) && person?.roles.includes(role)) return t('users.guard.ownAdministratorRole')
    if (isOwn && !mayDoAll && !person?.roles.includes(role)) return t('users.guard.ownRoles')
    return undefined
  }
}
