import pg from 'pg'
import { expect, inject, it } from 'vitest'
import { schemaVersion } from '../../src/store/migrate.ts'
import { emptyDatabase, testDatabase } from './database.ts'

it('a test file has one migrated database of its own', async () => {
  const begun = performance.now()
  const mine = await testDatabase()
  console.log(`a clone of the template took ${Math.round(performance.now() - begun)} ms`)
  expect(await testDatabase()).toBe(mine)
  expect(mine.databaseName).not.toBe(inject('engine').connections.databaseName)
  expect(await schemaVersion(mine)).toBeGreaterThan(0)
  expect(await schemaVersion(await emptyDatabase())).toBe(0)
})

it('the engine is the one that ENGINE names', async () => {
  const { kind, app } = await testDatabase()
  const client = new pg.Client(app)
  await client.connect()
  const { rows } = await client.query<{ address: string }>("select current_setting('listen_addresses') as address")
  await client.end()
  expect(kind).toBe(process.env.ENGINE ?? 'embedded')
  expect(rows[0]!.address).toBe(kind === 'embedded' ? '' : '127.0.0.1')
})
