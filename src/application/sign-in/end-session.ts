import type { KnownSession } from '../../store/actor-store.ts'
import { endSessionsOf } from '../../store/session-store.ts'
import { enterTenant } from '../../store/tenant-store.ts'
import type { UseCase, Work } from '../use-case.ts'
import { sessionEvent } from './open-session.ts'
import { recordAs } from './record-as.ts'

/** The session of the cookie that came with the request, complete or not. */
export type ReplacedSession = Pick<KnownSession, 'person' | 'portal'>

/** Signing out, also in the middle of signing in; a second time changes nothing. */
export const endSession: UseCase<{ readonly session: ReplacedSession | null }, void> = {
  action: 'session.end',

  async run(work, { session }) {
    if (session) await endReplacedSession(work, session)
  },
}

export async function endReplacedSession(work: Work, { person, portal }: ReplacedSession): Promise<void> {
  await enterTenant(work.trx, person.tenantId)
  const ended = await endSessionsOf(work.trx, person.tenantId, person.personId, { only: person.sessionId!, now: work.env.clock() })
  if (ended > 0) await recordAs(work, person, sessionEvent('session.ended', person, { portal }))
}
