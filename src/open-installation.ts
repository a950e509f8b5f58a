import { randomBytes } from 'node:crypto'
import type { Environment } from './application/environment.ts'
import { cloudManifests } from './application/installation/cloud-manifests.ts'
import { timeOrderedId } from './application/installation/new-id.ts'
import type { Config } from './config.ts'
import { noTenant } from './domain/ids.ts'
import { type AccessTokens, accessTokens } from './security/access-token.ts'
import { outboundFetch } from './security/outbound.ts'
import type { KeyRing } from './security/key-ring.ts'
import { openEngine, openKeys } from './open-engine.ts'
import type { Connections } from './store/connections.ts'
import { type Database, openDatabase } from './store/database.ts'
import { readSetting } from './store/installation-store.ts'
import { migrate } from './store/migrate.ts'
import type { Log } from './store/postgres/log.ts'

/** The data of one installation, open in this process and in no other. */
export interface Installation {
  readonly env: Environment
  readonly tokens: AccessTokens
  readonly connections: Connections
  readonly keyRing: KeyRing
  readonly schemaVersion: number
  /** the folder of sockets, closed to other accounts */
  readonly sockets: string
  /** reads anew what the operator may change: clouds, the marks of a demo and of a quarantine */
  refresh(): Promise<void>
  close(): Promise<void>
}

/** How often the operator's changes, made in another process, are looked for. */
const refreshMs = 10_000

/** Key file, database, migrations, environment: in this order. Throws KeyFileError, EngineError or what the database says. */
export async function openInstallation(config: Config, { publicUrl, log }: { publicUrl: string; log: Log }): Promise<Installation> {
  const keyRing = await openKeys(config)
  const engine = await openEngine(config, keyRing, log)
  try {
    const { version } = await migrate({ connections: engine.connections, log })
    const database = openDatabase(engine.connections.app)
    const clock = () => new Date()
    const manifests = await cloudManifests(database, log)
    let known: Known = { isDemo: false, isQuarantined: false, signInsSince: undefined }
    const refresh = async () => {
      await manifests.refresh()
      known = await readKnown(database)
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
        return !known.isQuarantined && (config.smtpUrl !== undefined || known.isDemo)
      },
      get isDemo() {
        return known.isDemo
      },
      get isQuarantined() {
        return known.isQuarantined
      },
      manifestOf: manifests.manifestOf,
      outbound: outboundFetch({ allow: config.oidcAllow }),
      log,
    }
    return {
      env,
      tokens: accessTokens(keyRing, publicUrl, { issuedSince: () => known.signInsSince }),
      connections: engine.connections,
      keyRing,
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

interface Known {
  readonly isDemo: boolean
  readonly isQuarantined: boolean
  /** access tokens from before do not count */
  readonly signInsSince: Date | undefined
}

async function readKnown(database: Database): Promise<Known> {
  return database.transaction({ tenant: noTenant, scope: 'system' }, async (trx) => {
    const [demo, quarantine, since] = [await readSetting(trx, 'demo'), await readSetting(trx, 'quarantine'), await readSetting(trx, 'signInsSince')]
    return { isDemo: demo !== undefined, isQuarantined: quarantine !== undefined, signInsSince: since && new Date(since.at) }
  })
}
