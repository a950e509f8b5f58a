import { sql } from 'kysely'
import type { Transaction } from './database.ts'

/** A reseller that may be named: in partnership, related to the customer, and with privileges or without. */
export interface SupportCandidate {
  readonly id: string
  readonly name: string
  readonly programmeId: string | null
  readonly hasPrivileges: boolean
}

/** Those of the partner that asks, by name; nothing without a relationship with the customer. */
export async function supportCandidates(trx: Transaction, customerId: string): Promise<SupportCandidate[]> {
  return candidates(trx, customerId, null, false)
}

/** One of them, with what its standing rests on held until the act has committed (rule R10). */
export async function holdCandidate(trx: Transaction, customerId: string, id: string): Promise<SupportCandidate | undefined> {
  return (await candidates(trx, customerId, id, true))[0]
}

async function candidates(trx: Transaction, customerId: string, wanted: string | null, hold: boolean): Promise<SupportCandidate[]> {
  const { rows } = await sql<{ reseller_id: string; name: string; programme_id: string | null; has_privileges: boolean }>`
    select reseller_id, name, programme_id, has_privileges from support_candidates(${customerId}::uuid, ${wanted}::uuid, ${hold})`.execute(trx)
  return rows.map((row) => ({ id: row.reseller_id, name: row.name, programmeId: row.programme_id, hasPrivileges: row.has_privileges }))
}

/** Whom the seller named for a subscription; the seller itself where nobody is named. */
export interface StoredContact {
  readonly partnerId: string
  readonly customerId: string
  readonly subscriptionId: string
  readonly contactId: string | null
  readonly changedAt: Date
  readonly changedBy: string | null
  readonly version: number
}

/** The row of the partner that sold it; another seller's words do not count any more. */
export async function findContact(trx: Transaction, of: Pick<StoredContact, 'partnerId' | 'customerId' | 'subscriptionId'>): Promise<StoredContact | undefined> {
  const row = await trx.selectFrom('support_contacts').selectAll().where('partner_id', '=', of.partnerId).where('customer_id', '=', of.customerId).where('subscription_id', '=', of.subscriptionId).executeTakeFirst()
  return row && contactFrom(row)
}

/** Of many subscriptions at once; each with the seller that it was read with. */
export async function contactsOf(trx: Transaction, subscriptionIds: readonly string[]): Promise<StoredContact[]> {
  if (subscriptionIds.length === 0) return []
  return (await trx.selectFrom('support_contacts').selectAll().where('subscription_id', 'in', [...subscriptionIds]).execute()).map(contactFrom)
}

/** Whoever else changed it meanwhile comes first, and this one gives back false. The version of what was never said is 1. */
export async function saveContact(trx: Transaction, { partnerId, customerId, subscriptionId, contactId, changedAt, changedBy, version }: StoredContact): Promise<boolean> {
  const { rows } = await sql`
    insert into support_contacts as c (partner_id, customer_id, subscription_id, support_tenant_id, changed_at, changed_by, version)
    values (${partnerId}, ${customerId}, ${subscriptionId}, ${contactId}, ${changedAt}, ${changedBy}, ${version + 1})
    on conflict (partner_id, customer_id, subscription_id) do update
      set support_tenant_id = excluded.support_tenant_id, changed_at = excluded.changed_at, changed_by = excluded.changed_by, version = excluded.version
      where c.version = ${version}
    returning version`.execute(trx)
  return rows.length === 1
}

/** Ends every naming of this contact at the customer, or by the provider; gives back what ended. */
export async function endContacts(trx: Transaction, { contactId, customerId, partnerId }: { readonly contactId: string; readonly customerId?: string; readonly partnerId?: string }, at: Date): Promise<StoredContact[]> {
  let query = trx
    .updateTable('support_contacts')
    .set((row) => ({ support_tenant_id: null, changed_at: at, changed_by: null, version: row('version', '+', 1) }))
    .where('support_tenant_id', '=', contactId)
  if (customerId !== undefined) query = query.where('customer_id', '=', customerId)
  if (partnerId !== undefined) query = query.where('partner_id', '=', partnerId)
  return (await query.returningAll().execute()).map(contactFrom)
}

function contactFrom(row: { partner_id: string; customer_id: string; subscription_id: string; support_tenant_id: string | null; changed_at: Date; changed_by: string | null; version: number }): StoredContact {
  return {
    partnerId: row.partner_id,
    customerId: row.customer_id,
    subscriptionId: row.subscription_id,
    contactId: row.support_tenant_id,
    changedAt: row.changed_at,
    changedBy: row.changed_by,
    version: row.version,
  }
}
