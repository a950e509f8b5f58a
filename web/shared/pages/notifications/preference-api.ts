import { queryOptions } from '@tanstack/react-query'
import type { NotificationPreferences } from '../../../../src/http/portal/notification-preferences.ts'
import { api } from '../../api/api.ts'
import type { Language } from '../../language/languages.ts'

export type { NotificationPreferences }

export type NotificationLine = NotificationPreferences['kinds'][number]

export const preferencesKey = ['notification-preferences'] as const

/** Read anew in another language: the server names the kinds. */
export const preferencesQuery = (language: Language) =>
  queryOptions({
    queryKey: [...preferencesKey, language],
    queryFn: ({ signal }) => api.getVersioned<NotificationPreferences>('/me/notification-preferences', { signal }),
    staleTime: 0,
  })
