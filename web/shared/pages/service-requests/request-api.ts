import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { RequestSide, ServiceRequestStatus, Severity } from '../../../../src/domain/support/service-request.ts'
import type * as contract from '../../../../src/http/portal/service-request-schemas.ts'
import { api } from '../../api/api.ts'
import type { Query } from '../../api/client.ts'
import type { Page } from '../../api/types.ts'
import { paths } from '../../paths.ts'

/** The contract's closed lists of words are spelt by the domain's types. */
type RowWords = { severity: Severity; status: ServiceRequestStatus; desk: 'partner' | 'operator'; filedSide: RequestSide }
type Sided<One> = Omit<One, 'side'> & { side: RequestSide }

export type RequestRow = Omit<contract.ServiceRequestRow, keyof RowWords> & RowWords
export type ServiceRequest = Omit<contract.ServiceRequestView, keyof RowWords | 'notes' | 'files' | 'movedBecause'> &
  RowWords & { movedBecause: 'escalated' | 'relationshipEnded' | null; notes: Sided<contract.ServiceRequestView['notes'][number]>[]; files: Sided<contract.ServiceRequestView['files'][number]>[] }
export type CustomerRequests = Page<RequestRow> & Pick<contract.CustomerRequestList, 'fileBlocked' | 'operatorSupport' | 'services'>
export type OwnSupport = contract.OwnSupportView
export type SupportContact = contract.SupportContactView

export const severities = ['critical', 'moderate', 'minimal'] as const satisfies readonly Severity[]
export const requestStatuses = ['open', 'attentionNeeded', 'closed'] as const satisfies readonly ServiceRequestStatus[]

/** The reader's side: where requests are asked for, and the pages that show them. */
export const sides = {
  partner: { base: '/service-requests', list: paths.partner.serviceRequests, one: paths.partner.serviceRequest },
  customer: { base: '/own-service-requests', list: paths.customer.ownServiceRequests, one: paths.customer.ownServiceRequest },
  operator: { base: '/operator/service-requests', list: paths.operator.deskServiceRequests, one: paths.operator.deskServiceRequest },
} as const satisfies Record<RequestSide, { base: string; list: string; one: (id: string) => string }>
export type Side = RequestSide

export const requestsKey = ['service-requests'] as const
export const supportKey = ['own-support'] as const

/** Others write in them, too: never fresh. */
export const requestsQuery = (side: Side, query: Query) =>
  queryOptions({
    queryKey: [...requestsKey, side, query],
    queryFn: ({ signal }) => api.get<Page<RequestRow>>(sides[side].base, { query, signal }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  })

export const requestQuery = (side: Side, id: string) =>
  queryOptions({ queryKey: [...requestsKey, side, 'one', id], queryFn: ({ signal }) => api.get<ServiceRequest>(`${sides[side].base}/${id}`, { signal }), staleTime: 0 })

export const customerRequestsQuery = (customerId: string, query: Query) =>
  queryOptions({
    queryKey: [...requestsKey, 'of', customerId, query],
    queryFn: ({ signal }) => api.get<CustomerRequests>(`/customers/${customerId}/service-requests`, { query, signal }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  })

export const ownSupportQuery = queryOptions({ queryKey: supportKey, queryFn: ({ signal }) => api.get<OwnSupport>('/own-support', { signal }), staleTime: 0 })
