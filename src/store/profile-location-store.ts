import type { Selectable } from 'kysely'
import type { ProfileLocation } from '../domain/business-profiles/business-profile.ts'
import type { Transaction } from './database.ts'
import type { ProfileLocations } from './schema.generated.ts'

export async function insertLocation(trx: Transaction, partnerId: string, location: ProfileLocation, by: string): Promise<void> {
  await trx
    .insertInto('profile_locations')
    .values({
      partner_id: partnerId,
      id: location.id,
      profile_id: location.profileId,
      name: location.name,
      address_line1: location.addressLine1,
      address_line2: location.addressLine2,
      city: location.city,
      state: location.state,
      postal_code: location.postalCode,
      country: location.country,
      phone: location.phone,
      created_at: location.createdAt,
      created_by: by,
    })
    .execute()
}

/** In the order in which they were added. */
export async function locationsOf(trx: Transaction, partnerId: string, profileId: string): Promise<ProfileLocation[]> {
  const rows = await trx.selectFrom('profile_locations').selectAll().where('partner_id', '=', partnerId).where('profile_id', '=', profileId).orderBy('created_at').orderBy('id').execute()
  return rows.map(locationFromRow)
}

/** Whether there was one. */
export async function deleteLocation(trx: Transaction, partnerId: string, { profileId, id }: { readonly profileId: string; readonly id: string }): Promise<boolean> {
  const { numDeletedRows } = await trx.deleteFrom('profile_locations').where('partner_id', '=', partnerId).where('profile_id', '=', profileId).where('id', '=', id).executeTakeFirst()
  return numDeletedRows === 1n
}

export function locationFromRow(row: Omit<Selectable<ProfileLocations>, 'partner_id' | 'created_by'>): ProfileLocation {
  return {
    id: row.id,
    profileId: row.profile_id,
    name: row.name,
    addressLine1: row.address_line1,
    addressLine2: row.address_line2,
    city: row.city,
    state: row.state,
    postalCode: row.postal_code,
    country: row.country,
    phone: row.phone,
    createdAt: row.created_at,
  }
}
