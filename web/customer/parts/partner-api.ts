import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { PartnerRelationship, PrivilegesRemovalPreview } from '../../../src/http/portal/partner-relationships.ts'
import type { ServiceResponsibilities } from '../../../src/http/portal/responsibility-schemas.ts'
import { api } from '../../shared/api/api.ts'
import type { Query } from '../../shared/api/client.ts'
import type { Page } from '../../shared/api/types.ts'

export type { PartnerRelationship, PrivilegesRemovalPreview, ServiceResponsibilities }
export type DutyOfService = ServiceResponsibilities['duties'][number]
export type HeldPrivilege = PartnerRelationship['privileges'][number]
export type RecentAct = PartnerRelationship['recent'][number]
export type EndRequest = NonNullable<PartnerRelationship['endRequest']>

/** Everything read about the customer's partners; an act on one of them makes all of this look different. */
export const partnerRelationshipsKey = ['partner-relationships'] as const

export const partnerRelationshipsQuery = (query: Query) =>
  queryOptions({
    queryKey: [...partnerRelationshipsKey, 'list', query],
    queryFn: ({ signal }) => api.get<Page<PartnerRelationship>>('/partner-relationships', { query, signal }),
    placeholderData: keepPreviousData,
  })

export const partnerRelationshipQuery = (partnerId: string) =>
  queryOptions({
    queryKey: [...partnerRelationshipsKey, partnerId],
    queryFn: ({ signal }) => api.get<PartnerRelationship>(`/partner-relationships/${partnerId}`, { signal }),
  })

export const responsibilityMapQuery = queryOptions({
  queryKey: [...partnerRelationshipsKey, 'map'],
  queryFn: async ({ signal }) => ({ ...(await api.get<{ items: ServiceResponsibilities[] }>('/responsibility-map', { signal })), next: null, previous: null }),
})

/** Asked anew each time the dialog opens: a preview must not be older than the act. `service` null means all that are held. */
export const privilegesRemovalQuery = (partnerId: string, service: string | null) =>
  queryOptions({
    // Apart from what the act makes look different: once the privileges are gone there is nothing to preview.
    queryKey: ['privileges-removal', partnerId, service],
    queryFn: ({ signal }) => api.get<PrivilegesRemovalPreview>(`/partner-relationships/${partnerId}/privileges-removal`, { query: { service }, signal }),
    staleTime: 0,
    gcTime: 0,
  })
