import type { Portal } from '../../domain/people/portals.ts'
import { countUnread } from '../../store/notification-store.ts'
import type { UseCase } from '../use-case.ts'
import { ownNotifications } from './own-notifications.ts'

/** Counted no further; a bell says "99+" long before. */
const most = 100

export interface Unread {
  readonly count: number
  /** there may be more than were counted */
  readonly isMore: boolean
}

export const countOwnUnread: UseCase<{ readonly portal: Portal | undefined }, Unread> = {
  action: 'notification.read',

  async run(work, { portal }) {
    const count = await countUnread(work.trx, ownNotifications(work, portal), most)
    return { count, isMore: count === most }
  },
}
