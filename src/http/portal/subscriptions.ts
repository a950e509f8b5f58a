import { Type } from 'typebox'
import { usualPageSize } from '../../application/page.ts'
import { changeSeats, changeSubscriptionReseller, previewSeats, readSubscription, renameSubscription, switchAutoRenew } from '../../application/subscriptions/change-subscription.ts'
import type { ShownSubscription } from '../../application/subscriptions/describe-subscription.ts'
import { cancelSubscription, reactivateSubscription, suspendSubscription } from '../../application/subscriptions/end-subscription.ts'
import { listConversions } from '../../application/subscriptions/list-conversions.ts'
import { exportSubscriptions } from '../../application/subscriptions/export-subscriptions.ts'
import { listSubscriptions } from '../../application/subscriptions/list-subscriptions.ts'
import { canonicalId } from '../../domain/ids.ts'
import { readerLanguage } from '../reader-language.ts'
import { type AnyRoute, route } from '../route.ts'
import { Cursor, Id, IdParams, NoBody, PageSize, strict, Text } from '../schemas.ts'
import { ConversionListView, Quantity, SeatsPreview, SubscriptionPageView, SubscriptionParams, SubscriptionView, SuspensionCode } from './subscription-schemas.ts'

const tag = 'Subscriptions'
const path = '/customers/:id/subscriptions/:subscriptionId'

const named = ({ id, subscriptionId }: { id: string; subscriptionId: string }) => ({ customerId: canonicalId(id)!, subscriptionId: canonicalId(subscriptionId)! })

const one = {
  tag,
  params: SubscriptionParams,
  answer: SubscriptionView,
  present: (shown: ShownSubscription) => shown as never,
  version: ({ version }: ShownSubscription) => version,
}

export const subscriptionRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    path: '/customers/:id/subscriptions',
    summary: 'List the subscriptions of a customer that this partner may see, latest first',
    tag,
    useCase: listSubscriptions,
    params: IdParams,
    query: Type.Object({ size: Type.Optional(PageSize), cursor: Type.Optional(Cursor) }, strict),
    answer: SubscriptionPageView,
    input: ({ params, query: { size, cursor }, request }) => ({ customerId: canonicalId(params.id)!, size: Number(size ?? usualPageSize), cursor, reader: readerLanguage(request) }),
    present: (page) => page as never,
  }),
  route({
    method: 'POST',
    path: '/customers/:id/subscriptions/export',
    summary: 'Take the subscriptions of a customer along as a CSV file: id, product, quantity, status, reseller id',
    tag,
    useCase: exportSubscriptions,
    params: IdParams,
    body: NoBody,
    answer: Type.Object({ text: Type.String({ description: 'CSV in UTF-8 with byte order mark, RFC 4180, one head row: Subscription ID, Subscription, Quantity, Status, Reseller ID. At most 10,000 rows.' }) }),
    budget: 'export',
    input: ({ params, request }) => ({ customerId: canonicalId(params.id)!, reader: readerLanguage(request) }),
    present: (file) => file,
  }),
  route({
    ...one,
    method: 'GET',
    path,
    summary: 'Read a subscription with what may be done with it, and for its seller with what it cost',
    useCase: readSubscription,
    input: ({ params, request }) => ({ ...named(params), reader: readerLanguage(request) }),
  }),
  route({
    method: 'GET',
    path: `${path}/conversions`,
    summary: 'List what a subscription may become, each with why not where that is so; it is ordered as a line that replaces it',
    tag,
    useCase: listConversions,
    params: SubscriptionParams,
    answer: ConversionListView,
    input: ({ params, request }) => ({ ...named(params), reader: readerLanguage(request) }),
    present: (list) => list as never,
  }),
  route({
    method: 'POST',
    path: `${path}/quantity-preview`,
    summary: 'See what another number of seats would cost or give back; changes nothing',
    tag,
    useCase: previewSeats,
    params: SubscriptionParams,
    body: Type.Object({ quantity: Quantity }, strict),
    answer: SeatsPreview,
    input: ({ params, body }) => ({ ...named(params), quantity: body.quantity }),
    present: (preview) => preview,
  }),
  route({
    ...one,
    method: 'PUT',
    path: `${path}/quantity`,
    summary: 'Change the number of seats; the days left of the cycle are charged or given back',
    useCase: changeSeats,
    body: Type.Object({ quantity: Quantity }, strict),
    ifMatch: true,
    input: ({ params, body, version, request }) => ({ ...named(params), quantity: body.quantity, version, reader: readerLanguage(request) }),
  }),
  route({
    ...one,
    method: 'PUT',
    path: `${path}/name`,
    summary: 'Call a subscription by a name of your own; null for that of the offer',
    useCase: renameSubscription,
    body: Type.Object({ friendlyName: Type.Union([Text(800), Type.Null()]) }, strict),
    ifMatch: true,
    input: ({ params, body, version, request }) => ({ ...named(params), friendlyName: body.friendlyName, version, reader: readerLanguage(request) }),
  }),
  route({
    ...one,
    method: 'PUT',
    path: `${path}/auto-renewal`,
    summary: 'Say whether it goes on after its term, or ends with it',
    useCase: switchAutoRenew,
    body: Type.Object({ autoRenew: Type.Boolean() }, strict),
    ifMatch: true,
    input: ({ params, body, version, request }) => ({ ...named(params), autoRenew: body.autoRenew, version, reader: readerLanguage(request) }),
  }),
  route({
    ...one,
    method: 'PUT',
    path: `${path}/reseller`,
    summary: 'Say which indirect reseller is on record for it',
    useCase: changeSubscriptionReseller,
    body: Type.Object({ resellerId: Type.Union([Id, Type.Null()]) }, strict),
    ifMatch: true,
    input: ({ params, body, version, request }) => ({ ...named(params), resellerId: body.resellerId === null ? null : canonicalId(body.resellerId)!, version, reader: readerLanguage(request) }),
  }),
  route({
    ...one,
    method: 'POST',
    path: `${path}/suspension`,
    summary: 'Suspend it with its add-ons: users are locked out, and after some days the data go',
    useCase: suspendSubscription,
    body: Type.Object({ because: SuspensionCode }, strict),
    keyKeptForDays: 1,
    budget: 'revoke',
    input: ({ params, body, request }) => ({ ...named(params), because: body.because, reader: readerLanguage(request) }),
  }),
  route({
    ...one,
    method: 'POST',
    path: `${path}/reactivation`,
    summary: 'Reactivate a suspended one, with the add-ons that were suspended with it',
    useCase: reactivateSubscription,
    body: NoBody,
    keyKeptForDays: 1,
    input: ({ params, request }) => ({ ...named(params), reader: readerLanguage(request) }),
  }),
  route({
    ...one,
    method: 'POST',
    path: `${path}/cancellation`,
    summary: 'Withdraw what waits, or cancel within the window of its contract; the rest of the cycle is given back',
    useCase: cancelSubscription,
    body: NoBody,
    keyKeptForDays: 1,
    budget: 'revoke',
    input: ({ params, request }) => ({ ...named(params), reader: readerLanguage(request) }),
  }),
]
