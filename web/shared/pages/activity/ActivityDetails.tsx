import { Button } from '@fluentui/react-components'
import { useFormats, useText } from '../../language/LanguageProvider.tsx'
import { CopyableId } from '../../ui/CopyableId.tsx'
import { DateText } from '../../ui/DateText.tsx'
import { KeyValueList, type KeyValue } from '../../ui/KeyValueList.tsx'
import { Acts, Stack } from '../../ui/Stack.tsx'
import { useRoleTexts } from '../settings/roles.ts'
import type { ActivityEntry } from './activity-api.ts'
import type { Counterparts } from './counterparts.ts'
import { useActorNames } from './use-actor-names.ts'

export type ActivityDetailsProps = { entry: ActivityEntry; counterparts: Counterparts | null; onOnly: (counterpartId: string) => void }

/** Everything that was recorded with a fact: the exact instant, the right that was used, and every id. */
export function ActivityDetails({ entry, counterparts, onOnly }: ActivityDetailsProps) {
  const { t, has } = useText()
  const { nameOf, organizationOf } = useActorNames()
  const recorded = useRecorded(entry)
  const { counterpart, resource, reasonCode, reasonText, through } = entry
  const word = (area: string, code: string) => (has(`activity.${area}.${code}`) ? t(`activity.${area}.${code}` as 'activity.through.role') : code)
  const id = (value: string) => <CopyableId id={value} what={t('activity.theId')} />
  const by = [nameOf(entry), organizationOf(entry)].filter(Boolean).join(', ')
  return (
    <Stack>
      <KeyValueList
        items={[
          { key: t('activity.when'), value: <DateText at={entry.at} as="deadline" /> },
          { key: t('activity.who'), value: by },
          through !== null && { key: t('activity.through'), value: word('through', through) },
          reasonCode !== null && { key: t('activity.refusedBecause'), value: reasonText ?? t('activity.noReasonText') },
          reasonCode !== null && { key: t('shell.reasonCode'), value: <CopyableId id={reasonCode} what={t('activity.theReasonCode')} /> },
          ...recorded,
          counterpart && counterparts && { key: t('activity.counterpartId', { counterpart: counterparts.label }), value: id(counterpart.id) },
          { key: t('activity.resourceId', { resource: word('resource', resource.type) }), value: id(resource.id) },
          { key: t('activity.eventId'), value: id(entry.id) },
          { key: t('activity.eventType'), value: <code>{entry.type}</code> },
        ]}
      />
      {counterpart?.name && (
        <Acts>
          <Button size="small" onClick={() => onOnly(counterpart.id)}>
            {t('activity.only', { name: counterpart.name })}
          </Button>
        </Acts>
      )}
    </Stack>
  )
}

/** What the fact itself carries. Roles have names; anything else is shown as it was written down. */
function useRecorded({ data }: ActivityEntry): KeyValue[] {
  const { t } = useText()
  const formats = useFormats()
  const { roleNames } = useRoleTexts()
  const texts = (value: unknown): string[] => (Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [])
  const { added, removed, ...others } = data as Record<string, unknown>
  const roles: (KeyValue | null)[] = [
    texts(added).length > 0 ? { key: t('activity.rolesAdded'), value: formats.list(roleNames(texts(added))) } : null,
    texts(removed).length > 0 ? { key: t('activity.rolesRemoved'), value: formats.list(roleNames(texts(removed))) } : null,
  ]
  const written = Object.entries(others).flatMap(([name, value]) => {
    if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return []
    return [`${name}: ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`]
  })
  const rest = written.length > 0 ? { key: t('activity.recorded'), value: <code>{written.join('; ')}</code> } : null
  return [...roles, rest].filter((item): item is KeyValue => item !== null)
}
