import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { PersonRow } from '../../../../src/http/portal/people.ts'
import { api } from '../../api/api.ts'
import type { Query } from '../../api/client.ts'
import type { Page } from '../../api/types.ts'

export type { PersonRow }

export const peopleKey = ['people'] as const

export const peopleQuery = (query: Query) =>
  queryOptions({
    queryKey: [...peopleKey, 'list', query],
    queryFn: ({ signal }) => api.get<Page<PersonRow>>('/people', { query, signal }),
    placeholderData: keepPreviousData,
  })

/** One person with the version to change; the list may be older than what a colleague has saved since. */
export const personQuery = (personId: string) =>
  queryOptions({
    queryKey: [...peopleKey, 'one', personId],
    queryFn: ({ signal }) => api.getVersioned<PersonRow>(`/people/${personId}`, { signal }),
  })
