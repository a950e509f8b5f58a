import { sql } from 'kysely'
import { DomainError } from '../domain/errors.ts'
import type { Connector } from '../domain/provisioning/connector.ts'
import type { Transaction } from './database.ts'

export interface StoredConnector extends Connector {
  readonly sealedSecret: Buffer
}

/** A few: one for the installation, and those of services and products. */
export async function listConnectors(trx: Transaction): Promise<StoredConnector[]> {
  const rows = await trx.selectFrom('provisioning_connectors').selectAll().orderBy(sql`cloud nulls first`).orderBy('service_id').orderBy('product_id').limit(500).execute()
  return rows.map((row) => ({ id: row.id, cloud: row.cloud, serviceId: row.service_id, productId: row.product_id, url: row.url, sealedSecret: row.sealed_secret, createdAt: row.created_at, version: row.version }))
}

/** For the scopes of the operator and the system. */
export async function lockConnector(trx: Transaction, id: string): Promise<StoredConnector | undefined> {
  await sql`select id from provisioning_connectors where id = ${id}::uuid for update`.execute(trx)
  return (await listConnectors(trx)).find((one) => one.id === id)
}

export async function isInCatalogue(trx: Transaction, cloud: string, productId: string): Promise<boolean> {
  const row = await trx.selectFrom('catalogue_products').select('id').where('cloud', '=', cloud).where('id', '=', productId).executeTakeFirst()
  return row !== undefined
}

export async function insertConnector(trx: Transaction, { id, cloud, serviceId, productId, url, sealedSecret, createdAt }: StoredConnector): Promise<void> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('provisioning_connectors')
    .values({ id, cloud, service_id: serviceId, product_id: productId, url, sealed_secret: sealedSecret, created_at: createdAt })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows !== 1n) throw new DomainError('alreadyExists', 'There is a connector for that already.', { reason: 'connectorExists' })
}

export async function updateConnector(trx: Transaction, next: StoredConnector): Promise<StoredConnector> {
  await trx.updateTable('provisioning_connectors').set({ url: next.url, sealed_secret: next.sealedSecret, version: next.version + 1 }).where('id', '=', next.id).execute()
  return { ...next, version: next.version + 1 }
}

export async function deleteConnector(trx: Transaction, id: string): Promise<void> {
  await trx.deleteFrom('provisioning_connectors').where('id', '=', id).execute()
}

