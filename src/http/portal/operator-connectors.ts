import { type Static, Type } from 'typebox'
import { addConnector, changeConnector, readConnector, readConnectors, removeConnector, type ShownConnector } from '../../application/provisioning/manage-connectors.ts'
import { canonicalId } from '../../domain/ids.ts'
import { type AnyRoute, route } from '../route.ts'
import { Id, IdParams, Instant, Maybe, NoBody, Nothing, strict, Text } from '../schemas.ts'

const tag = 'Provisioning'

export const ConnectorView = Type.Object({
  id: Id,
  cloud: Type.Union([Type.String(), Type.Null()], { description: 'Null, with service and product, for whatever has no nearer connector.' }),
  serviceId: Maybe(Type.String()),
  productId: Maybe(Type.String()),
  url: Type.String(),
  createdAt: Instant,
  version: Type.Integer(),
})
export type ConnectorView = Static<typeof ConnectorView>
export const ConnectorList = Type.Object({ items: Type.Array(ConnectorView) })
export type ConnectorList = Static<typeof ConnectorList>

const Url = Type.String({ minLength: 8, maxLength: 2_000, pattern: '^https?://[^\\s#]+$', description: 'https on port 443 or 8443, on a public address; others only in networks that CONNECTOR_ALLOW names.' })
const Secret = Type.String({ minLength: 32, maxLength: 200, pattern: '^[\\x21-\\x7e]+$', description: 'Shared with the connector; kept sealed and never shown again. 32 or more random characters.' })

const one = { tag, answer: ConnectorView, present: presentConnector, version: ({ version }: ShownConnector) => version } as const

export const operatorConnectorRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    path: '/operator/connectors',
    summary: 'List the connectors that provision what is ordered, that of the installation first',
    tag,
    useCase: readConnectors,
    answer: ConnectorList,
    input: () => undefined,
    present: (connectors) => ({ items: connectors.map(presentConnector) }),
  }),
  route({
    ...one,
    method: 'POST',
    path: '/operator/connectors',
    summary: 'Name the connector of the installation, of a service or of a product',
    useCase: addConnector,
    body: Type.Object({ cloud: Maybe(Text(40)), serviceId: Maybe(Text(60)), productId: Maybe(Text(40)), url: Url, secret: Secret }, strict),
    status: 201,
    keyKeptForDays: 1,
    input: ({ body }) => body,
  }),
  route({
    ...one,
    method: 'GET',
    path: '/operator/connectors/:id',
    summary: 'Read a connector, with the ETag that a change of it names',
    useCase: readConnector,
    params: IdParams,
    input: ({ params }) => ({ id: canonicalId(params.id)! }),
  }),
  route({
    ...one,
    method: 'PUT',
    path: '/operator/connectors/:id',
    summary: 'Change where a connector is, and with which secret it is spoken to',
    useCase: changeConnector,
    params: IdParams,
    body: Type.Object({ url: Url, secret: Type.Optional(Secret) }, strict),
    ifMatch: true,
    input: ({ params, body, version }) => ({ id: canonicalId(params.id)!, version, url: body.url, secret: body.secret ?? null }),
  }),
  route({
    method: 'POST',
    path: '/operator/connectors/:id/removal',
    summary: 'Take a connector away; what it provisioned is provisioned by hand from now on',
    tag,
    useCase: removeConnector,
    params: IdParams,
    body: NoBody,
    answer: Nothing,
    status: 204,
    keyKeptForDays: 1,
    input: ({ params }) => ({ id: canonicalId(params.id)! }),
    present: () => null,
  }),
]

function presentConnector({ createdAt, ...connector }: ShownConnector): ConnectorView {
  return { ...connector, createdAt: createdAt.toISOString() }
}
