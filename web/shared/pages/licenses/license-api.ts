import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { JobRowState, PeopleJobStatus } from '../../../../src/domain/people-jobs/people-job.ts'
import type * as contract from '../../../../src/http/portal/license-schemas.ts'
import { api } from '../../api/api.ts'
import type { Query } from '../../api/client.ts'
import type { Page } from '../../api/types.ts'
import type { PeopleSide } from '../settings/people-side.tsx'

export type SubscribedSku = Omit<contract.SubscribedSku, 'capabilityStatus'> & { capabilityStatus: 'enabled' | 'warning' | 'suspended' | 'deleted' }
export type UserLicense = contract.UserLicense
export type PeopleJob = Omit<contract.PeopleJob, 'status' | 'kind'> & { status: PeopleJobStatus; kind: 'licenses' | 'upload' }
export type PeopleJobRow = Omit<contract.PeopleJobRow, 'state'> & { state: JobRowState }
export type TakenPasswords = contract.TakenPasswords

/** What is wished of one SKU; what is not in the list stays as it is. */
export type LicenseWish = { sku: string; act: 'assign' | 'remove'; disabledPlans?: readonly string[] }

/** Who is meant: those who were picked, or everybody whom the list shows so. */
export type PeopleChoice = { ids: readonly string[] } | { filter: Query }

type Whose = Pick<PeopleSide, 'base' | 'key'>

/** Milliseconds between two looks while a job works by itself. */
const lookEvery = 1_500

export const isAtWork = ({ status }: PeopleJob): boolean => status === 'checking' || status === 'running'

/** Below the key of all people: whoever is deleted or gets a license changes what is left. Others assign, too, so it is read anew each time. */
export const skusQuery = ({ base, key }: Whose) =>
  queryOptions({
    queryKey: [...key, 'skus'],
    queryFn: ({ signal }) => api.get<{ items: SubscribedSku[] }>(`${base}/subscribed-skus`, { signal }),
    staleTime: 0,
  })

export const userLicensesQuery = ({ base, key }: Whose, personId: string) =>
  queryOptions({
    queryKey: [...key, 'licenses', personId],
    queryFn: ({ signal }) => api.get<{ items: UserLicense[] }>(`${base}/people/${personId}/licenses`, { signal }),
    staleTime: 0,
  })

export const jobsKey = ({ key }: Whose) => [...key, 'jobs'] as const

export const jobsQuery = (whose: Whose) =>
  infiniteQueryOptions({
    queryKey: [...jobsKey(whose), 'list'],
    queryFn: ({ signal, pageParam }) => api.get<Page<PeopleJob>>(`${whose.base}/people-jobs`, { query: { size: '10', cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    staleTime: 0,
  })

export const jobQuery = (whose: Whose, id: string) =>
  queryOptions({
    queryKey: [...jobsKey(whose), 'one', id],
    queryFn: ({ signal }) => api.getVersioned<PeopleJob>(`${whose.base}/people-jobs/${id}`, { signal }),
    refetchInterval: ({ state }) => (state.data && isAtWork(state.data.value) ? lookEvery : false),
    staleTime: 0,
  })

/** Below the job's own key and for its state, so that what the job does is read anew. */
export const jobRowsQuery = (whose: Whose, { id, status }: Pick<PeopleJob, 'id' | 'status'>, state: JobRowState | '') =>
  infiniteQueryOptions({
    queryKey: [...jobsKey(whose), 'one', id, 'rows', status, state],
    queryFn: ({ signal, pageParam }) => api.get<Page<PeopleJobRow>>(`${whose.base}/people-jobs/${id}/rows`, { query: { state: state || undefined, cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    staleTime: 0,
  })
