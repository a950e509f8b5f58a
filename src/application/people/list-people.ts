import { listPeopleOf } from '../../store/person-store.ts'
import { type Page, type PageAsk, readPage } from '../page.ts'
import type { UseCase } from '../use-case.ts'
import { showPeople, type ShownPerson } from './shown-person.ts'

/** The people of one's own tenant, by name. */
export const listPeople: UseCase<PageAsk, Page<ShownPerson>> = {
  action: 'person.list',

  async run(work, ask) {
    const { tenantId } = work.person
    const page = await readPage(work, ask, {
      route: 'GET /people',
      filter: {},
      read: (start, most) => {
        const [nameKey, id] = start?.keys ?? []
        return listPeopleOf(work.trx, tenantId, { most, from: start && { nameKey: String(nameKey), id: String(id), isBackward: start.backwards } })
      },
      keysOf: ({ nameKey, id }) => [nameKey, id],
    })
    return { ...page, items: await showPeople(work, page.items) }
  },
}
