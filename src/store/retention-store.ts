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

async function forgotten(deletion: Promise<{ numAffectedRows?: bigint }>): Promise<number> {
  return Number((await deletion).numAffectedRows ?? 0n)
}
