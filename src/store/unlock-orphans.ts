import type { Pool } from 'pg'
import type { Log } from './postgres/log.ts'

/** Every task of ours ends or gives up within a minute or two; a lock this old belongs to nobody. */
const longestTaskMinutes = 10

/**
 * A runner that was killed leaves its jobs locked, and the library would leave them so for four hours. When no other
 * runner lives, all locks are orphans; when one does, only those older than any task may run.
 */
export async function unlockOrphans(pool: Pool, { applicationName, log }: { applicationName: string; log: Log }): Promise<number> {
  const { rows } = await pool.query<{ locked_by: string }>(
    `select distinct locked_by from graphile_worker.jobs
     where locked_by is not null and (
       locked_at < now() - make_interval(mins => $2)
       or not exists (select from pg_stat_activity where datname = current_database() and application_name = $1 and pid <> pg_backend_pid()))`,
    [applicationName, longestTaskMinutes],
  )
  const orphans = rows.map((row) => row.locked_by)
  if (orphans.length === 0) return 0
  await pool.query('select graphile_worker.force_unlock_workers($1::text[])', [orphans])
  log.warn({ count: orphans.length }, 'jobs of a runner that was killed are taken up again')
  return orphans.length
}
