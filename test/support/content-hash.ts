import { sql } from './world.ts'

/**
 * Columns and rows that may change without anybody having acted (rule T06): when a session was last seen, how often a
 * privilege was used, and that something was refused.
 */
const leftOut: Readonly<Record<string, string>> = {
  sessions: `to_jsonb(t) - 'last_seen_at'`,
  events: `case when t.outcome = 'done' then to_jsonb(t) end`,
  event_readers: `case when exists (select from events e where e.id = t.event_id and e.outcome = 'done') then to_jsonb(t) end`,
}
const usage = ['privilege_uses', 'resource_sequences', 'schema_migrations']

let columns: Promise<Map<string, string>> | undefined

/** One hash for each table over all that it holds: two are equal exactly when nothing happened in between. */
export async function contentHashes(): Promise<Record<string, string>> {
  columns ??= sql<{ name: string }>(`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`).then(
    (rows) => new Map(rows.map(({ name }) => [name, leftOut[name] ?? 'to_jsonb(t)'])),
  )
  const parts = [...(await columns)]
    .filter(([name]) => !usage.includes(name))
    .map(([name, content]) => `select '${name}' as name, md5(coalesce(string_agg(row, e'\\n' order by row), '')) as hash from (select (${content})::text as row from ${name} t) rows`)
  const rows = await sql<{ name: string; hash: string }>(parts.join(' union all '))
  return Object.fromEntries(rows.map(({ name, hash }) => [name, hash]))
}
