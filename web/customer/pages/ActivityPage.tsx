import { api } from '../../shared/api/api.ts'
import type { Page } from '../../shared/api/types.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { ActivityLog } from '../../shared/pages/activity/ActivityLog.tsx'
import type { Counterpart } from '../../shared/pages/activity/counterparts.ts'

type Listed = { partnerId: string; name: string }

export function ActivityPage() {
  const { t } = useText()
  return <ActivityLog counterparts={{ label: t('activity.partner'), allLabel: t('activity.allPartners'), find, nameOf }} />
}

/** An organization has a handful of partners, so the list is read whole and looked through here. */
async function find(search: string, signal: AbortSignal): Promise<readonly Counterpart[]> {
  const { items } = await api.get<Page<Listed>>('/partner-relationships', { signal })
  const wanted = search.toLocaleLowerCase()
  return items.filter(({ name }) => name.toLocaleLowerCase().includes(wanted)).map(({ partnerId, name }) => ({ id: partnerId, name }))
}

async function nameOf(id: string, signal: AbortSignal): Promise<string> {
  return (await api.get<Listed>(`/partner-relationships/${id}`, { signal })).name
}
