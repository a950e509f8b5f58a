import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { ChargeKind } from '../../../src/domain/subscriptions/charges.ts'
import type * as contract from '../../../src/http/portal/statements.ts'
import { api } from '../../shared/api/api.ts'
import type { Query } from '../../shared/api/client.ts'
import { customerKey } from './customer-api.ts'

export type StatementList = contract.StatementList
export type StatementLine = Omit<contract.Statement['items'][number], 'kind'> & { kind: ChargeKind }
export type Statement = Omit<contract.Statement, 'items'> & { items: StatementLine[] }

export const statementPath = (customerId: string, month: string) => `/customers/${customerId}/statements/${encodeURIComponent(month)}`

export const statementsQuery = (customerId: string) =>
  queryOptions({ queryKey: [...customerKey(customerId), 'statements'], queryFn: ({ signal }) => api.get<StatementList>(`/customers/${customerId}/statements`, { signal }), staleTime: 0 })

export const statementQuery = (customerId: string, month: string, query: Query) =>
  queryOptions({
    queryKey: [...customerKey(customerId), 'statement', month, query],
    queryFn: ({ signal }) => api.get<Statement>(statementPath(customerId, month), { query, signal }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  })
