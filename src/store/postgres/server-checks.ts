import type { Client } from 'pg'
import { EngineError } from './engine-error.ts'

/** Facts for which an answered COMMIT would be a lie when they were otherwise (rule R28). */
const promised: readonly [setting: string, isSafe: (value: string) => boolean][] = [
  ['fsync', (value) => value === 'on'],
  ['full_page_writes', (value) => value === 'on'],
  // local, remote_write and remote_apply all wait for this server's own disk, as on does.
  ['synchronous_commit', (value) => value !== 'off'],
]

const oldestVersion = 15

/** Refuses a server that is too old, could lose what it confirmed, or stores something other than UTF-8. */
export async function checkServer(client: Client): Promise<void> {
  const names = ['server_version', 'server_version_num', 'server_encoding', ...promised.map(([name]) => name)]
  const { rows } = await client.query<Record<string, string>>(
    `select ${names.map((name) => `current_setting('${name}') as ${name}`).join(', ')}`,
  )
  const found = rows[0]!
  if (Number(found.server_version_num) < oldestVersion * 10_000) {
    throw new EngineError('serverTooOld', `The server is PostgreSQL ${found.server_version}; Vinculo needs version ${oldestVersion} or newer.`)
  }
  for (const [name, isSafe] of promised) {
    if (isSafe(found[name]!)) continue
    throw new EngineError(
      'serverUnsafe',
      `The server runs with ${name} = ${found[name]}: what it confirms could be lost in a crash. Set ${name} = on, then start again.`,
      { setting: name },
    )
  }
  if (found.server_encoding !== 'UTF8') {
    throw new EngineError('serverUnsafe', `The database is encoded in ${found.server_encoding}; Vinculo needs a database created with encoding UTF8.`)
  }
}
