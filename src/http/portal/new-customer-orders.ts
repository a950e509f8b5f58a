import { Type } from 'typebox'
import { listOffersForNew, previewOrderForNew } from '../../application/orders/order-for-new.ts'
import { readerLanguage } from '../reader-language.ts'
import { type AnyRoute, route } from '../route.ts'
import { Country, SearchText, strict } from '../schemas.ts'
import { lineOf } from './orders.ts'
import { OfferListView, OrderLines, OrderPreviewView } from './subscription-schemas.ts'

const tag = 'New customers'
const Agreement = Type.Enum(['attested', 'customerIsAsked'], { description: 'How the agreement will come about, as in `POST /customers`; left out where the cloud has none.' })

/** The Subscriptions page of adding a customer; the order itself is placed for the customer that is there then. */
export const newCustomerOrderRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    path: '/new-customer-offers',
    summary: 'List what a customer of that country could have once it is created, or why nothing can be ordered with it',
    tag,
    useCase: listOffersForNew,
    query: Type.Object({ country: Type.Optional(Country), agreement: Type.Optional(Agreement), search: Type.Optional(SearchText) }, strict),
    answer: OfferListView,
    input: ({ query, request }) => ({ country: query.country ?? '', isAttested: query.agreement === 'attested', search: query.search, reader: readerLanguage(request) }),
    present: (offers) => offers as never,
  }),
  route({
    method: 'POST',
    path: '/new-customer-order-previews',
    summary: 'See what an order together with creating a customer would cost; changes nothing',
    tag,
    useCase: previewOrderForNew,
    body: Type.Object({ country: Country, agreement: Type.Optional(Agreement), lines: OrderLines }, strict),
    answer: OrderPreviewView,
    input: ({ body, request }) => ({ country: body.country, isAttested: body.agreement === 'attested', lines: body.lines.map(lineOf), reader: readerLanguage(request) }),
    present: (preview) => preview as never,
  }),
]
