import { Type } from 'typebox'
import { readOwnSupport } from '../../application/support/own-support-contacts.ts'
import { assignSupportContact, readSupportContact, type ShownSupportContact } from '../../application/support/support-contact.ts'
import { canonicalId } from '../../domain/ids.ts'
import { readerLanguage } from '../reader-language.ts'
import { type AnyRoute, route } from '../route.ts'
import { Id, Maybe, strict, Text } from '../schemas.ts'
import { OwnSupportView, presentContact, presentOwnSupport, SupportContactView } from './service-request-schemas.ts'
import { SubscriptionParams } from './subscription-schemas.ts'

const one = {
  tag: 'Subscriptions',
  path: '/customers/:id/subscriptions/:subscriptionId/support-contact',
  params: SubscriptionParams,
  answer: SupportContactView,
  present: presentContact,
  version: ({ version }: ShownSupportContact) => version,
}
const named = ({ id, subscriptionId }: { id: string; subscriptionId: string }) => ({ customerId: canonicalId(id)!, subscriptionId: canonicalId(subscriptionId)! })

export const supportContactRoutes: AnyRoute[] = [
  route({
    ...one,
    method: 'GET',
    summary: 'Read whom the customer calls for a subscription, and for its seller who else could be named',
    useCase: readSupportContact,
    input: ({ params, request }) => ({ ...named(params), reader: readerLanguage(request) }),
  }),
  route({
    ...one,
    method: 'PUT',
    summary: 'Name a reseller with admin privileges as support contact, or the seller itself again',
    useCase: assignSupportContact,
    body: Type.Object(
      {
        supportTenantId: Id,
        supportMpnId: Type.Optional(Type.Union([Text(20), Type.Null()], { description: 'As it was read; the tenant alone decides.' })),
        name: Type.Optional(Maybe(Text(400))),
      },
      strict,
    ),
    ifMatch: true,
    input: ({ params, body, version, request }) => ({ ...named(params), supportTenantId: canonicalId(body.supportTenantId)!, version, reader: readerLanguage(request) }),
  }),
  route({
    method: 'GET',
    path: '/own-support',
    summary: 'Read whom the organization calls for which product, and the partners it may turn to',
    tag: 'Own service requests',
    useCase: readOwnSupport,
    answer: OwnSupportView,
    input: ({ request }) => ({ reader: readerLanguage(request) }),
    present: presentOwnSupport,
  }),
]
