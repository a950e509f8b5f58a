import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { SignedAgreementRow, SignedAgreementView } from '../../../src/http/portal/agreements.ts'
import { api } from '../../shared/api/api.ts'
import type { Query } from '../../shared/api/client.ts'
import type { Page } from '../../shared/api/types.ts'

export type { SignedAgreementRow, SignedAgreementView }

export const agreementsKey = ['agreements'] as const

export const agreementsQuery = (query: Query) =>
  queryOptions({
    queryKey: [...agreementsKey, 'list', query],
    queryFn: ({ signal }) => api.get<Page<SignedAgreementRow>>('/agreements', { query, signal }),
    placeholderData: keepPreviousData,
  })

/** A signature never changes, so it is read once. */
export const agreementQuery = (id: string) =>
  queryOptions({
    queryKey: [...agreementsKey, id],
    queryFn: ({ signal }) => api.get<SignedAgreementView>(`/agreements/${id}`, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })
