import { sql } from 'kysely'
import type { Transaction } from './database.ts'

/** At once; within the statement timeout on any machine. */
const batch = 1_000

/** Sessions that were over before then. The signatures made in them keep their number. */
export function forgetSessions(trx: Transaction, before: Date): Promise<number> {
  return forgotten(sql`delete from sessions where (tenant_id, id) in (select tenant_id, id from sessions where expires_at < ${before} limit ${batch})`.execute(trx))
}

/** Links for resets and invitations that ended before then, used or not. */
export function forgetOneTimeSecrets(trx: Transaction, before: Date): Promise<number> {
  return forgotten(sql`delete from one_time_secrets where (tenant_id, id) in (select tenant_id, id from one_time_secrets where expires_at < ${before} limit ${batch})`.execute(trx))
}

/** Registrations that ended before then; what came of a finished one is its tenant. */
export function forgetRegistrations(trx: Transaction, before: Date): Promise<number> {
  return forgotten(sql`delete from registrations where id in (select id from registrations where expires_at < ${before} limit ${batch})`.execute(trx))
}

/** Challenges that nobody brought back before then. */
export function forgetChallenges(trx: Transaction, before: Date): Promise<number> {
  return forgotten(sql`delete from passkey_challenges where challenge_hash in (select challenge_hash from passkey_challenges where expires_at < ${before} limit ${batch})`.execute(trx))
}

/** Ways out to a provider that nobody came back from before then. */
export function forgetOutsideSignIns(trx: Transaction, before: Date): Promise<number> {
  return forgotten(sql`delete from outside_sign_ins where state_hash in (select state_hash from outside_sign_ins where expires_at < ${before} limit ${batch})`.execute(trx))
}

/** Notifications from before then, read or not; the events they name stay in the activity. */
export function forgetNotifications(trx: Transaction, before: Date): Promise<number> {
  return forgotten(sql`delete from notifications where id in (select id from notifications where at < ${before} limit ${batch})`.execute(trx))
}

/** What would go now, by itself, in rows or people; changes nothing. In the scope of the system. */
export interface DueCounts {
  readonly sessions: number
  readonly oneTimeSecrets: number
  readonly registrations: number
  readonly closedOrganizations: number
  readonly evidence: number
}

export async function countDue(trx: Transaction, before: Readonly<Record<keyof DueCounts, Date>>): Promise<DueCounts> {
  const { rows } = await sql<DueCounts>`
    select (select count(*)::int from sessions where expires_at < ${before.sessions}) as sessions,
      (select count(*)::int from one_time_secrets where expires_at < ${before.oneTimeSecrets}) as "oneTimeSecrets",
      (select count(*)::int from registrations where expires_at < ${before.registrations}) as registrations,
      (select count(*)::int from people p join tenants t on t.id = p.tenant_id where t.status = 'closed' and t.closed_at < ${before.closedOrganizations} and p.status <> 'erased') as "closedOrganizations",
      (select count(*)::int from kept_names k where k.kept_until <= ${before.evidence} and not exists (
        select from signatures s join reseller_relationships r on r.customer_id = s.customer_id and r.signature_id = s.id where s.person_id = k.person_id and r.ended_at is null)) as evidence`.execute(trx)
  return rows[0]!
}

async function forgotten(deletion: Promise<{ numAffectedRows?: bigint }>): Promise<number> {
  return Number((await deletion).numAffectedRows ?? 0n)
}
