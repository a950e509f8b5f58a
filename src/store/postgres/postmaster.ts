import { type ChildProcess, spawn } from 'node:child_process'
import { open, readFile, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import type { Binaries } from './binaries.ts'
import { plainEnvironment } from './create-cluster.ts'
import { EngineError, codeOf } from './engine-error.ts'
import type { EngineFolder } from './folder.ts'
import type { Identity } from './identity.ts'
import { type LivingProcess, isStillAlive, livingProcess, processesIn } from './process-state.ts'

/** How long what is left of a killed server is waited for. */
const remainsMs = 10_000
/** How long a server may replay its log after a crash before the start is given up. */
const recoveryMs = 120_000

/** Given on the command line, where no configuration file outranks them. */
function settings(sockets: string): Record<string, string> {
  return {
    listen_addresses: '',
    unix_socket_directories: `"${sockets.replaceAll('"', '""')}"`,
    unix_socket_permissions: '0700',
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
    password_encryption: 'scram-sha-256',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // One file per weekday, written over after a week. Terse: details would put people's data into the log.
    logging_collector: 'on',
    log_directory: 'log',
    log_filename: 'postgresql-%a.log',
    log_truncate_on_rotation: 'on',
    log_rotation_age: '1d',
    log_rotation_size: '0',
    log_error_verbosity: 'terse',
  }
}

/**
 * The server that already runs in the folder, or undefined when the folder is free to start in. Waits for what a
 * killed server left behind, and never removes `postmaster.pid` while a process works in the folder.
 */
export async function adoptOrWait(place: EngineFolder, superuser: pg.ClientConfig): Promise<LivingProcess | undefined> {
  const begun = Date.now()
  for (;;) {
    const pid = await recordedPid(place)
    const living = pid === undefined ? undefined : await livingProcess(pid)
    const holders = await processesIn(place.data)
    if (holders.length === 0) {
      await removeStaleRecords(place, superuser)
      return undefined
    }
    const isPostmaster = living !== undefined && holders.includes(living.pid)
    if (isPostmaster && (await answers(place, superuser))) return living
    if (Date.now() - begun > (isPostmaster ? recoveryMs : remainsMs)) {
      throw new EngineError(
        'folderInUse',
        `The folder ${place.data} is held by a process that does not answer (${holders.join(', ')}). End it, then start again.`,
        { pids: holders },
      )
    }
    await wait(25)
  }
}

function pidFile(place: EngineFolder): string {
  return join(place.data, 'postmaster.pid')
}

async function recordedPid(place: EngineFolder, path = pidFile(place)): Promise<number | undefined> {
  const pid = Number.parseInt(await readFile(path, 'utf8').catch(() => ''), 10)
  return pid > 0 ? pid : undefined
}

/**
 * PostgreSQL clears away the record of a process that is gone, but takes a zombie, or a stranger under the same number,
 * for a running server and refuses to start. Nobody works in the folder here, so the records are nobody's.
 */
async function removeStaleRecords(place: EngineFolder, superuser: pg.ClientConfig): Promise<void> {
  for (const path of [pidFile(place), join(place.sockets, '.s.PGSQL.5432.lock')]) {
    const pid = await recordedPid(place, path)
    if (pid === undefined || !hasNumber(pid)) continue
    if (await answers(place, superuser)) {
      throw new EngineError(
        'folderInUse',
        `A database that this system does not show (in another container?) is serving ${place.data}. Stop it first, or choose another VINCULO_DATA.`,
      )
    }
    await rm(path, { force: true })
  }
}

function hasNumber(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

/** Not listening, not listening yet, starting up, shutting down, or dying under the question. */
const notNow = new Set(['ENOENT', 'EAGAIN', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', '57P03', '57P01', '57P02'])

/** Whether a server answers on our socket, and is the one whose data lie in our folder. */
async function answers(place: EngineFolder, superuser: pg.ClientConfig): Promise<boolean> {
  const client = new pg.Client({ ...superuser, connectionTimeoutMillis: 5_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query<{ id: string }>('select system_identifier::text as id from pg_control_system()')
    const stored = await readFile(join(place.data, 'global/pg_control'))
    if (rows[0]?.id === stored.readBigUInt64LE(0).toString()) return true
  } catch (error) {
    const code = codeOf(error)
    if (notNow.has(code ?? '') || /terminated unexpectedly|timeout/.test(String(error))) return false
    if (code !== '28P01') throw error
    throw new EngineError('passwordsLost', `The passwords in ${place.passwords} are not those of the database in ${place.data}.`, { cause: error })
  } finally {
    await client.end().catch(() => undefined)
  }
  throw new EngineError('folderMismatch', `Another database answers on the socket in ${place.sockets}.`)
}

/** Stops a server of this folder into which there is no way. */
export async function stopServerIn(place: EngineFolder): Promise<void> {
  const pid = await recordedPid(place)
  const living = pid === undefined ? undefined : await livingProcess(pid)
  if (living && (await processesIn(place.data)).includes(living.pid)) await shutDown(living)
}

/** Starts the server and returns once it takes connections. */
export async function launch(place: EngineFolder, binaries: Binaries, identity: Identity, superuser: pg.ClientConfig): Promise<LivingProcess> {
  const begun = Date.now()
  for (;;) {
    const child = await spawnPostgres(place, binaries, identity)
    while (child.exitCode === null && child.signalCode === null) {
      if (child.pid !== undefined && (await answers(place, superuser))) {
        const living = await livingProcess(child.pid)
        if (living) return living
      }
      if (Date.now() - begun > recoveryMs) break
      await wait(10)
    }
    const said = await lastWords(place, child.pid)
    // A killed server's last processes let go of its memory a moment later.
    const isOccupied = /lock file .* already exists|pre-existing shared memory block/.test(said)
    if (!isOccupied || Date.now() - begun > remainsMs) throw didNotStart(place, said)
    await wait(100)
  }
}

async function spawnPostgres(place: EngineFolder, binaries: Binaries, identity: Identity): Promise<ChildProcess> {
  const options = Object.entries(settings(place.sockets)).flatMap(([key, value]) => ['-c', `${key}=${value}`])
  const [command, args] = identity.wrap(binaries.postgres, ['-D', place.data, ...options])
  const startLog = await open(place.startLog, 'w', 0o600)
  try {
    const child = spawn(command, args, {
      ...identity.credentials,
      cwd: '/',
      env: plainEnvironment(),
      stdio: ['ignore', startLog.fd, startLog.fd],
      // A session of its own: Ctrl-C in the terminal is Vinculo's to answer, which then stops the server in order.
      detached: true,
    })
    await new Promise((resolve, reject) => child.once('spawn', resolve).once('error', reject))
    child.unref()
    return child
  } finally {
    await startLog.close()
  }
}

/** What the process said before and after it opened its own log. */
async function lastWords(place: EngineFolder, pid: number | undefined): Promise<string> {
  const folder = join(place.data, 'log')
  const logs = (await readdir(folder).catch(() => [])).map((name) => join(folder, name))
  const texts = await Promise.all([place.startLog, ...logs].map((path) => readFile(path, 'utf8').catch(() => '')))
  const early = texts[0]!.split('\n').filter((line) => !/logging collector|log output|^$/.test(line))
  return [...new Set([...early, ...texts.slice(1).flatMap((text) => text.split('\n').filter((line) => line.includes(`[${pid}]`)))])].join('\n')
}

function didNotStart(place: EngineFolder, said: string): EngineError {
  return new EngineError('didNotStart', `The embedded PostgreSQL did not start. It said: ${said || 'nothing'} (${place.startLog})`)
}

/** Fast shutdown: sessions are ended, everything is written. Bounded; past it the server stops at once and recovers at the next start. */
export async function shutDown(server: LivingProcess, limits = { fastMs: 15_000, immediateMs: 5_000 }): Promise<boolean> {
  for (const [signal, limit] of [['SIGINT', limits.fastMs], ['SIGQUIT', limits.immediateMs]] as const) {
    const begun = Date.now()
    if (await isStillAlive(server)) process.kill(server.pid, signal)
    while (Date.now() - begun < limit) {
      if (!(await isStillAlive(server))) return true
      await wait(5)
    }
  }
  return false
}
