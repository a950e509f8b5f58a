import { queryOptions } from '@tanstack/react-query'
import type { OwnAgreement } from '../../../../src/http/portal/own-agreement.ts'
import { api } from '../../api/api.ts'

export const ownAgreementKey = ['customer-agreement'] as const

export const ownAgreementQuery = (language: string) =>
  queryOptions({
    queryKey: [...ownAgreementKey, language],
    queryFn: ({ signal }) => api.get<OwnAgreement>('/customer-agreement', { query: { language }, signal }),
  })
