import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { UsageStatus } from '../../../src/domain/usage/usage-subscription.ts'
import type * as contract from '../../../src/http/portal/usage-schemas.ts'
import { api } from '../../shared/api/api.ts'
import type { Query } from '../../shared/api/client.ts'
import type { Page } from '../../shared/api/types.ts'
import { customerKey } from './customer-api.ts'

export type UsageAct = 'rename' | 'suspend' | 'reactivate' | 'cancel'
export type Usage = Omit<contract.UsageView, 'status' | 'can'> & { status: UsageStatus; can: UsageAct[] }
export type UsagePage = Page<Usage> & Pick<contract.UsagePageView, 'plans' | 'provisionBlocked'>

export const usageKey = (customerId: string) => [...customerKey(customerId), 'usage'] as const
export const usagePath = (customerId: string, usageId: string) => `/customers/${customerId}/usage-subscriptions/${usageId}`

/** The customer ends ownerships meanwhile, so the list is never taken from memory alone. */
export const usageQuery = (customerId: string, query: Query) =>
  queryOptions({
    queryKey: [...usageKey(customerId), query],
    queryFn: ({ signal }) => api.get<UsagePage>(`/customers/${customerId}/usage-subscriptions`, { query, signal }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  })
