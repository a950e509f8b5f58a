import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import type { Connections } from '../connections.ts'
import { type Binaries, embeddedBinaries } from './binaries.ts'
import { createCluster, resetPassword, superuserName } from './create-cluster.ts'
import { EngineError } from './engine-error.ts'
import { type EngineFolder, prepareFolder, removeSocketFolder } from './folder.ts'
import { lockFolder } from './folder-lock.ts'
import { type Identity, admitIdentity, databaseIdentity } from './identity.ts'
import type { Log } from './log.ts'
import { type EnginePasswords, enginePasswords } from './passwords.ts'
import { adoptOrWait, launch, shutDown, stopServerIn } from './postmaster.ts'
import { type LivingProcess, isStillAlive } from './process-state.ts'
import { assertRoles, databaseGrants, roleName } from './roles.ts'
import { checkServer } from './server-checks.ts'

const databaseName = 'vinculo'
const prefix = 'vinculo'

export interface EmbeddedPostgres {
  connections: Connections
  /** true when a server that outlived an earlier Vinculo was taken over */
  adopted: boolean
  /** the superuser's way in: for bootstrap and for tests that clone databases, never for the product's work */
  bootstrap: pg.ClientConfig
  /** process number of the server; another after it was killed and started again */
  pid(): number
  /** stops the server, also an adopted one, and frees the folder */
  stop(): Promise<void>
}

interface Engine {
  place: EngineFolder
  binaries: Binaries
  identity: Identity
  bootstrap: pg.ClientConfig
  log: Log
}

/**
 * Starts PostgreSQL on the folder, or takes over the server that a killed Vinculo left running there, and starts it
 * again whenever it dies. A dying Node leaves it running. Throws EngineError.
 */
export async function startEmbeddedPostgres({ folder, log }: { folder: string; log: Log }): Promise<EmbeddedPostgres> {
  const place = await prepareFolder(folder)
  const lock = await lockFolder(place.sockets, place.folder)
  try {
    const passwords = await enginePasswords(place.passwords)
    const engine = await prepareEngine(place, passwords, log)
    const { server, adopted } = await firstServer(engine, passwords.superuser)
    await prepareDatabase(engine.bootstrap, passwords)
    log.info({ pid: server.pid, adopted, folder: place.folder }, 'the embedded database is ready')
    const watch = keepAlive(engine, server)
    return {
      connections: connectionsTo(place, passwords),
      adopted,
      bootstrap: engine.bootstrap,
      pid: watch.pid,
      async stop() {
        await watch.stop()
        await lock.release()
        await removeSocketFolder(place)
      },
    }
  } catch (error) {
    await lock.release()
    throw error
  }
}

async function prepareEngine(place: EngineFolder, passwords: EnginePasswords, log: Log): Promise<Engine> {
  const binaries = await embeddedBinaries()
  const identity = databaseIdentity(place.data)
  await admitIdentity(identity, { open: place.folder, own: [place.sockets], run: [binaries.postgres] })
  await createCluster(place, binaries, identity, passwords.superuser)
  await admitIdentity(identity, { open: place.folder, own: [place.data], run: [] })
  return { place, binaries, identity, log, bootstrap: { ...address(place), database: 'postgres', user: superuserName, password: passwords.superuser } }
}

async function firstServer(engine: Engine, password: string): Promise<{ server: LivingProcess; adopted: boolean }> {
  try {
    return await adoptOrLaunch(engine)
  } catch (error) {
    if (!(error instanceof EngineError && error.code === 'passwordsLost')) throw error
    const { place, binaries, identity, log } = engine
    log.warn({ folder: place.folder }, 'the passwords of the embedded database were lost; it gets others')
    await stopServerIn(place)
    await resetPassword(place, binaries, identity, password)
    return adoptOrLaunch(engine)
  }
}

async function adoptOrLaunch({ place, binaries, identity, bootstrap }: Engine): Promise<{ server: LivingProcess; adopted: boolean }> {
  const running = await adoptOrWait(place, bootstrap)
  return { server: running ?? (await launch(place, binaries, identity, bootstrap)), adopted: running !== undefined }
}

function address(place: EngineFolder): pg.ClientConfig {
  return { host: place.sockets, port: 5432 }
}

function connectionsTo(place: EngineFolder, passwords: EnginePasswords): Connections {
  const as = (role: 'owner' | 'app' | 'auditor' | 'jobs'): pg.ClientConfig => ({
    ...address(place),
    database: databaseName,
    user: roleName(prefix, role),
    password: passwords[role],
  })
  return { owner: as('owner'), app: as('app'), auditor: as('auditor'), jobs: as('jobs'), databaseName, kind: 'embedded' }
}

/** Roles, passwords, settings and grants are put right at every start; the database itself is made by the first. */
async function prepareDatabase(bootstrap: pg.ClientConfig, passwords: EnginePasswords): Promise<void> {
  const client = new pg.Client(bootstrap)
  await client.connect()
  try {
    await checkServer(client)
    await assertRoles(client, { prefix, passwords, asSuperuser: true })
    const { rowCount } = await client.query('select from pg_database where datname = $1', [databaseName])
    if (rowCount === 0) await client.query(`create database ${databaseName} owner ${roleName(prefix, 'owner')}`)
    const closing = `revoke all on database ${databaseName} from public`
    await client.query([closing, ...databaseGrants(databaseName, prefix)].join(';\n'))
  } finally {
    await client.end()
  }
}

/** Starts the server again when it dies, until stopped. An adopted server is nobody's child, so its death is looked for. */
function keepAlive(engine: Engine, first: LivingProcess): { pid(): number; stop(): Promise<void> } {
  const { log } = engine
  const ended = new AbortController()
  let server = first
  const watching = (async () => {
    while (!ended.signal.aborted) {
      await wait(100, undefined, { ref: false, signal: ended.signal }).catch(() => undefined)
      if (ended.signal.aborted || (await isStillAlive(server))) continue
      log.error({ pid: server.pid }, 'the embedded database died and is started again')
      try {
        server = (await adoptOrLaunch(engine)).server
        log.info({ pid: server.pid }, 'the embedded database is ready again')
      } catch (error) {
        log.error({ error: String(error) }, 'the embedded database could not be started; the next attempt follows')
        await wait(1_000, undefined, { ref: false, signal: ended.signal }).catch(() => undefined)
      }
    }
  })()
  return {
    pid: () => server.pid,
    async stop() {
      ended.abort()
      await watching
      if (!(await shutDown(server))) log.error({ pid: server.pid }, 'the embedded database did not stop in time and is left running')
    },
  }
}
