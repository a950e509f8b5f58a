import pg from 'pg'
import { testDatabase } from './database.ts'

export interface Barrier {
  /** until so many transactions of this file's database wait for a lock */
  untilWaiting(count: number): Promise<void>
  /** lets them go, all at once */
  release(): Promise<void>
}

/** Holds rows as somebody else would, so that requests gather in front of them and start from one moment. */
export async function barrierOn(lockingSelect: string, values: unknown[]): Promise<Barrier> {
  const { owner, databaseName } = await testDatabase()
  const client = new pg.Client(owner)
  client.on('error', () => undefined)
  await client.connect()
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
      await client.end()
    },
  }
}
