import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { AttestationRow } from '../../../src/http/portal/attestations.ts'
import type { SignedAgreementRow, SignedAgreementView } from '../../../src/http/portal/agreements.ts'
import { api } from '../../shared/api/api.ts'
import type { Query } from '../../shared/api/client.ts'
import type { Page } from '../../shared/api/types.ts'
import { agreementsKey } from '../../shared/pages/agreements/own-agreement-api.ts'

export type { AttestationRow, SignedAgreementRow, SignedAgreementView }
export { agreementsKey }

export const agreementsQuery = (query: Query) =>
  queryOptions({
    queryKey: [...agreementsKey, 'list', query],
    queryFn: ({ signal }) => api.get<Page<SignedAgreementRow>>('/agreements', { query, signal }),
    placeholderData: keepPreviousData,
  })

/** What partners stated; the latest of them, which is more than anybody has. */
export const attestationsQuery = () =>
  queryOptions({
    queryKey: [...agreementsKey, 'attestations'],
    queryFn: ({ signal }) => api.get<Page<AttestationRow>>('/attestations', { query: { size: 50 }, signal }),
  })

/** A signature never changes, so it is read once. */
export const agreementQuery = (id: string) =>
  queryOptions({
    queryKey: [...agreementsKey, id],
    queryFn: ({ signal }) => api.get<SignedAgreementView>(`/agreements/${id}`, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })
