import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { ErasurePreview } from '../../../../src/http/portal/erasures.ts'
import type { FormerPerson } from '../../../../src/http/portal/people.ts'
import { api } from '../../api/api.ts'
import type { Page } from '../../api/types.ts'

export type { ErasurePreview, FormerPerson }

/** Below the key of all people: whoever is removed or erased changes both lists. */
export const formerPeopleQuery = infiniteQueryOptions({
  queryKey: ['people', 'former'],
  queryFn: ({ signal, pageParam }) => api.get<Page<FormerPerson>>('/former-people', { query: { cursor: pageParam }, signal }),
  initialPageParam: null as string | null,
  getNextPageParam: ({ next }) => next,
})

export const erasureQuery = (personId: string) =>
  queryOptions({
    queryKey: ['people', 'erasure', personId],
    queryFn: ({ signal }) => api.get<ErasurePreview>(`/people/${personId}/erasure`, { signal }),
    staleTime: 0,
  })
