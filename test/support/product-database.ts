import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, inject } from 'vitest'
import { administer } from './engine.ts'

const made = new Map<string, string>()

/**
 * Where a product of its own process keeps its data on the engine under test: the embedded one lies in its folder and needs
 * nothing said; on a server it gets a database of its own for that folder, whose user may make roles and is no superuser.
 */
export async function databaseOf(folder: string): Promise<{ DATABASE_URL?: string }> {
  const { connections, bootstrap } = inject('engine')
  if (connections.kind !== 'server') return {}
  const name = nameOf(folder)
  const url = `postgres://${name}_admin:word@${bootstrap.host}:${bootstrap.port}/${name}`
  if (!made.has(name)) {
    await administer(bootstrap, [`create role ${name}_admin login createrole password 'word'`, `create database ${name} owner ${name}_admin`])
    made.set(name, url)
  }
  return { DATABASE_URL: url }
}

/** The superuser's way into that database; `kind` is for a product on another engine than the one under test. */
export async function lookInto(folder: string, kind = inject('engine').connections.kind): Promise<pg.Client> {
  const { bootstrap } = inject('engine')
  const client = new pg.Client(kind === 'server' ? { ...bootstrap, database: nameOf(folder) } : embedded(folder))
  // The product takes its database down with it; whoever still looks then has seen enough.
  client.on('error', () => undefined)
  await client.connect()
  return client
}

/** Databases go with the test file; call it at its top level. */
export function dropDatabasesAfterwards(): void {
  afterAll(async () => {
    await administer(inject('engine').bootstrap, [...made.keys()].map((name) => `drop database ${name} with (force)`))
    made.clear()
  })
}

const nameOf = (folder: string) => `own_${createHash('sha256').update(folder).digest('hex').slice(0, 12)}`

function embedded(folder: string): pg.ClientConfig {
  const { superuser } = JSON.parse(readFileSync(join(folder, 'postgres-passwords.json'), 'utf8')) as { superuser: string }
  return { host: join(folder, 'run'), port: 5432, database: 'vinculo', user: 'postgres', password: superuser }
}
