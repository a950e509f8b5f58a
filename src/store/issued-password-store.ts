import { sql } from 'kysely'
import type { PeopleJob } from '../domain/people-jobs/people-job.ts'
import type { Transaction } from './database.ts'

type Whose = Pick<PeopleJob, 'tenantId' | 'id'>

export interface SealedPassword {
  readonly personId: string
  readonly sealed: Buffer
  readonly expiresAt: Date
}

export async function keepPassword(trx: Transaction, { tenantId, id }: Whose, { personId, sealed, expiresAt }: SealedPassword): Promise<void> {
  await trx.insertInto('issued_passwords').values({ tenant_id: tenantId, person_id: personId, job_id: id, sealed, expires_at: expiresAt }).execute()
}

export async function countPasswords(trx: Transaction, { tenantId, id }: Whose, now: Date): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from issued_passwords where tenant_id = ${tenantId} and job_id = ${id} and expires_at > ${now}`.execute(trx)
  return rows[0]!.count
}

export interface TakenPassword extends SealedPassword {
  readonly displayName: string
  readonly userPrincipalName: string
}

/** Takes them out for good, in the order of the file; those of people who joined, left or got another one meanwhile are not given. */
export async function takePasswords(trx: Transaction, { tenantId, id }: Whose, now: Date): Promise<TakenPassword[]> {
  const { rows } = await sql<{ person_id: string; sealed: Buffer; expires_at: Date; display_name: string; user_principal_name: string }>`
    with taken as (delete from issued_passwords where tenant_id = ${tenantId} and job_id = ${id} returning person_id, sealed, expires_at)
    select t.person_id, t.sealed, t.expires_at, p.display_name, p.user_principal_name
    from taken t join people p on p.tenant_id = ${tenantId} and p.id = t.person_id
    join people_job_rows r on r.tenant_id = ${tenantId} and r.job_id = ${id} and r.person_id = t.person_id
    where p.status = 'invited' and p.temporary_password_expires_at = t.expires_at and t.expires_at > ${now}
    order by r.line`.execute(trx)
  return rows.map((row) => ({ personId: row.person_id, sealed: row.sealed, expiresAt: row.expires_at, displayName: row.display_name, userPrincipalName: row.user_principal_name }))
}

/** Those that open nothing any more; in the scope of the system. */
export async function forgetPasswords(trx: Transaction, now: Date): Promise<number> {
  const { numAffectedRows } = await sql`delete from issued_passwords where (tenant_id, person_id) in (select tenant_id, person_id from issued_passwords where expires_at <= ${now} limit 1000)`.execute(trx)
  return Number(numAffectedRows ?? 0n)
}

/** Reports of jobs that began before then and are over, with their rows. */
export async function forgetPeopleJobs(trx: Transaction, before: Date): Promise<number> {
  const old = await trx.selectFrom('people_jobs').select('id').where('created_at', '<', before).where('status', 'not in', ['checking', 'running']).orderBy('created_at').limit(10).forUpdate().execute()
  if (old.length === 0) return 0
  const ids = old.map(({ id }) => id)
  await trx.deleteFrom('issued_passwords').where('job_id', 'in', ids).execute()
  await trx.deleteFrom('people_job_rows').where('job_id', 'in', ids).execute()
  await trx.deleteFrom('people_jobs').where('id', 'in', ids).execute()
  return ids.length
}
