import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { silentLog } from '../../src/store/postgres/log.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../src/store/postgres/start-embedded-postgres.ts'

// Runs as process 1 of a process namespace, where orphans of a killed server become this process's zombies for good.
const rounds = 3

async function insert(engine: EmbeddedPostgres, round: number): Promise<void> {
  for (;;) {
    const client = new pg.Client(engine.connections.owner)
    client.on('error', () => undefined)
    try {
      await client.connect()
      await client.query('create table if not exists kept (round integer primary key)')
      await client.query('insert into kept values ($1)', [round])
      return
    } catch {
      await wait(20)
    } finally {
      await client.end().catch(() => undefined)
    }
  }
}

async function main(): Promise<void> {
  const engine = await startEmbeddedPostgres({ folder: process.argv[2]!, log: silentLog })
  for (let round = 0; round < rounds; round++) {
    const pid = engine.pid()
    process.kill(pid, 'SIGKILL')
    while (engine.pid() === pid) await wait(20)
    await insert(engine, round)
  }
  const client = new pg.Client(engine.connections.owner)
  await client.connect()
  const { rows } = await client.query<{ kept: number }>('select count(*)::int as kept from kept')
  await client.end()
  await engine.stop()
  console.log(JSON.stringify({ firstProcess: process.pid, rounds, kept: rows[0]!.kept }))
}

await main()
