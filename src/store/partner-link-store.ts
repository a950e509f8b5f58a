import type { Transaction } from './database.ts'
import type { StoredSecret } from './relationship-request-store.ts'

/** The reusable link of a partner account (rule R1). One is in force at a time; ended ones stay and open nothing. */
export interface PartnerLink {
  readonly partnerId: string
  readonly id: string
  readonly createdAt: Date
  readonly endedAt: Date | null
}

export interface SealedPartnerLink extends PartnerLink {
  readonly sealed: Buffer
}

/** On enrolment, or when a former link has been ended. False where one is in force already: there is never a second. */
export async function createPartnerLink(
  trx: Transaction,
  link: { readonly partnerId: string; readonly id: string; readonly secret: StoredSecret; readonly at: Date },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('partner_links')
    .values({
      partner_id: link.partnerId,
      id: link.id,
      secret_hash: link.secret.hash,
      sealed_secret: link.secret.sealed,
      created_at: link.at,
    })
    .onConflict((conflict) => conflict.column('partner_id').where('ended_at', 'is', null).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** The link in force with its sealed secret; undefined where none was made yet. */
export async function currentPartnerLink(trx: Transaction, partnerId: string): Promise<SealedPartnerLink | undefined> {
  const row = await trx
    .selectFrom('partner_links')
    .select(['partner_id', 'id', 'sealed_secret', 'created_at', 'ended_at'])
    .where('partner_id', '=', partnerId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return row && { ...linkFromRow(row), sealed: row.sealed_secret }
}

/** The link behind a secret, in force or ended; needs the transaction's link secret or the system's scope. */
export async function partnerLinkBySecret(trx: Transaction, secretHash: Buffer): Promise<PartnerLink | undefined> {
  const row = await trx
    .selectFrom('partner_links')
    .select(['partner_id', 'id', 'created_at', 'ended_at'])
    .where('secret_hash', '=', secretHash)
    .executeTakeFirst()
  return row && linkFromRow(row)
}

/** Ends the link in force; gives back its id. Two rotations at once wait for each other at this row. */
export async function endPartnerLink(trx: Transaction, partnerId: string, at: Date): Promise<string | undefined> {
  const row = await trx
    .updateTable('partner_links')
    .set({ ended_at: at })
    .where('partner_id', '=', partnerId)
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

function linkFromRow(row: { partner_id: string; id: string; created_at: Date; ended_at: Date | null }): PartnerLink {
  return { partnerId: row.partner_id, id: row.id, createdAt: row.created_at, endedAt: row.ended_at }
}
