import { useText } from '../../language/LanguageProvider.tsx'
import { usePortal } from '../../portal/portal.ts'
import { eventGroups } from './event-groups.ts'
import { SelectFilter } from './SelectFilter.tsx'

/** Every kind of fact that the portal shows, or there is, grouped by what it is about. */
export function EventTypeFilter({ chosen, onChoose, isEveryKind = false }: { chosen: string; onChoose: (type: string) => void; isEveryKind?: boolean }) {
  const { t } = useText()
  const { plan } = usePortal()
  return (
    <SelectFilter label={t('activity.type')} value={chosen} onChoose={onChoose}>
      <option value="">{`${t('activity.type')}: ${t('table.allOf')}`}</option>
      {eventGroups
        .filter(({ portals }) => isEveryKind || portals.includes(plan.portal))
        .map(({ name, types }) => (
          <optgroup key={name} label={t(`activity.group.${name}`)}>
            {types.map((type) => (
              <option key={type} value={type}>
                {t(`activity.type.${type}`)}
              </option>
            ))}
          </optgroup>
        ))}
    </SelectFilter>
  )
}
