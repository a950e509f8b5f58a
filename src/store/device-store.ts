import { sql } from 'kysely'
import { type Device, deviceKeys, type StatedDevice } from '../domain/devices/device.ts'
import type { Transaction } from './database.ts'
import { microseconds } from './microseconds.ts'

export interface NewDevice extends StatedDevice {
  readonly customerId: string
  readonly id: string
  readonly partnerId: string | null
  readonly batch: string
  readonly addedBy: string
  readonly addedAt: Date
}

/** False where the customer has one of that serial number and manufacturer, whoever added it. */
export async function insertDevice(trx: Transaction, device: NewDevice): Promise<boolean> {
  const { serialKey, manufacturerKey } = deviceKeys(device)
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('devices')
    .values({
      ...{ customer_id: device.customerId, id: device.id, partner_id: device.partnerId, batch: device.batch, serial_number: device.serialNumber, serial_key: serialKey },
      ...{ manufacturer: device.manufacturer, manufacturer_key: manufacturerKey, model: device.model, product_key: device.productKey, hardware_hash: device.hardwareHash },
      ...{ added_by: device.addedBy, added_at: device.addedAt },
    })
    .onConflict((conflict) => conflict.columns(['customer_id', 'serial_key', 'manufacturer_key']).where('removed_at', 'is', null).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export interface ListedDevice {
  readonly device: Device
  readonly keys: readonly [addedAt: string, id: string]
}

interface PageWanted {
  readonly start: { readonly keys: readonly unknown[]; readonly backwards: boolean } | undefined
  readonly most: number
}

/** The devices of a customer as far as this reader may see them, latest first. */
export async function devicesOf(trx: Transaction, customerId: string, { start, most }: PageWanted): Promise<ListedDevice[]> {
  const falls = !start?.backwards
  let query = trx
    .selectFrom('devices')
    .select(['customer_id', 'id', 'partner_id', 'batch', 'serial_number', 'manufacturer', 'model', 'product_key', 'profile_id', 'added_at'])
    .select([microseconds('added_at').as('added_key'), sql<boolean>`hardware_hash is not null`.as('has_hash')])
    .where('customer_id', '=', customerId)
    .where('removed_at', 'is', null)
    .orderBy('added_at', falls ? 'desc' : 'asc')
    .orderBy('id', falls ? 'desc' : 'asc')
    .limit(most)
  if (start) {
    const [addedAt, id] = start.keys as string[]
    query = query.where(sql<boolean>`(added_at, id) ${sql.raw(falls ? '<' : '>')} (${addedAt}::timestamptz, ${id}::uuid)`)
  }
  return (await query.execute()).map((row) => ({
    device: {
      ...{ customerId: row.customer_id, id: row.id, partnerId: row.partner_id, batch: row.batch, serialNumber: row.serial_number, manufacturer: row.manufacturer },
      ...{ model: row.model, productKey: row.product_key, hasHardwareHash: row.has_hash, profileId: row.profile_id, addedAt: row.added_at },
    },
    keys: [row.added_key, row.id],
  }))
}

/** Those that are there and this reader may see, held, in one order so that two acts queue up. */
export async function lockDevices(trx: Transaction, customerId: string, ids: readonly string[]): Promise<string[]> {
  const rows = await trx.selectFrom('devices').select('id').where('customer_id', '=', customerId).where('id', 'in', [...ids]).where('removed_at', 'is', null).orderBy('id').forUpdate().execute()
  return rows.map(({ id }) => id)
}

export async function assignProfile(trx: Transaction, ids: readonly string[], profileId: string | null): Promise<void> {
  await trx.updateTable('devices').set({ profile_id: profileId, version: sql`version + 1` }).where('id', 'in', [...ids]).execute()
}

export async function removeDevicesOf(trx: Transaction, ids: readonly string[], end: { readonly at: Date; readonly by: string }): Promise<void> {
  await trx.updateTable('devices').set({ removed_at: end.at, removed_by: end.by, profile_id: null, version: sql`version + 1` }).where('id', 'in', [...ids]).execute()
}
