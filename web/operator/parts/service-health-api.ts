import { queryOptions } from '@tanstack/react-query'
import type * as contract from '../../../src/http/portal/service-health.ts'
import { api } from '../../shared/api/api.ts'
import type { ServiceHealth } from '../../shared/pages/services/service-api.ts'

export type HealthOfCloud = Omit<contract.HealthOfCloudView, 'services'> & { services: ServiceHealth[] }

export const healthOfCloudsKey = ['operator', 'service-health'] as const

export const healthOfCloudsQuery = queryOptions({ queryKey: healthOfCloudsKey, queryFn: ({ signal }) => api.get<{ items: HealthOfCloud[] }>('/operator/service-health', { signal }), staleTime: 0 })

export const impacts = ['advisory', 'degraded', 'interrupted'] as const
