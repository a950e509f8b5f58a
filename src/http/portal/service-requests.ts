import type { FastifyRequest } from 'fastify'
import { type Static, Type } from 'typebox'
import { usualPageSize } from '../../application/page.ts'
import { fileByPhone, fileForCustomer, fileOwnRequest } from '../../application/support/file-request.ts'
import { listRequestsOfCustomer, requestReads } from '../../application/support/list-requests.ts'
import { requestActs } from '../../application/support/work-request.ts'
import { canonicalId } from '../../domain/ids.ts'
import type { RequestSide } from '../../domain/support/service-request.ts'
import { readerLanguage } from '../reader-language.ts'
import { type AnyRoute, route } from '../route.ts'
import { Cursor, Id, IdParams, Maybe, NoBody, PageSize, SearchText, strict, Text } from '../schemas.ts'
import { CustomerRequestList, FileBody, filedWords, presentCustomerRequests, presentRequest, presentWholeRequest, RequestStatusCode, ServiceRequestList, ServiceRequestView, SeverityCode } from './service-request-schemas.ts'

const idOf = ({ id }: { id: string }) => canonicalId(id)!
const whole = (tag: string) => ({ tag, answer: ServiceRequestView, present: presentWholeRequest })
const FileParams = Type.Object({ id: Id, fileId: Id }, strict)

/** The same for each side, below an address of its own: a tenant may be customer and partner at once. */
function sideRoutes(side: RequestSide, base: string, tag: string): AnyRoute[] {
  const reads = requestReads(side)
  const acts = requestActs(side)
  const settle = (act: 'close' | 'reopen', noun: string, summary: string) =>
    route({
      ...whole(tag),
      method: 'POST',
      path: `${base}/:id/${noun}`,
      summary,
      useCase: acts.settle,
      params: IdParams,
      body: NoBody,
      keyKeptForDays: 1,
      input: ({ params, request }) => ({ id: idOf(params), act, reader: readerLanguage(request) }),
    })
  const note = (act: 'note' | 'escalate', noun: string, summary: string) =>
    route({
      ...whole(tag),
      method: 'POST',
      path: `${base}/:id/${noun}`,
      summary,
      useCase: acts[act],
      params: IdParams,
      body: Type.Object({ body: Text(10_000) }, strict),
      status: 201,
      keyKeptForDays: 1,
      input: ({ params, body, request }) => ({ id: idOf(params), text: body.body, reader: readerLanguage(request) }),
    })
  return [
    listRoute(base, tag, reads.list),
    route({ ...whole(tag), method: 'GET', path: `${base}/:id`, summary: 'Read a service request with its messages and files', useCase: reads.read, params: IdParams, input: ({ params, request }) => ({ id: idOf(params), reader: readerLanguage(request) }) }),
    note('note', 'notes', 'Write in a service request; at its desk this is the answer'),
    settle('close', 'closure', 'Close a service request'),
    settle('reopen', 'reopening', 'Open a closed service request again'),
    ...(side === 'partner' ? [note('escalate', 'escalation', 'Hand a service request to the operator, saying why; the partner goes on reading it')] : []),
    ...fileRoutes(base, tag, { attach: acts.attach, download: reads.download }),
  ]
}

function listRoute(base: string, tag: string, useCase: ReturnType<typeof requestReads>['list']): AnyRoute {
  return route({
    method: 'GET',
    path: base,
    summary: 'List service requests, latest change first',
    tag,
    useCase,
    query: Type.Object(
      {
        status: Type.Optional(RequestStatusCode),
        severity: Type.Optional(SeverityCode),
        customer: Type.Optional(Id),
        overdue: Type.Optional(Type.Enum(['true'])),
        search: Type.Optional(SearchText),
        size: Type.Optional(PageSize),
        cursor: Type.Optional(Cursor),
      },
      strict,
    ),
    answer: ServiceRequestList,
    input: ({ query: { status, severity, customer, overdue, search, size, cursor }, request }) => ({
      ...{ status, severity, search, cursor, reader: readerLanguage(request), size: Number(size ?? usualPageSize) },
      customerId: customer === undefined ? undefined : canonicalId(customer)!,
      isOverdue: overdue === undefined ? undefined : (true as const),
    }),
    present: ({ items, next, previous }) => ({ items: items.map(presentRequest), next, previous }),
  })
}

