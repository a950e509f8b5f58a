import { searchKey } from '../../domain/names/search-key.ts'
import type { RelationshipRequestKind, RelationshipRequestStatus } from '../../domain/relationship-requests/relationship-request.ts'
import type { Language } from '../../language/languages.ts'
import { listRequests } from '../../store/relationship-request-list-store.ts'
import { type Page, type PageAsk, readPage } from '../page.ts'
import type { UseCase } from '../use-case.ts'
import { describeRequests, type DescribedRow } from './describe-request.ts'

export interface RequestListInput extends PageAsk {
  readonly status: RelationshipRequestStatus | undefined
  readonly kind: RelationshipRequestKind | undefined
  readonly search: string | undefined
  readonly reader: Language
}

export const listRelationshipRequests: UseCase<RequestListInput, Page<DescribedRow>> = {
  action: 'relationshipRequest.list',

  async run(work, { size, cursor, status, kind, search, reader }) {
    const wanted = search === undefined ? undefined : searchKey(search)
    const page = await readPage(work, { size, cursor }, {
      route: 'GET /relationship-requests',
      filter: { status, kind, wanted },
      read: (start, most) => listRequests(work.trx, work.person.tenantId, { status, kind, search: wanted, now: work.now }, { start, most }),
      keysOf: ({ keys }) => keys,
    })
    return { ...page, items: await describeRequests(work, page.items.map(({ request }) => request), reader) }
  },
}
