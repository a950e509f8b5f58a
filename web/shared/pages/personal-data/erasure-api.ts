import { queryOptions } from '@tanstack/react-query'
import type { ErasurePreview } from '../../../../src/http/portal/erasures.ts'
import { api } from '../../api/api.ts'

export type { ErasurePreview }

export const erasureQuery = (personId: string) =>
  queryOptions({
    queryKey: ['people', 'erasure', personId],
    queryFn: ({ signal }) => api.get<ErasurePreview>(`/people/${personId}/erasure`, { signal }),
    staleTime: 0,
  })
