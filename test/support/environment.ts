import { randomBytes, randomUUID } from 'node:crypto'
import { readdirSync } from 'node:fs'
import type { Environment } from '../../src/application/environment.ts'
import { builtInClouds } from '../../src/domain/clouds/built-in-clouds.ts'
import { DomainError } from '../../src/domain/errors.ts'
import { keyRingOf } from '../../src/security/key-ring.ts'
import { outboundFetch } from '../../src/security/outbound.ts'
import { openDatabase } from '../../src/store/database.ts'
import { silentLog } from '../../src/store/postgres/log.ts'
import { testDatabase } from './database.ts'
import { atFileEnd } from './file-end.ts'

/** A clock that stands where the test puts it; real time when nothing was set. */
export interface TestClock {
  now(): Date
  set(to: Date): void
  forward(by: { days?: number; minutes?: number; seconds?: number; milliseconds?: number }): void
}

export function testClock(start?: Date): TestClock {
  let shift = start ? start.getTime() - Date.now() : 0
  let fixed = start?.getTime()
  return {
    now: () => new Date(fixed ?? Date.now() + shift),
    set: (to) => void (fixed = to.getTime()),
    forward: ({ days = 0, minutes = 0, seconds = 0, milliseconds = 0 }) => {
      const by = days * 86_400_000 + minutes * 60_000 + seconds * 1_000 + milliseconds
      if (fixed === undefined) shift += by
      else fixed += by
    },
  }
}

export const testKeyRing = keyRingOf([{ id: '0a0b0c0d', bytes: Buffer.alloc(32, 7) }])

const schemaVersion = Math.max(...readdirSync(new URL('../../migrations', import.meta.url)).map((name) => Number.parseInt(name, 10) || 0))

/** The product's environment on this test file's own database. */
export async function testEnvironment(changes: Partial<Environment> & { at?: TestClock } = {}): Promise<Environment & { at: TestClock }> {
  const connections = await testDatabase()
  const database = openDatabase(connections.app, { connections: 12 })
  atFileEnd(() => database.close())
  const at = changes.at ?? testClock()
  return {
    database,
    clock: () => at.now(),
    newId: () => randomUUID(),
    random: (byteCount) => randomBytes(byteCount),
    keyRing: testKeyRing,
    publicUrl: 'http://localhost:4000',
    mailLeaves: true,
    isDemo: false,
    rateFactor: 1_000,
    manifestOf(cloud) {
      if (!Object.hasOwn(builtInClouds, cloud)) throw new DomainError('notFound', 'No such cloud.')
      return builtInClouds[cloud as keyof typeof builtInClouds]
    },
    // Providers of tests are real servers on loopback.
    outbound: outboundFetch({ allow: ['127.0.0.0/8', '::1/128'] }),
    outboundToConnectors: outboundFetch({ allow: ['127.0.0.0/8', '::1/128'] }),
    log: silentLog,
    ground: { schemaVersion },
    ...changes,
    at,
  }
}
