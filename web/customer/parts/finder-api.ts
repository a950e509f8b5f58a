import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type * as finder from '../../../src/http/portal/partner-finder.ts'
import type * as leads from '../../../src/http/portal/lead-schemas.ts'
import { api } from '../../shared/api/api.ts'
import type { Query } from '../../shared/api/client.ts'
import type { Page } from '../../shared/api/types.ts'

export type FoundPartnerRow = finder.FoundPartnerRow
export type FoundPartner = finder.FoundPartner
export type SentLead = leads.SentLead

export const enquiriesKey = ['enquiries'] as const

export const finderQuery = (query: Query) =>
  queryOptions({
    queryKey: ['partner-finder', query],
    queryFn: ({ signal }) => api.get<Page<FoundPartnerRow>>('/partner-finder', { query, signal }),
    placeholderData: keepPreviousData,
  })

export const foundPartnerQuery = (id: string) =>
  queryOptions({ queryKey: ['found-partner', id], queryFn: ({ signal }) => api.get<FoundPartner>(`/partner-finder/${id}`, { signal }) })

export const enquiriesQuery = (query: Query) =>
  queryOptions({
    queryKey: [...enquiriesKey, query],
    queryFn: ({ signal }) => api.get<Page<SentLead>>('/sent-leads', { query, signal }),
    placeholderData: keepPreviousData,
  })
