import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { chown, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { type Connections, connectServer } from '../../src/store/connections.ts'
import { databaseIdentity } from '../../src/store/postgres/identity.ts'
import { silentLog } from '../../src/store/postgres/log.ts'
import { startEmbeddedPostgres } from '../../src/store/postgres/start-embedded-postgres.ts'
import { freePort } from './free-port.ts'

/** A PostgreSQL that lives as long as the test run, whatever ends the run. */
export interface TestEngine {
  connections: Connections
  /** superuser, for cloning databases */
  bootstrap: pg.ClientConfig
  stop(): Promise<void>
}

/** `embedded` is the product's own engine; `server` the operating system's PostgreSQL, used as DATABASE_URL is. */
export async function startTestEngine(kind = process.env.ENGINE ?? 'embedded'): Promise<TestEngine> {
  if (kind === 'embedded') return startEmbedded()
  if (kind === 'server') return startServer(serverBinaries())
  throw new Error(`ENGINE=${kind}: choose embedded or server`)
}

async function startEmbedded(): Promise<TestEngine> {
  const folder = await mkdtemp(join(tmpdir(), 'vinculo-test-'))
  const undertaker = watchOver(join(folder, 'postgres'), folder)
  const engine = await startEmbeddedPostgres({ folder, log: silentLog })
  return {
    connections: engine.connections,
    bootstrap: engine.bootstrap,
    async stop() {
      await engine.stop()
      await undertaker.finish()
    },
  }
}

/** The newest server of the operating system's packages; 15 and newer serve. */
export function serverBinaries(): string {
  const root = '/usr/lib/postgresql'
  const versions = (existsSync(root) ? readdirSync(root) : []).map(Number).filter((version) => version >= 15)
  const newest = Math.max(...versions)
  const folder = join(root, String(newest), 'bin')
  if (versions.length > 0 && existsSync(join(folder, 'initdb'))) return folder
  throw new Error(
    'ENGINE=server needs the PostgreSQL 15 (or newer) server programs of the operating system, and there are none in /usr/lib/postgresql. ' +
      'On Debian and Ubuntu: apt-get install postgresql-15 (or postgresql). Nothing was tested.',
  )
}

/** A server with a TCP port on loopback, whose DATABASE_URL belongs to an administrator that is no superuser. */
async function startServer(binaries: string): Promise<TestEngine> {
  const folder = await mkdtemp(join(tmpdir(), 'vinculo-test-'))
  const data = join(folder, 'server')
  const undertaker = watchOver(data, folder)
  const password = randomBytes(16).toString('hex')
  const identity = databaseIdentity(folder)
  await initialise(binaries, data, password, identity)
  const port = await freePort()
  const settings = [`port=${port}`, 'listen_addresses=127.0.0.1', 'unix_socket_directories=', 'password_encryption=scram-sha-256']
  const [command, args] = identity.wrap(join(binaries, 'postgres'), ['-D', data, ...settings.flatMap((setting) => ['-c', setting])])
  const server = spawn(command, args, { ...identity.credentials, cwd: '/', stdio: 'ignore', detached: true })
  const bootstrap = { host: '127.0.0.1', port, user: 'postgres', password, database: 'postgres' }
  await untilAnswered(bootstrap, server)
  await administer(bootstrap, [`create role admin login createrole createdb password '${password}'`, 'create database vinculo owner admin'])
  const databaseUrl = `postgres://admin:${password}@127.0.0.1:${port}/vinculo`
  return {
    connections: await connectServer({ databaseUrl, keyMaterial: randomBytes(32) }),
    bootstrap,
    async stop() {
      server.kill('SIGINT')
      if (server.exitCode === null) await new Promise((resolve) => server.once('exit', resolve))
      await undertaker.finish()
    },
  }
}

async function initialise(binaries: string, data: string, password: string, identity: ReturnType<typeof databaseIdentity>): Promise<void> {
  const passwordFile = `${data}.password`
  await writeFile(passwordFile, password, { mode: 0o600 })
  const { uid, gid } = identity.credentials
  if (uid !== undefined && gid !== undefined) for (const path of [join(data, '..'), passwordFile]) await chown(path, uid, gid)
  const options = ['-D', data, '-U', 'postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--encoding=UTF8', '--locale=C.UTF-8']
  const [command, args] = identity.wrap(join(binaries, 'initdb'), options)
  execFileSync(command, args, { ...identity.credentials, cwd: '/', stdio: ['ignore', 'ignore', 'pipe'] })
  await rm(passwordFile)
}

export async function administer(config: pg.ClientConfig, statements: string[]): Promise<void> {
  const client = new pg.Client(config)
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}

async function untilAnswered(config: pg.ClientConfig, server: ChildProcess): Promise<void> {
  for (;;) {
    if (server.exitCode !== null) throw new Error(`the test server ended with ${server.exitCode} before it answered`)
    const isUp = await administer(config, []).then(
      () => true,
      () => false,
    )
    if (isUp) return
    await wait(20)
  }
}

/**
 * Ends the server of this one data directory and removes the folder as soon as this process is gone, however it went:
 * the pipe to it closes with the process. By number, and only while that number still runs on this directory.
 */
function watchOver(data: string, folder: string): { finish(): Promise<void> } {
  const script = `
    read -r _
    pid=$(head -n 1 "$1/postmaster.pid" 2>/dev/null)
    if [ -n "$pid" ]; then case "$(ps -o args= -p "$pid")" in *"$1"*) kill -INT "$pid" ;; esac; fi
    tries=0
    while [ -e "$1/postmaster.pid" ] && [ $tries -lt 100 ]; do sleep 0.1; tries=$((tries + 1)); done
    rm -rf "$2"`
  const child = spawn('sh', ['-c', script, 'sh', data, folder], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] })
  child.unref()
  ;(child.stdin as unknown as { unref(): void }).unref()
  return {
    async finish() {
      child.ref()
      const gone = new Promise((resolve) => child.once('exit', resolve))
      child.stdin!.end()
      await gone
    },
  }
}
