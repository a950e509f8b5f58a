import { DomainError } from '../../domain/errors.ts'
import { noTenant } from '../../domain/ids.ts'
import { type Connector, connectorUrl, type ConnectorPlace, requirePlace } from '../../domain/provisioning/connector.ts'
import { seal } from '../../security/seal.ts'
import { deleteConnector, insertConnector, isInCatalogue, listConnectors, lockConnector, type StoredConnector, updateConnector } from '../../store/connector-store.ts'
import type { UseCase, Work } from '../use-case.ts'

/** A connector as it is shown: never its secret. */
export type ShownConnector = Connector

/** Every connector: that of the installation first, then those of services and products. */
export const readConnectors: UseCase<void, readonly ShownConnector[]> = {
  action: 'provisioning.read',
  run: async ({ trx }) => (await listConnectors(trx)).map(shown),
}

/** One of them, with the version that a change names. */
export const readConnector: UseCase<{ readonly id: string }, ShownConnector> = {
  action: 'provisioning.read',
  run: async (work, { id }) => shown(await connectorNamed(work, id)),
}

/** Names an address to which orders go out from now on. What waits already is sent there by the operator's click. */
export const addConnector: UseCase<ConnectorPlace & { readonly url: string; readonly secret: string }, ShownConnector> = {
  action: 'connector.manage',

  async run(work, { url, secret, ...place }) {
    await requireKnownPlace(work, place)
    const id = work.newId()
    const connector: StoredConnector = { ...place, id, url: connectorUrl(url), sealedSecret: seal(work.env.keyRing, 'connectorSecret', id, secret), createdAt: work.now, version: 1 }
    await insertConnector(work.trx, connector)
    await recordChange(work, connector, 'connector.saved')
    return shown(connector)
  },
}

/** Another address or secret; calls under way are answered with the one that they were signed with. */
export const changeConnector: UseCase<{ readonly id: string; readonly version: number; readonly url: string; readonly secret: string | null }, ShownConnector> = {
  action: 'connector.manage',

  async run(work, { id, version, url, secret }) {
    const before = await connectorNamed(work, id)
    if (before.version !== version) throw new DomainError('changedMeanwhile', 'The connector changed meanwhile.')
    const sealedSecret = secret === null ? before.sealedSecret : seal(work.env.keyRing, 'connectorSecret', id, secret)
    const saved = await updateConnector(work.trx, { ...before, url: connectorUrl(url), sealedSecret })
    await recordChange(work, saved, 'connector.saved')
    return shown(saved)
  },
}

/** From now on the operator provisions by hand what went there; what the connector has in its hands it can no longer answer. */
export const removeConnector: UseCase<{ readonly id: string }, void> = {
  action: 'connector.manage',

  async run(work, { id }) {
    const connector = await connectorNamed(work, id)
    await deleteConnector(work.trx, id)
    await recordChange(work, connector, 'connector.removed')
  },
}

async function connectorNamed({ trx }: Work, id: string): Promise<StoredConnector> {
  const connector = await lockConnector(trx, id)
  if (!connector) throw new DomainError('notFound', 'No such connector.')
  return connector
}

async function requireKnownPlace({ env, trx }: Work, place: ConnectorPlace): Promise<void> {
  const services = place.cloud === null ? [] : env.manifestOf(place.cloud).services.map(({ id }) => id)
  requirePlace(place, services)
  if (place.cloud !== null && place.productId !== null && !(await isInCatalogue(trx, place.cloud, place.productId))) {
    throw new DomainError('invalidInput', 'The catalogue has no such product.', { reason: 'connectorPlace', field: 'productId' })
  }
}

/** Where it leads is not a secret among operators; what it is signed with is in no event. */
function recordChange(work: Work, { cloud, serviceId, productId, url }: StoredConnector, type: 'connector.saved' | 'connector.removed'): Promise<void> {
  return work.record({ type, resource: { type: 'catalogue', id: noTenant }, readers: [{ tenantId: work.person.tenantId }], data: { cloud, serviceId, productId, host: new URL(url).host } })
}

function shown({ id, cloud, serviceId, productId, url, createdAt, version }: StoredConnector): ShownConnector {
  return { id, cloud, serviceId, productId, url, createdAt, version }
}
