import { type Static, Type } from 'typebox'
import { usualPageSize } from '../../application/page.ts'
import { fulfilSubscription, listWaiting, refuseSubscription } from '../../application/provisioning/provision.ts'
import type { Subscription } from '../../domain/subscriptions/subscription.ts'
import { canonicalId } from '../../domain/ids.ts'
import { readerLanguage } from '../reader-language.ts'
import { type AnyRoute, route } from '../route.ts'
import { Cursor, Id, IdParams, Instant, Maybe, NoBody, PageSize, strict, Text } from '../schemas.ts'
import { SubscriptionStatusCode, TermCode } from './subscription-schemas.ts'

const tag = 'Provisioning'

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
]
