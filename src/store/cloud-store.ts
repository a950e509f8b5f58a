import { DomainError } from '../domain/errors.ts'
import type { ManifestOverrides } from '../domain/clouds/apply-overrides.ts'
import type { Transaction } from './database.ts'
import type { StoredCloud } from './installation-store.ts'

export interface VersionedCloud extends StoredCloud {
  readonly version: number
}

/** In the order in which they came to be: a copy stands after what it was copied from. */
export async function versionedClouds(trx: Transaction): Promise<VersionedCloud[]> {
  const rows = await trx.selectFrom('clouds').select(['id', 'based_on', 'overrides', 'version']).orderBy('created_at').orderBy('id').execute()
  return rows.map(fromRow)
}

export async function findCloud(trx: Transaction, id: string): Promise<VersionedCloud> {
  const row = await trx.selectFrom('clouds').select(['id', 'based_on', 'overrides', 'version']).where('id', '=', id).executeTakeFirst()
  if (!row) throw new DomainError('notFound', 'No such cloud.')
  return fromRow(row)
}

/** Only where nobody changed it since it was read. */
export async function saveCloud(trx: Transaction, cloud: VersionedCloud): Promise<VersionedCloud> {
  const version = cloud.version + 1
  const { numUpdatedRows } = await trx
    .updateTable('clouds')
    .set({ overrides: JSON.stringify(cloud.overrides), version })
    .where('id', '=', cloud.id)
    .where('version', '=', cloud.version)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new DomainError('changedMeanwhile', 'The cloud changed meanwhile.')
  return { ...cloud, version }
}

export async function insertCloud(trx: Transaction, cloud: VersionedCloud, now: Date): Promise<void> {
  await trx.insertInto('clouds').values({ id: cloud.id, based_on: cloud.basedOn, overrides: JSON.stringify(cloud.overrides), created_at: now, version: cloud.version }).execute()
}

function fromRow(row: { id: string; based_on: string; overrides: unknown; version: number }): VersionedCloud {
  return { id: row.id, basedOn: row.based_on, overrides: row.overrides as ManifestOverrides, version: row.version }
}
