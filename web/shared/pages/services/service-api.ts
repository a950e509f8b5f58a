import { queryOptions } from '@tanstack/react-query'
import type { Health, Impact, StatedBy } from '../../../../src/domain/service-health/health.ts'
import type * as own from '../../../../src/http/portal/own-services.ts'
import type * as contract from '../../../../src/http/portal/service-health-schemas.ts'
import { api } from '../../api/api.ts'

/** The contract's closed lists of words are spelt by the domain's types. */
export type Incident = Omit<contract.IncidentView, 'impact'> & { impact: Impact }
export type Standing = { health: Health; checkedAt: string | null; checkedBy: StatedBy | null; incidents: Incident[] }
export type ServiceHealth = Omit<contract.ServiceHealthView, keyof Standing> & Standing
export type OwnServiceHealth = ServiceHealth & Pick<contract.OwnServiceHealthView, 'customers'>
export type OwnService = Omit<own.OwnServiceView, 'standing'> & { standing: Standing | null }
export type { Health, Impact }

/** What the operator states shows at the next look. */
export const serviceHealthQuery = queryOptions({ queryKey: ['service-health'], queryFn: ({ signal }) => api.get<{ items: OwnServiceHealth[] }>('/service-health', { signal }), staleTime: 0 })

export const ownServicesQuery = queryOptions({ queryKey: ['services'], queryFn: ({ signal }) => api.get<{ items: OwnService[] }>('/services', { signal }), staleTime: 0 })
