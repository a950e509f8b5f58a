import { useCan, useSignedIn } from '../../api/session.ts'
import { useText } from '../../language/LanguageProvider.tsx'
import type { PersonRow } from './people-api.ts'
import { usePeopleSide } from './people-side.tsx'
import { isAdministrator, isAdministratorRole, rolesOf, useRoleTexts } from './roles.ts'

/** Why an act on this person is not open to the reader; undefined where it is. */
export function usePersonBlocked(person: PersonRow): (action: string) => string | undefined {
  const { t } = useText()
  const can = useCan()
  const { person: reader } = useSignedIn()
  const { isOwn, kinds, readerRoles } = usePeopleSide()
  const { roleName } = useRoleTexts()
  return (action) => {
    if (person.can.includes(action)) return undefined
    if (isOwn && !can('person.update')) return t('users.blocked.update')
    if (person.id === reader.id) return t('users.blocked.self')
    const administrator = roleName(rolesOf(kinds).find(isAdministratorRole) ?? 'operator')
    return person.roles.length > 0 && !isAdministrator(readerRoles) ? t('users.blocked.administrator', { administrator }) : t('users.blocked.update')
  }
}
