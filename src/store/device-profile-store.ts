import { type Selectable, sql } from 'kysely'
import type { DeviceProfile, DeviceSetting } from '../domain/devices/device.ts'
import { DomainError } from '../domain/errors.ts'
import { searchKey } from '../domain/names/search-key.ts'
import type { Transaction } from './database.ts'
import type { DeviceProfiles } from './schema.generated.ts'

/** False where another profile of the customer is called so. */
export async function insertDeviceProfile(trx: Transaction, profile: DeviceProfile): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('device_profiles')
    .values({ customer_id: profile.customerId, id: profile.id, created_by: profile.createdBy, created_at: profile.createdAt, ...changing(profile) })
    .onConflict((conflict) => conflict.columns(['customer_id', 'name_key']).where('deleted_at', 'is', null).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export async function saveDeviceProfile(trx: Transaction, next: DeviceProfile): Promise<DeviceProfile> {
  await trx.updateTable('device_profiles').set({ ...changing(next), version: next.version + 1 }).where('id', '=', next.id).execute()
  return { ...next, version: next.version + 1 }
}

function changing({ name, description, settings, deletedAt }: DeviceProfile) {
  return { name, name_key: searchKey(name), description, settings: [...settings], deleted_at: deletedAt }
}

/** One that stands, held for its change. */
export async function lockDeviceProfile(trx: Transaction, customerId: string, id: string, version: number): Promise<DeviceProfile> {
  const profile = found(await standing(trx, customerId).where('id', '=', id).forUpdate().executeTakeFirst())
  if (profile.version !== version) throw new DomainError('changedMeanwhile', 'The profile changed meanwhile.')
  return profile
}

/** The same, held for devices that get it: its deletion waits, or is seen. */
export async function holdDeviceProfile(trx: Transaction, customerId: string, id: string): Promise<DeviceProfile | null> {
  const row = await standing(trx, customerId).where('id', '=', id).forShare().executeTakeFirst()
  return row ? fromRow(row) : null
}

/** By name. */
export async function deviceProfilesOf(trx: Transaction, customerId: string): Promise<DeviceProfile[]> {
  return (await standing(trx, customerId).orderBy('name_key').orderBy('id').execute()).map(fromRow)
}

/** How many devices that this reader sees have each profile; those without any are not named. */
export async function countDevicesOf(trx: Transaction, customerId: string): Promise<ReadonlyMap<string, number>> {
  const rows = await trx
    .selectFrom('devices')
    .select(['profile_id', sql<string>`count(*)`.as('count')])
    .where('customer_id', '=', customerId)
    .where('removed_at', 'is', null)
    .where('profile_id', 'is not', null)
    .groupBy('profile_id')
    .execute()
  return new Map(rows.map(({ profile_id, count }) => [profile_id!, Number(count)]))
}

const columns = ['customer_id', 'id', 'name', 'description', 'settings', 'created_by', 'created_at', 'deleted_at', 'version'] as const

function standing(trx: Transaction, customerId: string) {
  return trx.selectFrom('device_profiles').select(columns).where('customer_id', '=', customerId).where('deleted_at', 'is', null)
}

function found(row: Parameters<typeof fromRow>[0] | undefined): DeviceProfile {
  if (!row) throw new DomainError('notFound', 'No such profile.')
  return fromRow(row)
}

function fromRow(row: Pick<Selectable<DeviceProfiles>, (typeof columns)[number]>): DeviceProfile {
  return {
    ...{ customerId: row.customer_id, id: row.id, name: row.name, description: row.description, settings: row.settings as DeviceSetting[] },
    ...{ createdBy: row.created_by, createdAt: row.created_at, deletedAt: row.deleted_at, version: row.version },
  }
}
