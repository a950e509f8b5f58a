import { queryOptions } from '@tanstack/react-query'
import type { PartnerAgreement } from '../../../src/http/portal/partner-agreement.ts'
import { api } from '../../shared/api/api.ts'

export type { PartnerAgreement }

export const partnerAgreementKey = ['partner-agreement'] as const

export const partnerAgreementQuery = (language: string) =>
  queryOptions({
    queryKey: [...partnerAgreementKey, language],
    queryFn: ({ signal }) => api.get<PartnerAgreement>('/partner-agreement', { query: { language }, signal }),
    staleTime: 0,
  })
