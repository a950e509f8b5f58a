import { DomainError } from '../errors.ts'

/** For what a connector provisions. All null: whatever has no nearer one. Else one cloud with a service of it or with one product. */
export interface ConnectorPlace {
  readonly cloud: string | null
  readonly serviceId: string | null
  readonly productId: string | null
}

export interface Connector extends ConnectorPlace {
  readonly id: string
  readonly url: string
  readonly createdAt: Date
  readonly version: number
}

/** The nearest: the product's, the service's, the installation's. */
export function nearestConnector<One extends ConnectorPlace>(connectors: readonly One[], sold: { readonly cloud: string; readonly serviceId: string | null; readonly productId: string }): One | undefined {
  const inCloud = connectors.filter(({ cloud }) => cloud === sold.cloud)
  return (
    inCloud.find(({ productId }) => productId === sold.productId) ??
    inCloud.find(({ serviceId }) => serviceId !== null && serviceId === sold.serviceId) ??
    connectors.find(({ cloud }) => cloud === null)
  )
}

/** Only an address that could be asked is kept; whether its network may be is judged at each call (rule R14). */
export function connectorUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !['https:', 'http:'].includes(url.protocol) || url.username !== '' || url.password !== '' || url.hash !== '') {
    throw new DomainError('invalidInput', 'The connector has an https address without name, password or fragment.', { reason: 'connectorAddress', field: 'url' })
  }
  return url.href
}

export function requirePlace({ cloud, serviceId, productId }: ConnectorPlace, services: readonly string[]): void {
  const named = [serviceId, productId].filter((one) => one !== null).length
  if (cloud === null ? named > 0 : named !== 1) throw new DomainError('invalidInput', 'A connector is for everything, for one service or for one product.', { reason: 'connectorPlace', field: 'cloud' })
  if (serviceId !== null && !services.includes(serviceId)) throw new DomainError('invalidInput', 'The cloud has no such service.', { reason: 'connectorPlace', field: 'serviceId' })
}
