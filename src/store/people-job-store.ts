import { type Selectable, sql } from 'kysely'
import { DomainError } from '../domain/errors.ts'
import type { PeopleJob } from '../domain/people-jobs/people-job.ts'
import type { Transaction } from './database.ts'
import type { ListPlace } from './customer-list-store.ts'
import { microseconds } from './microseconds.ts'
import type { PeopleJobs } from './schema.generated.ts'

export async function insertPeopleJob(trx: Transaction, job: PeopleJob): Promise<void> {
  await trx
    .insertInto('people_jobs')
    .values({
      ...{ tenant_id: job.tenantId, id: job.id, kind: job.kind, partner_id: job.partnerId, row_count: job.rowCount },
      ...{ wishes: JSON.stringify(job.wishes), created_by: job.createdBy, created_at: job.createdAt },
      ...changing(job),
    })
    .execute()
}

/** Of this organization; undefined where there is no such job. */
export async function findPeopleJob(trx: Transaction, tenantId: string, id: string): Promise<PeopleJob | undefined> {
  const row = await trx.selectFrom('people_jobs').select(jobColumns).where('tenant_id', '=', tenantId).where('id', '=', id).executeTakeFirst()
  return row && jobFromRow(row)
}

export async function lockPeopleJob(trx: Transaction, tenantId: string, id: string): Promise<PeopleJob | undefined> {
  const row = await trx.selectFrom('people_jobs').select(jobColumns).where('tenant_id', '=', tenantId).where('id', '=', id).forUpdate().executeTakeFirst()
  return row && jobFromRow(row)
}

/** For the scope of the system, which knows no organization. */
export async function findAnyPeopleJob(trx: Transaction, id: string): Promise<PeopleJob | undefined> {
  const row = await trx.selectFrom('people_jobs').select(jobColumns).where('id', '=', id).executeTakeFirst()
  return row && jobFromRow(row)
}

/** For the scope of the system: what has something to do. */
export async function peopleJobsAtWork(trx: Transaction): Promise<string[]> {
  const rows = await trx.selectFrom('people_jobs').select('id').where('status', 'in', ['checking', 'running']).execute()
  return rows.map(({ id }) => id)
}

/** Writes what may change. Somebody else's change in between is refused, however it came about. */
export async function savePeopleJob(trx: Transaction, next: PeopleJob): Promise<PeopleJob> {
  const { numUpdatedRows } = await trx
    .updateTable('people_jobs')
    .set({ ...changing(next), version: next.version + 1 })
    .where('tenant_id', '=', next.tenantId)
    .where('id', '=', next.id)
    .where('version', '=', next.version)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new DomainError('changedMeanwhile', 'The job changed meanwhile.')
  return { ...next, version: next.version + 1 }
}

/** Puts the job at the end of the queue, once however often it is asked; whoever works at it works until nothing is left. */
export async function enqueuePeopleJob(trx: Transaction, id: string, traceparent?: string): Promise<void> {
  await sql`select enqueue('work-people-job', ${JSON.stringify({ jobId: id, traceparent })}::json, ${`people-job:${id}`})`.execute(trx)
}

export interface ListedJob {
  readonly job: PeopleJob
  readonly keys: readonly [createdAt: string, id: string]
}

/** Latest first; those of one partner only, where one is named. */
export async function listPeopleJobs(trx: Transaction, { tenantId, partnerId }: { readonly tenantId: string; readonly partnerId: string | undefined }, { start, most }: ListPlace): Promise<ListedJob[]> {
  const direction = start?.backwards ? 'asc' : 'desc'
  let query = trx.selectFrom('people_jobs').select(jobColumns).select(microseconds('created_at').as('created_key')).where('tenant_id', '=', tenantId).orderBy('created_at', direction).orderBy('id', direction).limit(most)
  if (partnerId !== undefined) query = query.where('partner_id', '=', partnerId)
  if (start) {
    const [createdAt, id] = start.keys as string[]
    query = query.where(sql<boolean>`(created_at, id) ${sql.raw(start.backwards ? '>' : '<')} (${createdAt}::timestamptz, ${id}::uuid)`)
  }
  return (await query.execute()).map((row) => ({ job: jobFromRow(row), keys: [row.created_key, row.id] }))
}

function changing(job: PeopleJob) {
  return {
    ...{ status: job.status, checked_count: job.checkedCount, done_count: job.doneCount, unchanged_count: job.unchangedCount, refused_count: job.refusedCount },
    ...{ pause_reason: job.pauseReason, acting_id: job.actingId, ended_at: job.endedAt },
  }
}

const jobColumns = [
  'tenant_id', 'id', 'kind', 'partner_id', 'status', 'wishes', 'row_count', 'checked_count', 'done_count', 'unchanged_count', 'refused_count', 'pause_reason', 'created_by', 'created_at', 'acting_id',
  'ended_at', 'version',
] as const satisfies readonly (keyof PeopleJobs)[]

function jobFromRow(row: Pick<Selectable<PeopleJobs>, (typeof jobColumns)[number]>): PeopleJob {
  return {
    ...{ tenantId: row.tenant_id, id: row.id, kind: row.kind as PeopleJob['kind'], partnerId: row.partner_id, status: row.status as PeopleJob['status'] },
    wishes: row.wishes as unknown as PeopleJob['wishes'],
    ...{ rowCount: row.row_count, checkedCount: row.checked_count, doneCount: row.done_count, unchangedCount: row.unchanged_count, refusedCount: row.refused_count },
    ...{ pauseReason: row.pause_reason, createdBy: row.created_by, createdAt: row.created_at, actingId: row.acting_id, endedAt: row.ended_at, version: row.version },
  }
}
