import { queryOptions } from '@tanstack/react-query'
import type { OperatorBranding } from '../../../src/http/portal/operator-branding.ts'
import { api } from '../../shared/api/api.ts'

export type { OperatorBranding }

export const brandingKey = ['operator', 'branding'] as const

export const brandingQuery = queryOptions({ queryKey: brandingKey, queryFn: ({ signal }) => api.get<OperatorBranding>('/operator/branding', { signal }), staleTime: 0 })
