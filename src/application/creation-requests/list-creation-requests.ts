import type { CreationRequestSide, CreationRequestStatus } from '../../domain/creation-requests/creation-request.ts'
import { searchKey } from '../../domain/names/search-key.ts'
import { listCreationRequestsOf } from '../../store/creation-request-store.ts'
import { type Page, type PageAsk, readPage } from '../page.ts'
import type { UseCase } from '../use-case.ts'
import { type DescribedCreationRequest, type DescribedCreationRequestRow, describeCreationRequest, describeCreationRequests } from './describe-creation-request.ts'
import { findOwnCreationRequest } from './own-creation-request.ts'

export interface CreationRequestListInput extends PageAsk {
  readonly side: CreationRequestSide
  readonly status: CreationRequestStatus | undefined
  readonly search: string | undefined
}

/** What a reseller asked its providers, or what a provider is asked by its resellers. */
export const listCreationRequests: UseCase<CreationRequestListInput, Page<DescribedCreationRequestRow>> = {
  action: 'creationRequest.list',

  async run(work, { side, size, cursor, status, search }) {
    const wanted = search === undefined ? undefined : searchKey(search)
    const page = await readPage(work, { size, cursor }, {
      route: 'GET /creation-requests',
      filter: { side, status, wanted },
      read: (start, most) => listCreationRequestsOf(work.trx, work.person.tenantId, { side, status, search: wanted }, { start, most }),
      keysOf: ({ keys }) => keys,
    })
    return { ...page, items: await describeCreationRequests(work, page.items.map(({ request }) => request)) }
  },
}

export const readCreationRequest: UseCase<{ readonly id: string }, DescribedCreationRequest> = {
  action: 'creationRequest.list',

  async run(work, { id }) {
    return describeCreationRequest(work, await findOwnCreationRequest(work, id))
  },
}
