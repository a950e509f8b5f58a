import { DomainError } from '../../domain/errors.ts'
import { endSessionsOf } from '../../store/session-store.ts'
import type { UseCase } from '../use-case.ts'
import { sessionEvent } from './open-session.ts'

/** One session of one's own, wherever it is open, or all of them with this one; the next request finds it ended. */
export const endOwnSessions: UseCase<{ readonly id?: string }, { readonly endedCurrent: boolean }> = {
  action: 'self.update',

  async run(work, { id }) {
    const { tenantId, personId, sessionId } = work.person
    const count = await endSessionsOf(work.trx, tenantId, personId, { ...(id && { only: id }), now: work.env.clock() })
    if (id && count === 0) throw new DomainError('notFound', 'No such session.')
    if (count > 0) await work.record(sessionEvent('session.ended', work.person, { count }))
    return { endedCurrent: !id || id === sessionId }
  },
}
