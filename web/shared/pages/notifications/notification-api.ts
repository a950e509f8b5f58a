import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { Notification, UnreadCount } from '../../../../src/http/portal/notifications.ts'
import { api } from '../../api/api.ts'
import type { Query } from '../../api/client.ts'
import type { Page } from '../../api/types.ts'

export type { Notification, UnreadCount }

export const notificationsKey = ['notifications'] as const

export const notificationsQuery = (query: Query) =>
  queryOptions({
    queryKey: [...notificationsKey, 'list', query],
    queryFn: ({ signal }) => api.get<Page<Notification>>('/notifications', { query, signal }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  })

/** Asked with every page and when the window is looked at again, never by a clock: a tab that is left open must not keep its session alive. */
export const unreadQuery = queryOptions({
  queryKey: [...notificationsKey, 'unread'],
  queryFn: ({ signal }) => api.get<UnreadCount>('/notifications/unread', { signal }),
  staleTime: 0,
  refetchOnWindowFocus: true,
})
