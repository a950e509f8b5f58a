import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { FormerPerson, IssuedPerson, PersonRow, RestoredPerson } from '../../../../src/http/portal/people-schemas.ts'
import { api } from '../../api/api.ts'
import type { Query } from '../../api/client.ts'
import type { Page } from '../../api/types.ts'
import type { PeopleSide } from './people-side.tsx'

export type { FormerPerson, IssuedPerson, PersonRow, RestoredPerson }

export const peopleKey = ['people'] as const

/** Where the people of one's own organization are read. */
export const ownPeople = { base: '', key: peopleKey }

export const peopleQuery = ({ base, key }: Pick<PeopleSide, 'base' | 'key'>, query: Query) =>
  queryOptions({
    queryKey: [...key, 'list', query],
    queryFn: ({ signal }) => api.get<Page<PersonRow>>(`${base}/people`, { query, signal }),
    placeholderData: keepPreviousData,
  })

/** One person with the version to change; the list may be older than what a colleague has saved since. */
export const personQuery = ({ base, key }: Pick<PeopleSide, 'base' | 'key'>, personId: string) =>
  queryOptions({
    queryKey: [...key, 'one', personId],
    queryFn: ({ signal }) => api.getVersioned<PersonRow>(`${base}/people/${personId}`, { signal }),
  })

/** Below the key of all people: whoever is deleted, restored or erased changes both lists. */
export const formerPeopleQuery = ({ base, key }: Pick<PeopleSide, 'base' | 'key'>) =>
  infiniteQueryOptions({
    queryKey: [...key, 'former'],
    queryFn: ({ signal, pageParam }) => api.get<Page<FormerPerson>>(`${base}/former-people`, { query: { cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  })
