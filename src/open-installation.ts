import { createHash, randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import type { Environment } from './application/environment.ts'
import { cloudManifests } from './application/installation/cloud-manifests.ts'
import { timeOrderedId } from './application/installation/new-id.ts'
import type { Config } from './config.ts'
import { noTenant } from './domain/ids.ts'
import { type AccessTokens, accessTokens } from './security/access-token.ts'
import { keyFilePath, openKeyFile } from './security/key-file.ts'
import { deriveKey, type KeyRing } from './security/key-ring.ts'
import { type Connections, connectServer } from './store/connections.ts'
import { openDatabase } from './store/database.ts'
import { readSetting, wasUsedBefore } from './store/installation-store.ts'
import { migrate } from './store/migrate.ts'
import { prepareFolder } from './store/postgres/folder.ts'
import { lockFolder } from './store/postgres/folder-lock.ts'
import type { Log } from './store/postgres/log.ts'
import { startEmbeddedPostgres } from './store/postgres/start-embedded-postgres.ts'

/** The data of one installation, open in this process and in no other. */
export interface Installation {
  readonly env: Environment
  readonly tokens: AccessTokens
  readonly connections: Connections
  readonly schemaVersion: number
  /** the folder of sockets, closed to other accounts */
  readonly sockets: string
  /** reads anew what the operator may change: clouds, the mark of a demo */
  refresh(): Promise<void>
  close(): Promise<void>
}

/** How often the operator's changes, made in another process, are looked for. */
const refreshMs = 800

/** Key file, database, migrations, environment: in this order. Throws KeyFileError, EngineError or what the database says. */
export async function openInstallation(config: Config, { publicUrl, log }: { publicUrl: string; log: Log }): Promise<Installation> {
  const keyRing = await openKeys(config)
  const engine = await openEngine(config, keyRing, log)
  try {
    const { version } = await migrate({ connections: engine.connections, log })
    const database = openDatabase(engine.connections.app)
    const clock = () => new Date()
    const manifests = await cloudManifests(database, log)
    let isDemo = false
    const refresh = async () => {
      await manifests.refresh()
      isDemo = await database.transaction({ tenant: noTenant, scope: 'system' }, async (trx) => (await readSetting(trx, 'demo')) !== undefined)
    }
    await refresh()
    // While the database is away the last known stays in force; the next round reads it anew.
    const refreshing = setInterval(() => void refresh().catch(() => undefined), refreshMs).unref()
    const env: Environment = {
      database,
      clock,
      newId: () => timeOrderedId(clock(), randomBytes),
      random: randomBytes,
      keyRing,
      publicUrl,
      // The mailbox of a demo is a way out too: whoever looks at the demo reads it.
      get mailLeaves() {
        return config.smtpUrl !== undefined || isDemo
      },
      get isDemo() {
        return isDemo
      },
      manifestOf: manifests.manifestOf,
      log,
    }
    return {
      env,
      tokens: accessTokens(keyRing, publicUrl),
      connections: engine.connections,
      schemaVersion: version,
      sockets: engine.sockets,
      refresh,
      async close() {
        clearInterval(refreshing)
        await database.close()
        await engine.stop()
      },
    }
  } catch (error) {
    await engine.stop()
    throw error
  }
}

async function openKeys(config: Config): Promise<KeyRing> {
  const path = keyFilePath(config.dataFolder, config.keyFile)
  const hasData = existsSync(path) ? true : config.databaseUrl ? await wasUsedBefore(config.databaseUrl) : existsSync(join(config.dataFolder, 'postgres'))
  return openKeyFile({ path, mayCreate: !hasData, random: randomBytes })
}

interface Engine {
  readonly connections: Connections
  readonly sockets: string
  stop(): Promise<void>
}

async function openEngine(config: Config, keyRing: KeyRing, log: Log): Promise<Engine> {
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
