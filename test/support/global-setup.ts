import type { TestProject } from 'vitest/node'
import type { ClientConfig } from 'pg'
import type { Connections } from '../../src/store/connections.ts'
import { migrate } from '../../src/store/migrate.ts'
import { silentLog } from '../../src/store/postgres/log.ts'
import { startTestEngine } from './engine.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** ways into the migrated template database, and the superuser's way for cloning it */
    engine: { connections: Connections; bootstrap: ClientConfig }
  }
}

/** One server for the run, one template migrated once; every test file clones it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const engine = await startTestEngine()
  try {
    await migrate({ connections: engine.connections, log: silentLog })
  } catch (error) {
    await engine.stop()
    throw error
  }
  project.provide('engine', { connections: engine.connections, bootstrap: engine.bootstrap })
  return () => engine.stop()
}
