import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type * as profiles from '../../../src/http/portal/business-profile-schemas.ts'
import type * as leads from '../../../src/http/portal/lead-schemas.ts'
import { api } from '../../shared/api/api.ts'
import type { Query } from '../../shared/api/client.ts'
import type { Page } from '../../shared/api/types.ts'

export type LeadRow = leads.LeadRow
export type Lead = leads.LeadView
export type LeadTab = 'marketplace' | 'qualified' | 'favourites'
export type BusinessProfile = profiles.BusinessProfileView
export type BusinessProfileList = profiles.BusinessProfileList
export type ProfileLocation = profiles.ShownLocation

export const leadsKey = ['leads'] as const
export const leadKey = (id: string) => ['lead', id] as const
export const profilesKey = ['business-profiles'] as const
export const profileKey = (id: string) => ['business-profile', id] as const

export const leadsQuery = (tab: LeadTab, query: Query) =>
  queryOptions({
    queryKey: [...leadsKey, tab, query],
    queryFn: ({ signal }) => api.get<Page<LeadRow> & { hasProfile: boolean }>('/leads', { query: { ...query, tab }, signal }),
    // Customers write to it at any moment.
    staleTime: 0,
    placeholderData: keepPreviousData,
  })

export const leadQuery = (id: string) => queryOptions({ queryKey: leadKey(id), queryFn: ({ signal }) => api.get<Lead>(`/leads/${id}`, { signal }) })

export const profilesQuery = queryOptions({ queryKey: profilesKey, queryFn: ({ signal }) => api.get<BusinessProfileList>('/business-profiles', { signal }) })

export const profileQuery = (id: string) =>
  queryOptions({ queryKey: profileKey(id), queryFn: ({ signal }) => api.getVersioned<BusinessProfile>(`/business-profiles/${id}`, { signal }) })
