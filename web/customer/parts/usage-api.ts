import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { UsageStatus } from '../../../src/domain/usage/usage-subscription.ts'
import type * as contract from '../../../src/http/portal/usage-schemas.ts'
import { api } from '../../shared/api/api.ts'
import type { Query } from '../../shared/api/client.ts'
import type { Page } from '../../shared/api/types.ts'

export type UsageOwner = Omit<contract.UsageOwnerView, 'kind' | 'because'> & { kind: 'foreignGroup' | 'person'; because: 'provisioned' | 'givenByCustomer' }
export type OwnUsage = Omit<contract.OwnUsageView, 'status' | 'owners'> & { status: UsageStatus; owners: UsageOwner[] }

export const ownUsageKey = ['own-usage'] as const

/** Partners provision meanwhile, so the list is never taken from memory alone. */
export const ownUsageQuery = (query: Query) =>
  queryOptions({
    queryKey: [...ownUsageKey, query],
    queryFn: ({ signal }) => api.get<Page<OwnUsage>>('/usage-subscriptions', { query, signal }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  })
