import { createHash, randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import type { Config } from './config.ts'
import { keyFilePath, openKeyFile } from './security/key-file.ts'
import { deriveKey, type KeyRing } from './security/key-ring.ts'
import { type Connections, connectServer } from './store/connections.ts'
import { wasUsedBefore } from './store/installation-store.ts'
import { prepareFolder } from './store/postgres/folder.ts'
import { lockFolder } from './store/postgres/folder-lock.ts'
import type { Log } from './store/postgres/log.ts'
import { startEmbeddedPostgres } from './store/postgres/start-embedded-postgres.ts'

/** The key ring of the installation; a fresh one where there are no data yet. Throws KeyFileError. */
export async function openKeys(config: Config): Promise<KeyRing> {
  const path = keyFilePath(config.dataFolder, config.keyFile)
  const hasData = existsSync(path) ? true : config.databaseUrl ? await wasUsedBefore(config.databaseUrl) : existsSync(join(config.dataFolder, 'postgres'))
  return openKeyFile({ path, mayCreate: !hasData, random: randomBytes })
}

/** The database of the installation, held by this process and no other. */
export interface Engine {
  readonly connections: Connections
  readonly sockets: string
  stop(): Promise<void>
}

/** Throws EngineError. */
export async function openEngine(config: Config, keyRing: KeyRing, log: Log): Promise<Engine> {
  if (!config.databaseUrl) {
    const embedded = await startEmbeddedPostgres({ folder: config.dataFolder, log })
    const { sockets } = await prepareFolder(config.dataFolder)
    return { connections: embedded.connections, sockets, stop: () => embedded.stop() }
  }
  const { sockets, folder } = await prepareFolder(config.dataFolder)
  const lock = await lockFolder(sockets, folder)
  try {
    const connections = await connectServer({
      databaseUrl: config.databaseUrl,
      keyMaterial: deriveKey(keyRing, 'databaseRoles')!,
      rolePrefix: rolePrefixOf(config.databaseUrl),
    })
    return { connections, sockets, stop: () => lock.release() }
  } catch (error) {
    await lock.release()
    throw error
  }
}

/**
 * Roles belong to the whole database server and their passwords to this installation's key, so another installation in
 * another database of that server needs roles of its own: they are called after the database.
 */
function rolePrefixOf(databaseUrl: string): string {
  const name = new pg.Client({ connectionString: databaseUrl }).database ?? 'vinculo'
  if (/^[a-z][a-z0-9_]{0,40}$/.test(name)) return name
  return `vinculo_${createHash('sha256').update(name).digest('hex').slice(0, 16)}`
}
