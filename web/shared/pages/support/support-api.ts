import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { SupportCaseRow, SupportCaseView } from '../../../../src/http/portal/support-schemas.ts'
import { api } from '../../api/api.ts'
import type { Query } from '../../api/client.ts'
import type { Page } from '../../api/types.ts'

export type { SupportCaseRow, SupportCaseView }

export const supportKey = ['support-cases'] as const

/** Where cases are asked for: one's own, or every organization's for the operator. */
export type SupportBase = '/support-cases' | '/operator/support-cases'

export const casesQuery = (base: SupportBase, query: Query) =>
  queryOptions({
    queryKey: [...supportKey, base, query],
    queryFn: ({ signal }) => api.get<Page<SupportCaseRow>>(base, { query, signal }),
    placeholderData: keepPreviousData,
  })

export const caseQuery = (base: SupportBase, id: string) =>
  queryOptions({ queryKey: [...supportKey, base, 'one', id], queryFn: ({ signal }) => api.get<SupportCaseView>(`${base}/${id}`, { signal }), staleTime: 0 })
