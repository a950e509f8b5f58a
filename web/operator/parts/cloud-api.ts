import { queryOptions } from '@tanstack/react-query'
import type { OperatorManifest } from '../../../src/http/portal/operator-manifests.ts'
import { api } from '../../shared/api/api.ts'

export type { OperatorManifest }

export const manifestsKey = ['operator', 'cloud-manifests'] as const

/** In the reader's language: the rules come as words. */
export const manifestsQuery = (language: string) =>
  queryOptions({
    queryKey: [...manifestsKey, 'all', language],
    queryFn: ({ signal }) => api.get<{ items: readonly OperatorManifest[] }>('/operator/cloud-manifests', { signal }),
  })

export const manifestQuery = (cloudId: string, language: string) =>
  queryOptions({
    queryKey: [...manifestsKey, cloudId, language],
    queryFn: ({ signal }) => api.get<OperatorManifest>(`/operator/cloud-manifests/${cloudId}`, { signal }),
    staleTime: 0,
  })
