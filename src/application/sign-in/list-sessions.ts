import { sessionIdleMinutes } from '../../domain/people/session.ts'
import { listOpenSessionsOf, type OpenSession } from '../../store/session-store.ts'
import type { UseCase } from '../use-case.ts'

/** Where the person is signed in now, in every portal. */
export const listSessions: UseCase<void, (OpenSession & { readonly isCurrent: boolean })[]> = {
  action: 'self.read',

  async run({ trx, env, person }) {
    const now = env.clock()
    const since = new Date(now.getTime() - sessionIdleMinutes * 60_000)
    const sessions = await listOpenSessionsOf(trx, person.tenantId, person.personId, { since, now })
    return sessions.map((session) => ({ ...session, isCurrent: session.id === person.sessionId }))
  },
}
