import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import type { Connections } from '../../src/store/connections.ts'
import { databaseGrants, schemaGrants } from '../../src/store/postgres/roles.ts'
import { atFileEnd } from './file-end.ts'

const opened: string[] = []
let own: Promise<Connections> | undefined

/** This test file's own migrated database, cloned on first use and dropped when the file is done. */
export function testDatabase(): Promise<Connections> {
  return (own ??= cloneOf(inject('engine').connections.databaseName))
}

/** Another database of this file, without schema: for what has to happen before the first migration. */
export async function emptyDatabase(): Promise<Connections> {
  const connections = await cloneOf('template0')
  await asSuperuser((client) => client.query(schemaGrants('vinculo').join(';')), connections.databaseName)
  return connections
}

async function cloneOf(template: string): Promise<Connections> {
  const { connections } = inject('engine')
  const databaseName = `test_${randomBytes(8).toString('hex')}`
  await asSuperuser(async (client) => {
    const { rows } = await client.query<{ owner: string }>('select pg_get_userbyid(datdba) as owner from pg_database where datname = $1', [
      connections.databaseName,
    ])
    await client.query(`create database ${databaseName} template ${template} owner ${pg.escapeIdentifier(rows[0]!.owner)}`)
    if (opened.push(databaseName) === 1) atFileEnd(dropOpened)
    await client.query([`revoke all on database ${databaseName} from public`, ...databaseGrants(databaseName, 'vinculo')].join(';'))
  })
  return onDatabase(connections, databaseName)
}

function onDatabase(connections: Connections, databaseName: string): Connections {
  const { owner, app, auditor, jobs, kind } = connections
  const on = (config: pg.ClientConfig): pg.ClientConfig => ({ ...config, database: databaseName })
  return { owner: on(owner), app: on(app), auditor: on(auditor), jobs: on(jobs), databaseName, kind }
}

async function dropOpened(): Promise<void> {
  own = undefined
  await asSuperuser(async (client) => {
    const { rows } = await client.query<{ datname: string }>(
      `select distinct datname from pg_stat_activity where datname = any($1) and query like 'LISTEN "jobs:insert"%'`,
      [opened],
    )
    for (const name of opened.splice(0)) await client.query(`drop database ${name} with (force)`)
    if (rows.length > 0) throw new Error('this test file leaves a graphile-worker running: stop the runner in afterAll or afterEach')
  })
}

async function asSuperuser(work: (client: pg.Client) => Promise<unknown>, database = 'postgres'): Promise<void> {
  const client = new pg.Client({ ...inject('engine').bootstrap, database })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}
