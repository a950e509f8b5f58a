import { sql } from 'kysely'
import type { Transaction } from './database.ts'

export interface Erasure {
  readonly id: string
  readonly tenantId: string
  readonly personId: string
  readonly erasedAt: Date
  readonly keptUntil: Date
  readonly erasedBy: string | null
}

/** The only way a person is erased; may be done again. What does not exist (any more) is no fault. */
export async function erasePersonData(trx: Transaction, { tenantId, personId, id, erasedAt, keptUntil, erasedBy }: Erasure): Promise<void> {
  await sql`select erase_person(${tenantId}, ${personId}, ${id}, ${erasedAt}, ${keptUntil}, ${erasedBy})`.execute(trx)
}

/** What erasing would take, and what it would leave, in numbers. */
export interface ErasureCounts {
  readonly sessions: number
  readonly passkeys: number
  readonly mails: number
  readonly signatures: number
  readonly attestations: number
  readonly acts: number
}

export async function countErasure(trx: Transaction, { tenantId, personId, mail }: { tenantId: string; personId: string; mail: string | null }): Promise<ErasureCounts> {
  const { rows } = await sql<ErasureCounts>`
    select (select count(*)::int from sessions where tenant_id = ${tenantId} and person_id = ${personId}) as sessions,
      (select count(*)::int from passkeys where tenant_id = ${tenantId} and person_id = ${personId}) as passkeys,
      (select count(*)::int from mails where tenant_id = ${tenantId} and lower(recipient) = lower(${mail})) as mails,
      (select count(*)::int from signatures where customer_id = ${tenantId} and person_id = ${personId})
        + (select count(*)::int from partner_agreement_signatures where partner_id = ${tenantId} and person_id = ${personId}) as signatures,
      (select count(*)::int from attestations where partner_id = ${tenantId} and attested_by = ${personId}) as attestations,
      (select count(*)::int from events where actor_person_id = ${personId}) as acts`.execute(trx)
  return rows[0]!
}

/** The same about an address that has no account. */
export interface AddressCounts {
  readonly mails: number
  readonly registrations: number
  readonly contacts: number
  /** of partners' enrolment: an operator names somebody else there first */
  readonly legalContacts: number
  readonly attestations: number
  readonly accounts: number
}

export async function countAddress(trx: Transaction, address: string): Promise<AddressCounts> {
  const { rows } = await sql<AddressCounts>`
    select (select count(*)::int from mails where lower(recipient) = lower(${address})) as mails,
      (select count(*)::int from registrations where lower(mail) = lower(${address})) as registrations,
      (select count(*)::int from tenants where lower(contact_mail) = lower(${address}))
        + (select count(*)::int from customer_accounts where lower(billing_mail) = lower(${address}))
        + (select count(*)::int from leads where lower(contact_mail) = lower(${address}))
        + (select count(*)::int from campaign_rows where lower(stated_mail) = lower(${address})) as contacts,
      (select count(*)::int from partner_legal_details where lower(${address}) in (lower(contact_mail), lower(support_mail))) as "legalContacts",
      (select count(*)::int from attestations where lower(mail) = lower(${address})) as attestations,
      (select count(*)::int from people where lower(mail) = lower(${address}) and status <> 'erased') as accounts`.execute(trx)
  return rows[0]!
}

/** Everywhere in the installation, but where a contract is proved by it or the programme needs it. */
export async function eraseAddress(trx: Transaction, address: string): Promise<void> {
  await sql`select forget_mails(null, ${address})`.execute(trx)
  await sql`delete from registrations where lower(mail) = lower(${address})`.execute(trx)
  await sql`delete from one_time_secrets where lower(new_mail) = lower(${address})`.execute(trx)
  await sql`update tenants set contact_name = null, contact_mail = null, contact_phone = null, version = version + 1 where lower(contact_mail) = lower(${address})`.execute(trx)
  await sql`update customer_accounts set billing_mail = null, billing_first_name = null, billing_last_name = null, billing_phone = null, version = version + 1
    where lower(billing_mail) = lower(${address})`.execute(trx)
  await sql`update leads set contact_name = null, contact_mail = null, contact_phone = null, message = null, version = version + 1 where lower(contact_mail) = lower(${address})`.execute(trx)
  await sql`update campaign_rows set stated_mail = '' where lower(stated_mail) = lower(${address})`.execute(trx)
}

/** Every erasure there was, by number, oldest first. */
export async function listErasures(trx: Transaction): Promise<Omit<Erasure, 'keptUntil'>[]> {
  const rows = await trx.selectFrom('erasures').selectAll().orderBy('erased_at').orderBy('id').execute()
  return rows.map((row) => ({ id: row.id, tenantId: row.tenant_id, personId: row.person_id, erasedAt: row.erased_at, erasedBy: row.erased_by }))
}

/** Evidence whose legal period is over; gives back how many signers it forgot. */
export async function forgetKeptEvidence(trx: Transaction, now: Date, most: number): Promise<number> {
  const { rows } = await sql<{ forgotten: number }>`select forget_kept_evidence(${now}, ${most}) as forgotten`.execute(trx)
  return rows[0]!.forgotten
}

/** People of organizations that were closed before then and who are not erased yet. */
export async function peopleOfClosed(trx: Transaction, before: Date, most: number): Promise<{ id: string; tenantId: string }[]> {
  const rows = await trx
    .selectFrom('people')
    .innerJoin('tenants', 'tenants.id', 'people.tenant_id')
    .select(['people.id', 'people.tenant_id'])
    .where('tenants.status', '=', 'closed')
    .where('tenants.closed_at', '<', before)
    .where('people.status', '!=', 'erased')
    .orderBy('people.id')
    .limit(most)
    .execute()
  return rows.map((row) => ({ id: row.id, tenantId: row.tenant_id }))
}

/**
 * People who were deleted before then and can no longer be restored. Those of a customer are to be erased; a partner's and the
 * operator's history keeps the names of whoever acted for it, so of them only what was kept for restoring goes.
 */
export async function peopleDeletedBefore(trx: Transaction, before: Date, most: number): Promise<{ id: string; tenantId: string; isOnlyCustomers: boolean }[]> {
  const { rows } = await sql<{ id: string; tenant_id: string; is_only_customers: boolean }>`
    select p.id, p.tenant_id, t.is_customer and not t.is_operator and not exists (select from partner_profiles f where f.tenant_id = t.id) as is_only_customers
    from people p join tenants t on t.id = p.tenant_id
    where p.removed_at is not null and p.removed_at <= ${before} and p.status = 'removed' order by p.removed_at, p.id limit ${most}`.execute(trx)
  return rows.map((row) => ({ id: row.id, tenantId: row.tenant_id, isOnlyCustomers: row.is_only_customers }))
}

/** What was kept so that somebody could come back; the name stays in the history. */
export async function forgetForRestoring(trx: Transaction, { id, tenantId }: { readonly id: string; readonly tenantId: string }): Promise<void> {
  await trx
    .updateTable('people')
    .set({ removed_at: null, mail: null, mail_confirmed_at: null, first_name: null, last_name: null, usage_location: null })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute()
}