function fileRoutes(base: string, tag: string, useCases: { readonly attach: ReturnType<typeof requestActs>['attach']; readonly download: ReturnType<typeof requestReads>['download'] }): AnyRoute[] {
  return [
    route({
      ...whole(tag),
      method: 'POST',
      path: `${base}/:id/files`,
      summary: 'Add a file: a PNG or JPEG picture, PDF or plain text, at most 700 kB, told from its bytes',
      useCase: useCases.attach,
      params: IdParams,
      body: Type.Object({ name: Text(240), content: Type.String({ minLength: 1, maxLength: 933_400, pattern: '^[A-Za-z0-9+/]+={0,2}$', description: 'In base64.' }) }, strict),
      status: 201,
      keyKeptForDays: 1,
      input: ({ params, body, request }) => ({ id: idOf(params), name: body.name, content: body.content, reader: readerLanguage(request) }),
    }),
    route({
      method: 'GET',
      path: `${base}/:id/files/:fileId`,
      summary: 'Download a file of a service request, byte for byte',
      tag,
      useCase: useCases.download,
      params: FileParams,
      answer: Type.String({ description: 'application/octet-stream, always as a download.' }),
      input: ({ params }) => ({ id: idOf(params), fileId: canonicalId(params.fileId)! }),
      // Bytes pass the serializer untouched.
      present: ({ content }) => content as never,
      reply: ({ name }, reply) => {
        reply.type('application/octet-stream').header('content-disposition', `attachment; filename="file"; filename*=UTF-8''${encodeURIComponent(name).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)}`)
      },
    }),
  ]
}

const partnerTag = 'Service requests'
const customerTag = 'Own service requests'

export const serviceRequestRoutes: AnyRoute[] = [
  ...sideRoutes('partner', '/service-requests', partnerTag),
  ...sideRoutes('customer', '/own-service-requests', customerTag),
  ...sideRoutes('operator', '/operator/service-requests', 'Operator'),
  route({
    method: 'GET',
    path: '/customers/:id/service-requests',
    summary: 'List the service requests about a customer at this partner, and whether it may file for the customer',
    tag: partnerTag,
    useCase: listRequestsOfCustomer,
    params: IdParams,
    query: Type.Object({ size: Type.Optional(PageSize), cursor: Type.Optional(Cursor) }, strict),
    answer: CustomerRequestList,
    input: ({ params, query: { size, cursor }, request }) => ({ customerId: idOf(params), size: Number(size ?? usualPageSize), cursor, reader: readerLanguage(request) }),
    present: presentCustomerRequests,
  }),
  route({
    ...whole(partnerTag),
    method: 'POST',
    path: '/customers/:id/service-requests',
    summary: 'File a service request in the name of a customer, under admin privileges; it goes to the operator',
    useCase: fileForCustomer,
    params: IdParams,
    body: FileBody,
    status: 201,
    keyKeptForDays: 1,
    input: ({ params, body, request }) => ({ ...wordsOf(body, request), customerId: idOf(params) }),
  }),
  route({
    ...whole(customerTag),
    method: 'POST',
    path: '/own-service-requests',
    summary: 'File a service request: with the support contact of a subscription, with a partner, or with the operator',
    useCase: fileOwnRequest,
    body: Type.Object({ ...filedWords, partnerId: Type.Optional(Type.Union([Id, Type.Null()], { description: 'Asked without a subscription; null for the operator.' })) }, strict),
    status: 201,
    keyKeptForDays: 1,
    input: ({ body, request }) => ({ ...wordsOf(body, request), partnerId: body.partnerId == null ? null : canonicalId(body.partnerId)! }),
  }),
  route({
    ...whole('Operator'),
    method: 'POST',
    path: '/operator/service-requests',
    summary: 'File a service request for a customer that called, or whose partner called',
    useCase: fileByPhone,
    body: Type.Object({ ...filedWords, customerId: Id, partnerId: Type.Optional(Maybe(Id)) }, strict),
    status: 201,
    keyKeptForDays: 1,
    input: ({ body, request }) => ({ ...wordsOf(body, request), customerId: canonicalId(body.customerId)!, partnerId: body.partnerId == null ? null : canonicalId(body.partnerId)! }),
  }),
]

function wordsOf({ title, body: text, severity, serviceId, subscriptionId }: Static<typeof FileBody>, request: FastifyRequest) {
  return { title, text, severity, serviceId: serviceId ?? null, subscriptionId: subscriptionId == null ? null : canonicalId(subscriptionId)!, reader: readerLanguage(request) }
}
