import { type Static, Type } from 'typebox'
import { usualPageSize } from '../../application/page.ts'
import { giveUpCall, retryCall } from '../../application/provisioning/direct-call.ts'
import { listWaiting } from '../../application/provisioning/list-waiting.ts'
import { fulfilSubscription, refuseSubscription } from '../../application/provisioning/provision.ts'
import { callStatuses } from '../../domain/provisioning/connector-call.ts'
import type { Subscription } from '../../domain/subscriptions/subscription.ts'
import { canonicalId } from '../../domain/ids.ts'
import { readerLanguage } from '../reader-language.ts'
import { type AnyRoute, route } from '../route.ts'
import { Cursor, Id, IdParams, Instant, Maybe, NoBody, Nothing, PageSize, strict, Text } from '../schemas.ts'
import { SubscriptionStatusCode, TermCode } from './subscription-schemas.ts'

const tag = 'Provisioning'

const Call = Type.Object({
  host: Type.Union([Type.String(), Type.Null()], { description: 'Of the connector; null where it was taken away meanwhile.' }),
  status: Type.Union(callStatuses.map((status) => Type.Literal(status)), { description: 'accepted: it answers later. failed: only a retry sends it again. givenUp: it is done by hand.' }),
  attempts: Type.Integer(),
  lastAt: Maybe(Instant),
  lastStatus: Type.Union([Type.Integer(), Type.Null()], { description: 'Of HTTP; null where no answer came.' }),
  lastAnswer: Maybe(Type.String()),
  nextTryAt: Maybe(Instant),
})

export const WaitingSubscription = Type.Object({
  subscriptionId: Id,
  orderId: Id,
  orderedAt: Instant,
  partnerName: Type.String(),
  customerName: Type.String(),
  cloud: Type.String(),
  offerName: Type.String(),
  catalogItemId: Type.String(),
  quantity: Type.Integer(),
  term: TermCode,
  isTrial: Type.Boolean(),
  isAddOn: Type.Boolean(),
  call: Type.Union([Call, Type.Null()], { description: 'How it stands with a connector; null where nothing went out.' }),
  can: Type.Array(Type.Union([Type.Literal('retry'), Type.Literal('giveUp')])),
})
export type WaitingSubscription = Static<typeof WaitingSubscription>
export const WaitingPage = Type.Object({ items: Type.Array(WaitingSubscription), next: Maybe(Cursor), previous: Maybe(Cursor) })
export type WaitingPage = Static<typeof WaitingPage>

const settledAnswer = {
  tag,
  params: IdParams,
  answer: Type.Object({ subscriptionId: Id, status: SubscriptionStatusCode }),
  status: 201,
  keyKeptForDays: 30,
  present: ({ id, status }: Subscription) => ({ subscriptionId: id, status }),
} as const

const directed = {
  method: 'POST',
  tag,
  params: IdParams,
  body: NoBody,
  answer: Nothing,
  status: 204,
  keyKeptForDays: 1,
  input: ({ params }: { params: { id: string } }) => ({ subscriptionId: canonicalId(params.id)! }),
  present: () => null,
} as const

export const operatorProvisioningRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    path: '/operator/provisioning',
    summary: 'List what was ordered and waits to be provisioned, the oldest first',
    tag,
    useCase: listWaiting,
    query: Type.Object({ size: Type.Optional(PageSize), cursor: Type.Optional(Cursor) }, strict),
    answer: WaitingPage,
    input: ({ query: { size, cursor }, request }) => ({ size: Number(size ?? usualPageSize), cursor, reader: readerLanguage(request) }),
    present: (page) => page as never,
  }),
  route({
    ...settledAnswer,
    method: 'POST',
    path: '/operator/provisioning/:id/fulfilment',
    summary: 'State that a subscription is provisioned; from now on it is active and charged',
    useCase: fulfilSubscription,
    body: NoBody,
    input: ({ params }) => ({ subscriptionId: canonicalId(params.id)! }),
  }),
  route({
    ...settledAnswer,
    method: 'POST',
    path: '/operator/provisioning/:id/refusal',
    summary: 'State that a subscription cannot be provisioned, and why; nothing is charged',
    useCase: refuseSubscription,
    body: Type.Object({ note: Text(2_000) }, strict),
    input: ({ params, body }) => ({ subscriptionId: canonicalId(params.id)!, note: body.note }),
  }),
  route({
    ...directed,
    path: '/operator/provisioning/:id/retry',
    summary: 'Send a subscription to its connector now, again or for the first time',
    useCase: retryCall,
  }),
  route({
    ...directed,
    path: '/operator/provisioning/:id/giving-up',
    summary: 'Take a subscription from its connector: it is not sent again, and is provisioned by hand',
    useCase: giveUpCall,
  }),
]
