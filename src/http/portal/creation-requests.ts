import { type Static, Type } from 'typebox'
import { declineCreationRequest, withdrawCreationRequest } from '../../application/creation-requests/answer-creation-request.ts'
import { askCreation } from '../../application/creation-requests/ask-creation.ts'
import { listCreationRequests, readCreationRequest } from '../../application/creation-requests/list-creation-requests.ts'
import { usualPageSize } from '../../application/page.ts'
import { creationRequestSides, creationRequestStatuses } from '../../domain/creation-requests/creation-request.ts'
import { canonicalId } from '../../domain/ids.ts'
import { readerLanguage } from '../reader-language.ts'
import { type AnyRoute, route } from '../route.ts'
import { Cursor, Id, IdParams, Instant, Maybe, NoBody, PageSize, SearchText, strict } from '../schemas.ts'
import { NewCustomer } from './new-customer-schemas.ts'

const By = Type.Union([Type.Object({ displayName: Maybe(Type.String()) }), Type.Null()])
const Words = Type.String({ maxLength: 2_000 })

const facts = {
  id: Id,
  side: Type.Enum([...creationRequestSides], { description: 'Which side the reader is on.' }),
  status: Type.Enum([...creationRequestStatuses]),
  companyName: Type.String(),
  country: Type.String(),
  partner: Type.Union([Type.Object({ id: Id, name: Type.String() }), Type.Null()], { description: 'The other side.' }),
  note: Maybe(Type.String({ description: "The reseller's words to its provider." })),
  createdAt: Instant,
  createdBy: By,
  answeredAt: Maybe(Instant),
  answeredBy: By,
  declineReason: Maybe(Type.String({ description: "The provider's words to its reseller." })),
  customerId: Type.Union([Id, Type.Null()], { description: 'The customer that came of it, on the lists of both.' }),
  version: Type.Integer(),
  can: Type.Array(Type.String(), { description: 'complete, decline, withdraw.' }),
}

export const CreationRequestRow = Type.Object(facts)
export type CreationRequestRow = Static<typeof CreationRequestRow>
export const CreationRequestView = Type.Object({ ...facts, customer: NewCustomer })
export type CreationRequestView = Static<typeof CreationRequestView>

const tag = 'Creation requests'
const idOf = ({ id }: { id: string }) => canonicalId(id)!

export const creationRequestRoutes: AnyRoute[] = [
  route({
    method: 'POST',
    path: '/creation-requests',
    summary: 'Ask a provider in partnership to create a customer; for indirect resellers, who create none themselves',
    tag,
    useCase: askCreation,
    body: Type.Object({ customer: NewCustomer, providerId: Id, note: Type.Optional(Type.Union([Words, Type.Null()])) }, strict),
    answer: CreationRequestView,
    status: 201,
    keyKeptForDays: 1,
    input: ({ body: { customer, providerId, note }, request }) => ({ input: customer, providerId: canonicalId(providerId)!, note: note ?? null, reader: readerLanguage(request) }),
    present: (described) => described as never,
    version: ({ version }) => version,
  }),
  route({
    method: 'GET',
    path: '/creation-requests',
    summary: 'List creation requests, those of this reseller unless side says provider, latest first',
    tag,
    useCase: listCreationRequests,
    query: Type.Object(
      {
        side: Type.Optional(Type.Enum([...creationRequestSides])),
        status: Type.Optional(Type.Enum([...creationRequestStatuses])),
        search: Type.Optional(SearchText),
        size: Type.Optional(PageSize),
        cursor: Type.Optional(Cursor),
      },
      strict,
    ),
    answer: Type.Object({ items: Type.Array(CreationRequestRow), next: Maybe(Cursor), previous: Maybe(Cursor) }),
    input: ({ query: { side, status, search, size, cursor } }) => ({ side: side ?? 'reseller', status, search, size: Number(size ?? usualPageSize), cursor }),
    present: (page) => page as never,
  }),
  route({
    method: 'GET',
    path: '/creation-requests/:id',
    summary: 'Read a creation request with the whole form, from either side',
    tag,
    useCase: readCreationRequest,
    params: IdParams,
    answer: CreationRequestView,
    input: ({ params }) => ({ id: idOf(params) }),
    present: (described) => described as never,
    version: ({ version }) => version,
  }),
  route({
    method: 'POST',
    path: '/creation-requests/:id/withdrawal',
    summary: 'Take a creation request back, as its reseller',
    tag,
    useCase: withdrawCreationRequest,
    params: IdParams,
    body: NoBody,
    answer: CreationRequestView,
    keyKeptForDays: 1,
    input: ({ params }) => ({ id: idOf(params) }),
    present: (described) => described as never,
    version: ({ version }) => version,
  }),
  route({
    method: 'POST',
    path: '/creation-requests/:id/decline',
    summary: 'Decline a creation request with a reason, as its provider; POST /customers with creationRequestId completes it',
    tag,
    useCase: declineCreationRequest,
    params: IdParams,
    body: Type.Object({ reason: Words }, strict),
    answer: CreationRequestView,
    keyKeptForDays: 1,
    input: ({ params, body }) => ({ id: idOf(params), reason: body.reason }),
    present: (described) => described as never,
    version: ({ version }) => version,
  }),
]
