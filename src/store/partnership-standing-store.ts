import { sql } from 'kysely'
import type { Transaction } from './database.ts'

export interface StandingOfProvider {
  readonly isSuspended: boolean
  readonly isClosed: boolean
  readonly asker: { readonly isActive: boolean; readonly roles: readonly string[] }
}

/** The standing of the provider behind a link and of the person who asked; with `hold` it stays so until the act has committed (R7, R10). */
export async function standingBehindPartnership(trx: Transaction, secretHash: Buffer, how: { readonly hold: boolean }): Promise<StandingOfProvider | undefined> {
  const { rows } = await sql<{ is_suspended: boolean; is_closed: boolean; asker_status: string | null; asker_roles: string[] | null }>`
    select is_suspended, is_closed, asker_status, asker_roles from partnership_standing(${secretHash}, ${how.hold})`.execute(trx)
  const [row] = rows
  return row && { isSuspended: row.is_suspended, isClosed: row.is_closed, asker: { isActive: row.asker_status === 'active', roles: row.asker_roles ?? [] } }
}

/** Whether the two partners of a joint link are still in partnership; true for a link of one partner. */
export async function jointPartnershipStands(trx: Transaction, secretHash: Buffer, how: { readonly hold: boolean }): Promise<boolean> {
  const { rows } = await sql<{ stands: boolean }>`select joint_partnership_stands(${secretHash}, ${how.hold}) as stands`.execute(trx)
  return rows[0]!.stands
}

/** What the viewer's own organization already has with that provider. */
export async function tiesToProvider(trx: Transaction, tenantId: string, providerId: string): Promise<{ readonly isInPartnership: boolean; readonly isCustomer: boolean }> {
  const [partnership, relationship] = await Promise.all([
    trx.selectFrom('partnerships').select('id').where('provider_id', '=', providerId).where('reseller_id', '=', tenantId).where('status', '=', 'active').executeTakeFirst(),
    trx.selectFrom('reseller_relationships').select('id').where('partner_id', '=', providerId).where('customer_id', '=', tenantId).where('ended_at', 'is', null).executeTakeFirst(),
  ])
  return { isInPartnership: partnership !== undefined, isCustomer: relationship !== undefined }
}

/** The providers with which this organization is in partnership as a reseller: they cannot become its partners as a customer (C.1). */
export async function providersOfReseller(trx: Transaction, resellerId: string): Promise<string[]> {
  const rows = await trx.selectFrom('partnerships').select('provider_id').where('reseller_id', '=', resellerId).where('status', '=', 'active').execute()
  return rows.map((row) => row.provider_id)
}
