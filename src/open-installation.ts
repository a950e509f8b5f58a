import { randomBytes } from 'node:crypto'
import { statfs } from 'node:fs/promises'
import type { Environment } from './application/environment.ts'
import { cloudManifests } from './application/installation/cloud-manifests.ts'
import { timeOrderedId } from './application/installation/new-id.ts'
import type { Config } from './config.ts'
import { noTenant } from './domain/ids.ts'
import { type AccessTokens, accessTokens } from './security/access-token.ts'
import { outboundFetch } from './security/outbound.ts'
import { usualSenderOf } from './delivery/mail/smtp.ts'
import { openEngine, openKeys } from './open-engine.ts'
import type { Connections } from './store/connections.ts'
import { type Database, openDatabase } from './store/database.ts'
import { readSetting } from './store/installation-store.ts'
import { migrate } from './store/migrate.ts'
import type { Log } from './store/postgres/log.ts'
import type { Telemetry } from './telemetry/telemetry.ts'

/** The data of one installation, open in this process and in no other. */
export interface Installation {
  readonly env: Environment
  readonly tokens: AccessTokens
  readonly connections: Connections
  readonly schemaVersion: number
  /** the folder of sockets, closed to other accounts */
  readonly sockets: string
  /** reads anew what the operator may change: clouds, the marks of a demo and of a quarantine */
  refresh(): Promise<void>
  close(): Promise<void>
}

/** How often the operator's changes, made in another process, are looked for. */
const refreshMs = 800

/** Key file, database, migrations, environment: in this order. Throws KeyFileError, EngineError or what the database says. */
export async function openInstallation(config: Config, { publicUrl, log, telemetry }: { publicUrl: string; log: Log; telemetry?: Telemetry }): Promise<Installation> {
  const keyRing = await openKeys(config)
  const engine = await openEngine(config, keyRing, log)
  try {
    const { version } = await migrate({ connections: engine.connections, log })
    const database = openDatabase(engine.connections.app)
    const manifests = await cloudManifests(database, log)
    const marks = marksOf(database)
    const refresh = async () => {
      await manifests.refresh()
      await marks.refresh()
    }
    await refresh()
    // While the database is away the last known stays in force; the next round reads it anew.
    const refreshing = setInterval(() => void refresh().catch(() => undefined), refreshMs).unref()
    const outbound = outboundFetch({ allow: config.oidcAllow })
    const outboundToConnectors = outboundFetch({ allow: config.connectorAllow })
    const sender = config.smtpUrl !== undefined && { usualSender: usualSenderOf(config.smtpUrl, publicUrl) }
    const ground = { schemaVersion: version, ...(!config.databaseUrl && { freeBytes: () => freeBytesOf(config.dataFolder) }) }
    const env = environmentOf({ database, ground, keyRing, publicUrl, manifestOf: manifests.manifestOf, outbound, outboundToConnectors, log, marks, ...(telemetry && { telemetry }), ...sender })
    return {
      env,
      tokens: accessTokens(keyRing, publicUrl, { issuedSince: marks.signInsSince }),
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

type Pieces = Pick<Environment, 'database' | 'ground' | 'keyRing' | 'publicUrl' | 'manifestOf' | 'outbound' | 'outboundToConnectors' | 'log' | 'telemetry'> & { readonly marks: Marks; readonly usualSender?: string }

function environmentOf({ marks, ...pieces }: Pieces): Environment {
  const clock = () => new Date()
  return {
    ...pieces,
    clock,
    newId: () => timeOrderedId(clock(), randomBytes),
    random: randomBytes,
    // The mailbox of a demo is a way out too: whoever looks at the demo reads it.
    get mailLeaves() {
      return !marks.isQuarantined() && (pieces.usualSender !== undefined || marks.isDemo())
    },
    get isDemo() {
      return marks.isDemo()
    },
    get isQuarantined() {
      return marks.isQuarantined()
    },
  }
}

async function freeBytesOf(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}

type Marks = ReturnType<typeof marksOf>

/** What the data say about the installation itself, as last read. */
function marksOf(database: Database) {
  let [isDemo, isQuarantined, signInsSince] = [false, false, undefined as Date | undefined]
  return {
    isDemo: () => isDemo,
    isQuarantined: () => isQuarantined,
    /** access tokens from before do not count */
    signInsSince: () => signInsSince,
    refresh: () =>
      database.transaction({ tenant: noTenant, scope: 'system' }, async (trx) => {
        isDemo = (await readSetting(trx, 'demo')) !== undefined
        isQuarantined = (await readSetting(trx, 'quarantine')) !== undefined
        const since = await readSetting(trx, 'signInsSince')
        signInsSince = since && new Date(since.at)
      }),
  }
}
