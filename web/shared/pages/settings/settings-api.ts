import { queryOptions } from '@tanstack/react-query'
import type { Me } from '../../../../src/http/portal/me.ts'
import type { OpenSession } from '../../../../src/http/portal/session.ts'
import type { TenantView } from '../../../../src/http/portal/tenant.ts'
import { api } from '../../api/api.ts'

export type { Me, OpenSession, TenantView }

export type PartnerStanding = NonNullable<TenantView['partner']>

export const meKey = ['me'] as const
export const tenantKey = ['tenant'] as const
export const sessionsKey = ['sessions'] as const

/** Read at every visit: the language switch of the bar changes the same profile. */
export const meQuery = queryOptions({ queryKey: meKey, staleTime: 0, queryFn: ({ signal }) => api.getVersioned<Me>('/me', { signal }) })

export const tenantQuery = queryOptions({ queryKey: tenantKey, queryFn: ({ signal }) => api.getVersioned<TenantView>('/tenant', { signal }) })

export const sessionsQuery = queryOptions({
  queryKey: sessionsKey,
  queryFn: ({ signal }) => api.get<{ items: readonly OpenSession[] }>('/sessions', { signal }),
  staleTime: 0,
})
