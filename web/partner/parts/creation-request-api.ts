import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { CreationRequestSide, CreationRequestStatus } from '../../../src/domain/creation-requests/creation-request.ts'
import type * as contract from '../../../src/http/portal/creation-requests.ts'
import { api } from '../../shared/api/api.ts'
import type { Query } from '../../shared/api/client.ts'
import type { Page } from '../../shared/api/types.ts'

export type { CreationRequestSide, CreationRequestStatus }

/** The contract's closed lists of words are spelt by the domain's types. */
type Words = { side: CreationRequestSide; status: CreationRequestStatus }

export type CreationRequestRow = Omit<contract.CreationRequestRow, keyof Words> & Words
export type CreationRequest = Omit<contract.CreationRequestView, keyof Words> & Words

export const creationRequestStatuses: readonly CreationRequestStatus[] = ['waiting', 'completed', 'declined', 'withdrawn']

export const creationRequestsKey = ['creation-requests'] as const
export const creationRequestKey = (id: string) => ['creation-request', id] as const

export const creationRequestsQuery = (side: CreationRequestSide, query: Query) =>
  queryOptions({
    queryKey: [...creationRequestsKey, side, query],
    queryFn: ({ signal }) => api.get<Page<CreationRequestRow>>('/creation-requests', { query: { ...query, side }, signal }),
    placeholderData: keepPreviousData,
  })

export const creationRequestQuery = (id: string) =>
  queryOptions({ queryKey: creationRequestKey(id), queryFn: ({ signal }) => api.get<CreationRequest>(`/creation-requests/${id}`, { signal }) })
