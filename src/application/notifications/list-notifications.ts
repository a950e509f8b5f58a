import type { Portal } from '../../domain/people/portals.ts'
import type { Language } from '../../language/languages.ts'
import { listNotifications } from '../../store/notification-store.ts'
import { type Page, type PageAsk, readPage } from '../page.ts'
import type { UseCase } from '../use-case.ts'
import { describeNotifications, type ShownNotification } from './describe-notifications.ts'
import { ownNotifications } from './own-notifications.ts'

export interface ListNotifications {
  readonly portal: Portal | undefined
  readonly onlyUnread: boolean
  readonly page: PageAsk
  readonly language: Language
}

/** One's own notifications, newest first. */
export const listOwnNotifications: UseCase<ListNotifications, Page<ShownNotification>> = {
  action: 'notification.read',

  async run(work, { portal, onlyUnread, page, language }) {
    const reader = ownNotifications(work, portal)
    const { items, ...marks } = await readPage(work, page, {
      route: 'GET /notifications',
      filter: { portal, onlyUnread },
      read: (start, most) => {
        const [at, id] = start?.keys ?? []
        return listNotifications(work.trx, reader, { onlyUnread, most, from: start && { at: new Date(String(at)), id: String(id), isBackward: start.backwards } })
      },
      keysOf: ({ at, id }) => [at.toISOString(), id],
    })
    return { items: await describeNotifications(work, items, language), ...marks }
  },
}
