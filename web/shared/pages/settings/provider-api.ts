import { queryOptions } from '@tanstack/react-query'
import type { OwnIdentity, SignInProvider } from '../../../../src/http/portal/sign-in-provider.ts'
import { api } from '../../api/api.ts'

export type { SignInProvider }
export type Provider = NonNullable<SignInProvider['provider']>

export const providerKey = ['sign-in-provider'] as const
export const identityKey = ['outside-identity'] as const

export const providerQuery = queryOptions({ queryKey: providerKey, staleTime: 0, queryFn: ({ signal }) => api.get<SignInProvider>('/tenant/sign-in-provider', { signal }) })

export const identityQuery = queryOptions({ queryKey: identityKey, staleTime: 0, queryFn: ({ signal }) => api.get<OwnIdentity>('/me/outside-identity', { signal }) })
