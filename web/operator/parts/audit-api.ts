import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { AuditPage, AuditRow } from '../../../src/http/portal/operator-audit.ts'
import { api } from '../../shared/api/api.ts'
import type { Query } from '../../shared/api/client.ts'

export type { AuditRow }

/** Asked by POST, because looking is recorded; not asked again by itself for the same reason. */
export const auditQuery = (asked: Query) =>
  queryOptions({
    queryKey: ['operator', 'audit', asked],
    queryFn: ({ signal }) => api.post<AuditPage>('/operator/audit/search', { body: given(asked), signal }),
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: false,
  })

/** Without what was left empty. */
export function given(asked: Query): Record<string, string> {
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined && value !== '')) as Record<string, string>
}
