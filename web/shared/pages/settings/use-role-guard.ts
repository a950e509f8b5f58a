import { useSignedIn } from '../../api/session.ts'
import { useText } from '../../language/LanguageProvider.tsx'
import { usePeopleSide } from './people-side.tsx'
import { isAdministrator, isAdministratorRole, isPartnerRole, rolesOf, useRoleTexts } from './roles.ts'

/**
 * Why this person cannot give or take a role, said before the server would refuse it: nobody gives more than they are,
 * nobody gives roles to themselves, and an administrator's own role is another administrator's to take.
 */
export function useRoleGuard(person?: { id: string; roles: readonly string[] }): (role: string) => string | undefined {
  const { t } = useText()
  const { person: actor } = useSignedIn()
  const { kinds, readerRoles } = usePeopleSide()
  const { roleName } = useRoleTexts()
  const mayDoAll = isAdministrator(readerRoles)
  const administrator = roleName(rolesOf(kinds).find(isAdministratorRole) ?? 'operator')
  const isOwn = person?.id === actor.id

  return (role) => {
    if (!mayDoAll && (isAdministratorRole(role) || !isPartnerRole(role))) return t('users.guard.administratorsOnly', { administrator })
    if (isOwn && isAdministratorRole(role) && person?.roles.includes(role)) return t('users.guard.ownAdministratorRole')
    if (isOwn && !mayDoAll && !person?.roles.includes(role)) return t('users.guard.ownRoles')
    return undefined
  }
}
