import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { BillingCycle, Term } from '../../../../src/domain/catalogue/terms.ts'
import type { TransferSide } from '../../../../src/domain/transfers/transfer.ts'
import type { TransferStatus } from '../../../../src/domain/transfers/transitions.ts'
import type * as contract from '../../../../src/http/portal/transfer-schemas.ts'
import { api } from '../../api/api.ts'
import type { Query } from '../../api/client.ts'
import type { Page } from '../../api/types.ts'

/** The contract's closed lists of words are spelt by the domain's types. */
type Words = { side: TransferSide; status: TransferStatus }
type LineWords = { term: Term | null; billingCycle: BillingCycle | null }

export type TransferRow = Omit<contract.TransferRow, keyof Words> & Words
export type TransferLine = Omit<contract.TransferView['lines'][number], keyof LineWords> & LineWords
export type Transfer = Omit<contract.TransferView, keyof Words | 'lines'> & Words & { lines: TransferLine[] }
export type TransferPreview = contract.TransferPreviewView

/** In the order of a transfer's life. */
export const transferStatuses: readonly TransferStatus[] = ['asked', 'offered', 'completed', 'declined', 'withdrawn', 'expired']
export const isOpen = (status: TransferStatus) => status === 'asked' || status === 'offered'

export const transfersKey = ['transfers'] as const
export const transferKey = (id: string) => ['transfer', id] as const

/** Others write to these lists: they are never taken for fresh. */
export const transfersQuery = (query: Query) =>
  queryOptions({ queryKey: [...transfersKey, query], queryFn: ({ signal }) => api.get<Page<TransferRow>>('/transfers', { query, signal }), placeholderData: keepPreviousData, staleTime: 0 })

export const transferQuery = (id: string) => queryOptions({ queryKey: transferKey(id), queryFn: ({ signal }) => api.getVersioned<Transfer>(`/transfers/${id}`, { signal }), staleTime: 0 })

export const transferPreviewQuery = (customerId: string) =>
  queryOptions({ queryKey: ['transfer-preview', customerId], queryFn: ({ signal }) => api.get<TransferPreview>(`/customers/${customerId}/transfer-preview`, { signal }), staleTime: 0 })
