import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { ActivityEntry } from '../../../../src/http/portal/activity-schemas.ts'
import { api } from '../../api/api.ts'
import type { Query } from '../../api/client.ts'
import type { Page } from '../../api/types.ts'

export type { ActivityEntry }

export const activityQuery = (query: Query) =>
  queryOptions({
    queryKey: ['activity', query],
    queryFn: ({ signal }) => api.get<Page<ActivityEntry>>('/activity', { query, signal }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  })
