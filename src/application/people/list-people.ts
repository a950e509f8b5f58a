import { listPeopleOf } from '../../store/person-store.ts'
import { type Page, type PageAsk, readPage } from '../page.ts'
import type { UseCase, Work } from '../use-case.ts'
import { showPeople, type ShownPerson } from './shown-person.ts'

/** The people of one's own tenant, by name. */
export const listPeople: UseCase<PageAsk, Page<ShownPerson>> = {
  action: 'person.list',
  run: (work, ask) => peoplePage(work, ask, { route: 'GET /people', areFormer: false }),
}

/** Those who were removed and not erased, by name. */
export const listFormerPeople: UseCase<PageAsk, Page<ShownPerson>> = {
  action: 'person.previewErasure',
  run: (work, ask) => peoplePage(work, ask, { route: 'GET /former-people', areFormer: true }),
}

async function peoplePage(work: Work, ask: PageAsk, { route, areFormer }: { readonly route: string; readonly areFormer: boolean }): Promise<Page<ShownPerson>> {
  const { tenantId } = work.person
  const page = await readPage(work, ask, {
    route,
    filter: {},
    read: (start, most) => {
      const [nameKey, id] = start?.keys ?? []
      return listPeopleOf(work.trx, tenantId, { most, areFormer, from: start && { nameKey: String(nameKey), id: String(id), isBackward: start.backwards } })
    },
    keysOf: ({ nameKey, id }) => [nameKey, id],
  })
  return { ...page, items: await showPeople(work, page.items) }
}
