import { queryOptions, useQueryClient, useSuspenseQuery, type QueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { api } from './api.ts'
import type { Session, SessionAnswer, SignedInSession } from './types.ts'

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ signal }) => sessionOf(await api.get<SessionAnswer>('/session', { signal })),
  staleTime: 60_000,
})

export function useSession(): Session {
  return useSuspenseQuery(sessionQuery).data
}

/** For pages behind the sign-in door; the router lets nobody else reach them. */
export function useSignedIn(): SignedInSession {
  const session = useSession()
  if (!session.signedIn) throw new TypeError('This page needs a signed-in person')
  return session
}

/** `can('relationshipRequest.create')`: what the person's roles allow. One object's own `can` says more. */
export function useCan(): (action: string) => boolean {
  const session = useSession()
  return useCallback((action) => session.signedIn && session.can.includes(action), [session])
}

/** After signing in or out everything that was read belongs to somebody else. */
export async function renewEverything(queryClient: QueryClient): Promise<Session> {
  const session = await queryClient.fetchQuery({ ...sessionQuery, staleTime: 0 })
  queryClient.removeQueries({ predicate: (query) => query.queryKey[0] !== sessionQuery.queryKey[0] })
  return session
}

export function useRenewSession(): () => Promise<Session> {
  const queryClient = useQueryClient()
  return useCallback(() => queryClient.fetchQuery({ ...sessionQuery, staleTime: 0 }), [queryClient])
}

/** Who still owes the second factor is not signed in: no page may be drawn for them. */
function sessionOf(answer: SessionAnswer): Session {
  if (!answer.signedIn) return { ...answer, awaits: null }
  const { awaits, csrfToken, installation } = answer
  return awaits ? { signedIn: false, awaits, csrfToken, installation } : answer
}
