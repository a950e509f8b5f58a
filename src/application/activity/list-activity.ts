import type { ActivityFilter } from '../../domain/activity/recorded-event.ts'
import type { Language } from '../../language/languages.ts'
import { listEvents } from '../../store/activity-store.ts'
import { type Page, type PageAsk, readPage } from '../page.ts'
import type { UseCase } from '../use-case.ts'
import { type ActivityEntry, describeActivity } from './describe-activity.ts'

export interface ListActivity {
  readonly filter: ActivityFilter
  readonly page: PageAsk
  readonly language: Language
}

/** What happened in or with one's organization; both sides of a relationship read the same facts. */
export const listActivity: UseCase<ListActivity, Page<ActivityEntry>> = {
  action: 'activity.read',

  async run(work, { filter, page, language }) {
    const { items, ...marks } = await readPage(work, page, {
      route: 'GET /activity',
      filter: { ...filter },
      read: (start, most) => {
        const [at, id] = start?.keys ?? []
        const from = start && { at: new Date(String(at)), id: String(id), backwards: start.backwards }
        return listEvents(work.trx, work.person.tenantId, filter, { start: from, most })
      },
      keysOf: (event) => [event.at.toISOString(), event.id],
    })
    return { items: await describeActivity(work, items, language), ...marks }
  },
}
