import { type Static, Type } from 'typebox'
import { listOwnServices } from '../../application/service-health/list-own-services.ts'
import { readerLanguage } from '../reader-language.ts'
import { type AnyRoute, route } from '../route.ts'
import { Id, Maybe } from '../schemas.ts'
import { Standing } from './service-health-schemas.ts'

export const OwnServiceView = Type.Object({
  service: Type.String(),
  serviceName: Type.String(),
  adminPortalName: Maybe(Type.String()),
  sellers: Type.Array(
    Type.Object({
      partnerId: Id,
      partnerName: Type.String({ description: 'With whom the organization deals: the reseller on record, else the partner that sold it.' }),
      providerName: Type.Union([Type.String(), Type.Null()], { description: 'The indirect provider behind the reseller.' }),
      subscriptions: Type.Integer({ description: 'In force; add-ons count as subscriptions of their own.' }),
      seats: Type.Integer({ description: 'Of the subscriptions that are no add-ons.' }),
    }),
  ),
  standing: Standing,
})
export type OwnServiceView = Static<typeof OwnServiceView>

export const ownServiceRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    path: '/services',
    summary: 'Read the services of one’s organization: who sold how much of each, and how it stands',
    tag: 'Service health',
    useCase: listOwnServices,
    answer: Type.Object({ items: Type.Array(OwnServiceView) }),
    input: ({ request }) => ({ reader: readerLanguage(request) }),
    present: (items) => ({ items }) as never,
  }),
]
