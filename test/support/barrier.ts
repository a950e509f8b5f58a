import pg from 'pg'
import { testDatabase } from './database.ts'
import { atFileEnd } from './file-end.ts'

export interface Barrier {
  /** until so many transactions of this file's database wait for a lock */
  untilWaiting(count: number): Promise<void>
  /** lets them go, all at once */
  release(): Promise<void>
}

let pool: Promise<pg.Pool> | undefined

/** Connections of barriers, kept from one to the next; one that is held when the file ends goes with its database. */
async function openPool(): Promise<pg.Pool> {
  const { owner } = await testDatabase()
  const opened = new pg.Pool(owner)
  // Also of one that is in use: unheard, the end of its database would fail the file.
  opened.on('connect', (client) => client.on('error', () => undefined)).on('error', () => undefined)
  atFileEnd(async () => {
    pool = undefined
    void opened.end()
  })
  return opened
}

/** Holds rows as somebody else would, so that requests gather in front of them and start from one moment. */
export async function barrierOn(lockingSelect: string, values: unknown[]): Promise<Barrier> {
  const { databaseName } = await testDatabase()
  const client = await (await (pool ??= openPool())).connect()
  await client.query('begin')
  const held = await client.query(lockingSelect, values)
  if (held.rowCount === 0) throw new Error('the barrier holds nothing')
  return {
    async untilWaiting(count) {
      for (;;) {
        // Who is connected is otherwise seen as it was when this transaction first asked. The pause leaves the machine to those awaited.
        await client.query('select pg_stat_clear_snapshot(), pg_sleep(0.003)')
        const { rows } = await client.query<{ waiting: number }>(
          `select count(distinct l.pid)::int as waiting from pg_locks l join pg_stat_activity a on a.pid = l.pid where not l.granted and a.datname = $1`,
          [databaseName],
        )
        if (rows[0]!.waiting >= count) return
      }
    },
    async release() {
      await client.query('commit')
      client.release()
    },
  }
}
