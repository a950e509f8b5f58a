import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { HandOverEnd, HandOverSide, HandOverStatus } from '../../../../src/domain/hand-overs/hand-over.ts'
import type * as contract from '../../../../src/http/portal/hand-over-schemas.ts'
import { api } from '../../api/api.ts'
import type { Query } from '../../api/client.ts'
import type { Page } from '../../api/types.ts'

export type { HandOverSide, HandOverStatus }

/** The contract's closed lists of words are spelt by the domain's types. */
type Words = { side: HandOverSide; status: HandOverStatus; endedBecause: HandOverEnd | null }

export type HandOverRow = Omit<contract.HandOverRow, keyof Words> & Pick<Words, 'side' | 'status'>
export type HandOver = Omit<contract.HandOver, keyof Words> & Words
export type HandOverPreview = contract.HandOverPreview
export type GivingPreview = contract.GivingPreview

/** In the order of a hand-over's life. */
export const handOverStatuses: readonly HandOverStatus[] = ['proposed', 'agreed', 'accepted', 'declined', 'withdrawn', 'expired', 'ended']

export const isOpen = (status: HandOverStatus) => status === 'proposed' || status === 'agreed'

export const handOversKey = ['hand-overs'] as const
export const handOverKey = (id: string) => ['hand-over', id] as const

export const handOversQuery = (query: Query) =>
  queryOptions({ queryKey: [...handOversKey, query], queryFn: ({ signal }) => api.get<Page<HandOverRow>>('/hand-overs', { query, signal }), placeholderData: keepPreviousData })

export const handOverQuery = (id: string) => queryOptions({ queryKey: handOverKey(id), queryFn: ({ signal }) => api.getVersioned<HandOver>(`/hand-overs/${id}`, { signal }) })

export const givingPreviewQuery = (customerId: string) =>
  queryOptions({ queryKey: ['giving-preview', customerId], queryFn: ({ signal }) => api.get<GivingPreview>(`/customers/${customerId}/hand-over`, { signal }) })
