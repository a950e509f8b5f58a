import { DomainError } from '../../domain/errors.ts'
import { localName } from '../../domain/clouds/cloud-rules.ts'
import { searchKey } from '../../domain/names/search-key.ts'
import type { Action } from '../../domain/permissions.ts'
import type { RequestSide, ServiceRequestStatus, Severity } from '../../domain/support/service-request.ts'
import type { Language } from '../../language/languages.ts'
import { readRequestFile } from '../../store/request-note-store.ts'
import { listServiceRequests } from '../../store/service-request-list-store.ts'
import { findServiceRequest } from '../../store/service-request-store.ts'
import { verdictOn } from '../customers/customer-rights.ts'
import { type Page, type PageAsk, readPage } from '../page.ts'
import { type ExplainedReason, explain } from '../relationship-requests/explain.ts'
import { serviceName } from '../service-name.ts'
import type { UseCase, Work } from '../use-case.ts'
import { showRequests, type ShownRequest, showWholeRequest, type WholeRequest } from './show-request.ts'
import type { RequestNamed } from './work-request.ts'

export interface RequestListAsk extends PageAsk {
  readonly status?: ServiceRequestStatus | undefined
  readonly severity?: Severity | undefined
  readonly customerId?: string | undefined
  readonly isOverdue?: true | undefined
  readonly search?: string | undefined
  readonly reader: Language
}

const readActions = { customer: 'ownServiceRequest.list', partner: 'serviceRequest.list', operator: 'anyServiceRequest.read' } as const satisfies Record<RequestSide, Action>

/** Everything that somebody on one side reads of requests. */
export function requestReads(side: RequestSide): {
  readonly list: UseCase<RequestListAsk, Page<ShownRequest>>
  readonly read: UseCase<RequestNamed, WholeRequest>
  readonly download: UseCase<{ readonly id: string; readonly fileId: string }, { readonly name: string; readonly content: Buffer }>
} {
  const action = readActions[side]
  const reach = ({ person }: Work) => ({ side, tenantId: person.tenantId })
  return {
    list: { action, run: (work, ask) => pageOf(work, side, ask) },
    read: { action, run: async (work, { id, reader }) => showWholeRequest(work, await findServiceRequest(work.trx, reach(work), id), side, reader) },
    download: {
      action,
      async run(work, { id, fileId }) {
        const request = await findServiceRequest(work.trx, reach(work), id)
        const file = await readRequestFile(work.trx, request.id, fileId)
        if (!file) throw new DomainError('notFound', 'No such file.')
        return file
      },
    },
  }
}

export interface CustomerRequests extends Page<ShownRequest> {
  /** why this person cannot file for the customer; null where they can */
  readonly fileBlocked: ExplainedReason | null
  /** who helps the customer where this partner cannot [S0.27] */
  readonly operatorSupport: string
  readonly services: readonly { readonly id: string; readonly name: string }[]
}

/** The requests about one customer at this partner, and whether another can be filed in its name. */
export const listRequestsOfCustomer: UseCase<PageAsk & { readonly customerId: string; readonly reader: Language }, CustomerRequests> = {
  action: 'serviceRequest.listOfCustomer',
  customer: ({ customerId }) => customerId,

  async run(work, { customerId, reader, ...ask }) {
    const { manifest } = work
    const verdict = verdictOn(work, customerId, 'serviceRequest.fileForCustomer')
    return {
      ...(await pageOf(work, 'partner', { ...ask, customerId, reader }, 'GET /customers/:id/service-requests')),
      fileBlocked: verdict.allowed ? null : explain(reader, verdict.reason === 'noPrivileges' ? 'supportWithoutPrivileges' : verdict.reason),
      operatorSupport: localName(manifest.supportName, reader),
      services: manifest.services.map(({ id }) => ({ id, name: serviceName(manifest, id, reader) })),
    }
  },
}

const routes = { customer: 'GET /own-service-requests', partner: 'GET /service-requests', operator: 'GET /operator/service-requests' } as const satisfies Record<RequestSide, string>

async function pageOf(work: Work, side: RequestSide, { size, cursor, search, reader, ...filter }: RequestListAsk, route: string = routes[side]): Promise<Page<ShownRequest>> {
  const wanted = search === undefined ? undefined : searchKey(search)
  const page = await readPage(work, { size, cursor }, {
    route,
    filter: { ...filter, wanted },
    read: (start, most) => listServiceRequests(work.trx, { side, tenantId: work.person.tenantId }, { ...filter, search: wanted, now: work.now }, { start, most }),
    keysOf: ({ keys }) => keys,
  })
  return { ...page, items: await showRequests(work, page.items.map(({ request }) => request), reader) }
}
