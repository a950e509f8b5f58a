import { DomainError } from '../../domain/errors.ts'
import type { Portal } from '../../domain/people/portals.ts'
import { markAllRead, markRead } from '../../store/notification-store.ts'
import type { UseCase } from '../use-case.ts'
import { ownNotifications } from './own-notifications.ts'

/** One of one's own; somebody else's is not there. Twice is as good as once. */
export const markNotificationRead: UseCase<{ readonly id: string }, void> = {
  action: 'notification.update',

  async run(work, { id }) {
    if (!(await markRead(work.trx, ownNotifications(work, undefined), id, work.now))) throw new DomainError('notFound', 'No such notification.')
  },
}

/** At once; a page asks again while there is more. */
const batch = 5_000

export interface MarkedRead {
  readonly marked: number
  readonly isMore: boolean
}

/** All that were told up to this moment, in this portal. */
export const markAllNotificationsRead: UseCase<{ readonly portal: Portal | undefined }, MarkedRead> = {
  action: 'notification.update',

  async run(work, { portal }) {
    const marked = await markAllRead(work.trx, ownNotifications(work, portal), work.now, batch)
    return { marked, isMore: marked === batch }
  },
}
