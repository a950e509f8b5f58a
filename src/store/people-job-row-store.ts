import { sql } from 'kysely'
import type { JobRowState, PeopleJob, StatedUser, StatedUserRow } from '../domain/people-jobs/people-job.ts'
import type { Transaction } from './database.ts'
import type { ListPlace } from './customer-list-store.ts'

type Whose = Pick<PeopleJob, 'tenantId' | 'id'>

/** One line for each user, in the order given; one statement for all of them. */
export async function insertUserRows(trx: Transaction, { tenantId, id }: Whose, people: readonly string[]): Promise<void> {
  await sql`insert into people_job_rows (tenant_id, job_id, line, person_id, state)
    select ${tenantId}, ${id}, line, person_id, 'waiting' from unnest(${[...people]}::uuid[]) with ordinality as given (person_id, line)`.execute(trx)
}

/** The rows of a file; what could not be read is refused from the start. */
export async function insertStatedRows(trx: Transaction, { tenantId, id }: Whose, rows: readonly StatedUserRow[]): Promise<void> {
  await sql`insert into people_job_rows (tenant_id, job_id, line, stated, state, reason_code)
    select ${tenantId}, ${id}, line, stated, case when problem is null then 'unchecked' else 'refused' end, problem
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (line integer, stated jsonb, problem text)`.execute(trx)
}

export interface JobRow {
  readonly line: number
  readonly personId: string | null
  readonly stated: StatedUser
}

/** The next in that state, in their order. */
export async function jobRowsInState(trx: Transaction, { tenantId, id }: Whose, state: JobRowState, most: number): Promise<JobRow[]> {
  const { rows } = await sql<{ line: number; person_id: string | null; stated: StatedUser }>`
    select line, person_id, stated from people_job_rows where tenant_id = ${tenantId} and job_id = ${id} and state = ${state} order by line limit ${most}`.execute(trx)
  return rows.map(({ line, person_id, stated }) => ({ line, personId: person_id, stated }))
}

export interface RowOutcome {
  readonly line: number
  readonly state: JobRowState
  readonly reason?: string | null | undefined
  readonly sku?: string | null | undefined
  /** the user that came of a row of a file */
  readonly personId?: string | undefined
}

/** What became of rows, many in one statement. */
export async function saveOutcomes(trx: Transaction, { tenantId, id }: Whose, outcomes: readonly RowOutcome[]): Promise<void> {
  if (outcomes.length === 0) return
  const given = outcomes.map(({ line, state, reason, sku, personId }) => ({ line, state, reason, sku, person_id: personId }))
  await sql`update people_job_rows r set state = n.state, reason_code = n.reason, reason_sku = n.sku, person_id = coalesce(n.person_id, r.person_id)
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as n (line integer, state text, reason text, sku text, person_id uuid)
    where r.tenant_id = ${tenantId} and r.job_id = ${id} and r.line = n.line`.execute(trx)
}

export interface ReportedRow extends JobRow {
  readonly state: JobRowState
  readonly reasonCode: string | null
  readonly reasonSku: string | null
  readonly displayName: string | null
  readonly userPrincipalName: string | null
}

/** The report: each row with whom it is about, as they are called now. */
export async function reportedRows(trx: Transaction, { tenantId, id }: Whose, state: JobRowState | undefined, { start, most }: ListPlace): Promise<ReportedRow[]> {
  const [line] = (start?.keys ?? []) as number[]
  const { rows } = await sql<{ line: number; person_id: string | null; stated: StatedUser; state: JobRowState; reason_code: string | null; reason_sku: string | null; display_name: string | null; user_principal_name: string | null }>`
    select r.line, r.person_id, r.stated, r.state, r.reason_code, r.reason_sku, p.display_name, p.user_principal_name
    from people_job_rows r left join people p on p.tenant_id = r.tenant_id and p.id = r.person_id and p.status <> 'erased'
    where r.tenant_id = ${tenantId} and r.job_id = ${id}
      ${state === undefined ? sql`` : sql`and r.state = ${state}`}
      ${line === undefined ? sql`` : start!.backwards ? sql`and r.line < ${line}` : sql`and r.line > ${line}`}
    order by r.line ${sql.raw(start?.backwards ? 'desc' : 'asc')} limit ${most}`.execute(trx)
  return rows.map((row) => ({
    ...{ line: row.line, personId: row.person_id, stated: row.stated, state: row.state, reasonCode: row.reason_code, reasonSku: row.reason_sku },
    ...{ displayName: row.display_name, userPrincipalName: row.user_principal_name },
  }))
}
