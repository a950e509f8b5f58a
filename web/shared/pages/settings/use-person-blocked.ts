import { useCan, useSignedIn } from '../../api/session.ts'
import { useText } from '../../language/LanguageProvider.tsx'
import type { PersonRow } from './people-api.ts'
import { isAdministrator, isAdministratorRole, rolesOf, useRoleTexts } from './roles.ts'

/** Why an act on this person is not open to the reader; undefined where it is. */
export function usePersonBlocked(person: PersonRow): (action: string) => string | undefined {
  const { t } = useText()
  const can = useCan()
  const { person: reader, tenant } = useSignedIn()
  const { roleName } = useRoleTexts()
  return (action) => {
    if (person.can.includes(action)) return undefined
    if (!can('person.update')) return t('users.blocked.update')
    if (person.id === reader.id) return t('users.blocked.self')
    const administrator = roleName(rolesOf(tenant).find(isAdministratorRole) ?? 'operator')
    return isAdministrator(person.roles) && !isAdministrator(reader.roles) ? t('users.blocked.administrator', { administrator }) : t('users.blocked.update')
  }
}
