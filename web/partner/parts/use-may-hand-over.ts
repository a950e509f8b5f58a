import { useSignedIn } from '../../shared/api/session.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'

/** Why this person cannot propose a hand-over; undefined where it may. The server asks again. */
export function useMayHandOver(): string | undefined {
  const { t } = useText()
  const { person } = useSignedIn()
  return person.roles.some((role) => role === 'globalAdmin' || role === 'adminAgent') ? undefined : t('handOvers.blocked.partner')
}
