import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { OwnAgreement } from '../../../../src/http/portal/attestations.ts'
import { api } from '../../api/api.ts'

export type { OwnAgreement }

/** Everything about agreements begins so: what is signed is read anew with it. */
export const agreementsKey = ['agreements'] as const

export const ownAgreementQuery = (language: string) =>
  queryOptions({
    queryKey: [...agreementsKey, 'own', language],
    queryFn: ({ signal }) => api.get<OwnAgreement>('/own-agreement', { query: { language }, signal }),
    placeholderData: keepPreviousData,
  })
