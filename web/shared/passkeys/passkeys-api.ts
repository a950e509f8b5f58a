import { queryOptions } from '@tanstack/react-query'
import type { Passkey } from '../../../src/http/portal/passkey-schemas.ts'
import { api } from '../api/api.ts'

export type { Passkey }

export const passkeysKey = ['passkeys'] as const

export const passkeysQuery = queryOptions({
  queryKey: passkeysKey,
  queryFn: ({ signal }) => api.get<{ items: readonly Passkey[] }>('/me/passkeys', { signal }),
  staleTime: 0,
})
