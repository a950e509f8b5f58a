import type pg from 'pg'

export interface Health {
  /** ISO instant; null where nothing was restored, or it was released */
  readonly quarantinedSince: string | null
  readonly mailsFailed: number
  readonly oldestWaitingMinutes: number
  readonly jobsFailed: number
}

/** As the owner sees it, of all tenants; numbers only. */
export async function readHealth(client: pg.Client): Promise<Health> {
  const { rows } = await client.query<Health>(`
    select (select value ->> 'since' from settings where name = 'quarantine') as "quarantinedSince",
      (select count(*)::integer from mails where status = 'failed') as "mailsFailed",
      (select coalesce(extract(epoch from clock_timestamp() - min(created_at)) / 60, 0)::float from mails where status = 'queued') as "oldestWaitingMinutes",
      (select count(*)::integer from graphile_worker._private_jobs where attempts >= max_attempts) as "jobsFailed"`)
  return rows[0]!
}
