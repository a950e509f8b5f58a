import { useText } from '../../language/LanguageProvider.tsx'
import type { ActivityEntry } from './activity-api.ts'

/** Who acted: a person by name, an erased one by that word, else the product or a visitor. */
export function useActorNames() {
  const { t } = useText()
  return {
    nameOf({ actor }: ActivityEntry): string {
      if (actor.kind === 'system') return t('activity.actor.system')
      if (actor.kind === 'visitor') return t('activity.actor.visitor')
      return actor.displayName ?? t('activity.actor.erased')
    },
    organizationOf({ actor }: ActivityEntry): string | null {
      if (actor.kind !== 'person') return null
      return actor.isMine ? t('activity.yourOrganization') : actor.tenantName
    },
  }
}
