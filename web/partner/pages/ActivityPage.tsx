import { api } from '../../shared/api/api.ts'
import type { Page } from '../../shared/api/types.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { ActivityLog } from '../../shared/pages/activity/ActivityLog.tsx'
import type { Counterpart } from '../../shared/pages/activity/counterparts.ts'

type Listed = { customerId: string; companyName: string }

export function ActivityPage() {
  const { t } = useText()
  return <ActivityLog counterparts={{ label: t('activity.customer'), allLabel: t('activity.allCustomers'), find, nameOf }} />
}

async function find(search: string, signal: AbortSignal): Promise<readonly Counterpart[]> {
  const { items } = await api.get<Page<Listed>>('/customers', { query: { search, match: search && 'prefix', size: 10 }, signal })
  return items.map(({ customerId, companyName }) => ({ id: customerId, name: companyName }))
}

async function nameOf(id: string, signal: AbortSignal): Promise<string> {
  return (await api.get<Listed>(`/customers/${id}`, { signal })).companyName
}
