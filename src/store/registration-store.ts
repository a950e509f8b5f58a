import { sql } from 'kysely'
import type { Registration } from '../domain/registrations/registration.ts'
import type { Transaction } from './database.ts'

/**
 * From here on the transaction sees the registration of this secret instead of the link it began with: nobody else's
 * registrations are visible to a visitor, not even while a new one is written.
 */
export async function enterRegistration(trx: Transaction, secretHash: Buffer): Promise<void> {
  await sql`select set_config('app.secret', ${secretHash.toString('hex')}, true)`.execute(trx)
}

export async function insertRegistration(
  trx: Transaction,
  registration: Registration,
  kept: { readonly secretHash: Buffer; readonly codeHash: Buffer; readonly at: Date },
): Promise<void> {
  await trx
    .insertInto('registrations')
    .values({
      id: registration.id,
      secret_hash: kept.secretHash,
      code_hash: kept.codeHash,
      cloud: registration.cloud,
      company_name: registration.companyName,
      country: registration.country,
      language: registration.language,
      display_name: registration.displayName,
      mail: registration.mail,
      created_at: kept.at,
      expires_at: registration.expiresAt,
    })
    .execute()
}

/** The registration of the transaction's secret, held for the act, with the hash of its code. */
export async function lockRegistration(trx: Transaction, secretHash: Buffer): Promise<(Registration & { readonly codeHash: Buffer }) | undefined> {
  const row = await trx
    .selectFrom('registrations')
    .select(['id', 'cloud', 'company_name', 'country', 'language', 'display_name', 'mail', 'attempts', 'expires_at', 'confirmed_at', 'code_hash'])
    .where('secret_hash', '=', secretHash)
    .forUpdate()
    .executeTakeFirst()
  return (
    row && {
      id: row.id,
      cloud: row.cloud,
      companyName: row.company_name,
      country: row.country,
      language: row.language,
      displayName: row.display_name,
      mail: row.mail,
      attempts: row.attempts,
      expiresAt: row.expires_at,
      confirmedAt: row.confirmed_at,
      codeHash: row.code_hash,
    }
  )
}

/** A wrong code counts, whatever is answered. */
export async function countWrongCode(trx: Transaction, id: string): Promise<void> {
  await trx
    .updateTable('registrations')
    .set((row) => ({ attempts: row('attempts', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

export async function confirmRegistration(trx: Transaction, id: string, at: Date): Promise<void> {
  await trx.updateTable('registrations').set({ confirmed_at: at }).where('id', '=', id).where('confirmed_at', 'is', null).execute()
}
