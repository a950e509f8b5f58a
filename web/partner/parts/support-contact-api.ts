import { queryOptions } from '@tanstack/react-query'
import { api } from '../../shared/api/api.ts'
import type { SupportContact } from '../../shared/pages/service-requests/request-api.ts'
import { customerKey } from './customer-api.ts'
import { subscriptionPath } from './subscription-api.ts'

export const supportContactPath = (customerId: string, subscriptionId: string) => `${subscriptionPath(customerId, subscriptionId)}/support-contact`

/** The customer may end what it rests on at any time: never fresh. */
export const supportContactQuery = (customerId: string, subscriptionId: string) =>
  queryOptions({
    queryKey: [...customerKey(customerId), 'support-contact', subscriptionId],
    queryFn: ({ signal }) => api.getVersioned<SupportContact>(supportContactPath(customerId, subscriptionId), { signal }),
    staleTime: 0,
  })
