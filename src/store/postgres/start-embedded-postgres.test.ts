import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, readdirSync, readlinkSync, statSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import pg from 'pg'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { embeddedFolder, killed, startInChild } from '../../../test/support/embedded-folder.ts'
import { embeddedBinaries } from './binaries.ts'
import { databaseIdentity } from './identity.ts'
import { silentLog } from './log.ts'
import { livingProcess } from './process-state.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from './start-embedded-postgres.ts'

const isRoot = process.getuid?.() === 0
const isLinux = process.platform === 'linux'

async function started(folder: string): Promise<EmbeddedPostgres> {
  const engine = await startEmbeddedPostgres({ folder, log: silentLog })
  onTestFinished(() => engine.stop())
  return engine
}

async function ask<Row extends pg.QueryResultRow>(config: pg.ClientConfig, text: string, values: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client(config)
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query<Row>(text, values)).rows
  } finally {
    await client.end()
  }
}

/** The owner's table stands in for data that have to survive. */
async function write(engine: EmbeddedPostgres, word: string): Promise<void> {
  await ask(engine.connections.owner, 'create table if not exists kept (word text)')
  await ask(engine.connections.owner, 'insert into kept values ($1)', [word])
}

async function words(engine: EmbeddedPostgres): Promise<string[]> {
  return (await ask<{ word: string }>(engine.connections.owner, 'select word from kept order by 1')).map(({ word }) => word)
}

describe('an embedded database', () => {
  it('starts on an empty folder, keeps what it is given, and starts again', async () => {
    const folder = await embeddedFolder()
    const times: number[] = []
    const cold = performance.now()
    const first = await started(folder)
    times.push(Math.round(performance.now() - cold))
    await write(first, 'kept')
    await first.stop()
    for (let round = 0; round < 3; round++) {
      const begun = performance.now()
      const again = await started(folder)
      times.push(Math.round(performance.now() - begun))
      expect(again.adopted).toBe(false)
      expect(await words(again)).toEqual(['kept'])
      await again.stop()
    }
    console.log(`embedded database: first start ${times[0]} ms, later starts ${times.slice(1).join(', ')} ms`)
  })

  it('waits for every commit to reach the disk and checks its pages', async () => {
    const engine = await started(await embeddedFolder())
    const names = ['fsync', 'synchronous_commit', 'full_page_writes', 'data_checksums']
    const [found] = await ask(engine.bootstrap, `select ${names.map((name) => `current_setting('${name}') as ${name}`).join(', ')}`)
    expect(found).toEqual({ fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on', data_checksums: 'on' })
  })

  it('listens on a Unix socket that only its own account can reach, and on no network address', async () => {
    const folder = await embeddedFolder()
    const engine = await started(folder)
    expect(await ask(engine.bootstrap, `select current_setting('listen_addresses') as addresses`)).toEqual([{ addresses: '' }])
    if (isLinux) expect(listeningPorts(engine.pid())).toEqual([])
    const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8)
    expect(modeOf(engine.connections.app.host!)).toBe('700')
    expect(modeOf(join(folder, 'postgres'))).toBe('700')
    expect(['700', '711']).toContain(modeOf(folder))
    for (const name of readdirSync(folder)) {
      if (statSync(join(folder, name)).isFile()) expect(modeOf(join(folder, name)), name).toBe('600')
    }
  })

  it('lets nobody in without the password', async () => {
    const engine = await started(await embeddedFolder())
    await expect(ask({ ...engine.connections.app, password: 'postgres' }, 'select 1')).rejects.toMatchObject({ code: '28P01' })
    await expect(ask({ ...engine.bootstrap, password: 'password' }, 'select 1')).rejects.toMatchObject({ code: '28P01' })
  })

  it('ends in order: no process, no lock file, a clean control file', async () => {
    const folder = await embeddedFolder()
    const engine = await started(folder)
    const pid = engine.pid()
    await engine.stop()
    expect(await livingProcess(pid)).toBeUndefined()
    expect(existsSync(join(folder, 'postgres/postmaster.pid'))).toBe(false)
    // pg_control: system identifier (8 bytes), two version numbers (4 each), then the state; 1 is "shut down".
    expect(readFileSync(join(folder, 'postgres/global/pg_control')).readInt32LE(16)).toBe(1)
    expect(readdirSync(join(folder, 'run'))).toEqual([])
  })

  it('is reached by a short path when its folder lies too deep for a socket', async () => {
    const deep = join(await embeddedFolder(), 'a'.repeat(90))
    await mkdir(deep)
    const folder = await embeddedFolder(deep)
    const engine = await started(folder)
    const sockets = engine.connections.app.host!
    expect(sockets.startsWith(join(tmpdir(), 'vinculo-'))).toBe(true)
    expect(statSync(sockets).mode & 0o777).toBe(0o700)
    expect(readFileSync(join(folder, 'socket-folder'), 'utf8')).toBe(sockets)
    expect(await ask(engine.connections.app, 'select 1 as one')).toEqual([{ one: 1 }])
    await engine.stop()
    expect(existsSync(sockets)).toBe(false)
  })

  it('keeps its data when the file with its passwords is lost', async () => {
    const folder = await embeddedFolder()
    const first = await started(folder)
    await write(first, 'kept')
    await first.stop()
    await rm(join(folder, 'postgres-passwords.json'))
    expect(await words(await started(folder))).toEqual(['kept'])
  })

  it('refuses data of another PostgreSQL version and says how to move them', async () => {
    const folder = await embeddedFolder()
    await (await started(folder)).stop()
    await writeFile(join(folder, 'postgres/PG_VERSION'), '14\n')
    await expect(started(folder)).rejects.toMatchObject({ code: 'folderMismatch', message: expect.stringContaining('backup') as string })
  })

  it.runIf(isRoot && isLinux)('never runs with the rights of root', async () => {
    const engine = await started(await embeddedFolder())
    const status = readFileSync(`/proc/${engine.pid()}/status`, 'utf8')
    expect(status).toMatch(/^CapEff:\t0+$/m)
    expect(status).toMatch(/^CapPrm:\t0+$/m)
    // Either another account on the host, or root mapped to an ordinary user of a namespace without capabilities.
    const [inside, outside] = readFileSync(`/proc/${engine.pid()}/uid_map`, 'utf8').trim().split(/\s+/)
    const account = status.match(/^Uid:\t(\d+)/m)![1]
    expect(account !== '0' || (inside !== '0' && outside === '0')).toBe(true)
  })
})

describe('a database that outlives its Vinculo', () => {
  it('is taken over by the next one after kill -9', async () => {
    const folder = await embeddedFolder()
    const { child, answer } = await startInChild(folder)
    expect(answer.adopted).toBe(false)
    await killed(child)
    expect(await livingProcess(answer.pid!)).toBeDefined()
    const next = await started(folder)
    expect(next.adopted).toBe(true)
    expect(next.pid()).toBe(answer.pid)
    expect(await ask(next.connections.app, 'select current_user as name')).toEqual([{ name: 'vinculo_app' }])
    await next.stop()
    expect(await livingProcess(answer.pid!)).toBeUndefined()
  })

  it('is replaced when both were killed', async () => {
    const folder = await embeddedFolder()
    const { child, answer } = await startInChild(folder)
    await killed(child)
    process.kill(answer.pid!, 'SIGKILL')
    const next = await started(folder)
    expect(next.adopted).toBe(false)
    expect(next.pid()).not.toBe(answer.pid)
  })

  it('is replaced even when its number is a zombie that nobody reaps', async () => {
    const folder = await embeddedFolder()
    await (await started(folder)).stop()
    // A parent that never waits for its child: the killed postmaster stays a zombie as long as the parent lives.
    const { postgres } = await embeddedBinaries()
    const [command, args] = databaseIdentity(join(folder, 'postgres')).wrap(postgres, ['-D', join(folder, 'postgres'), '-c', 'listen_addresses=', '-c', `unix_socket_directories=${join(folder, 'run')}`])
    const parent = spawn('sh', ['-c', '"$@" >/dev/null 2>&1 & echo $!; exec sleep 600', 'sh', command, ...args], {
      stdio: ['ignore', 'pipe', 'ignore'],
      ...databaseIdentity(join(folder, 'postgres')).credentials,
    })
    onTestFinished(() => void parent.kill('SIGKILL'))
    const [line] = (await once(createInterface({ input: parent.stdout }), 'line')) as [string]
    const zombie = Number(line)
    await vi.waitFor(() => expect(readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8')).toMatch(/ready/), { timeout: 10_000 })
    process.kill(zombie, 'SIGKILL')
    await vi.waitFor(async () => expect(await livingProcess(zombie)).toBeUndefined(), { timeout: 10_000 })
    expect(() => process.kill(zombie, 0)).not.toThrow()
    const next = await started(folder)
    expect(next.adopted).toBe(false)
  })

  it('is not mistaken for a stranger that now has its number', async () => {
    const folder = await embeddedFolder()
    await (await started(folder)).stop()
    await writeFile(join(folder, 'postgres/postmaster.pid'), `${process.pid}\n${folder}/postgres\n1\n5432\n\n\n\nready\n`)
    const begun = performance.now()
    expect((await started(folder)).adopted).toBe(false)
    expect(performance.now() - begun).toBeLessThan(9_000)
  })
})

describe('a database that dies', () => {
  it('is started again by itself, with everything that was committed', { timeout: 30_000 }, async () => {
    const engine = await started(await embeddedFolder())
    await write(engine, '0')
    for (const round of ['1', '2', '3']) {
      const killedPid = engine.pid()
      process.kill(killedPid, 'SIGKILL')
      await vi.waitFor(
        async () => {
          expect(engine.pid()).not.toBe(killedPid)
          await write(engine, round)
        },
        { timeout: 5_000, interval: 20 },
      )
    }
    expect(await words(engine)).toEqual(['0', '1', '2', '3'])
  })

  it('comes back also where nobody reaps what it left behind (process 1 of a container)', { timeout: 30_000 }, async ({ skip }) => {
    const namespace = ['--pid', '--fork', '--mount-proc', '--kill-child']
    if (spawnSync('unshare', [...namespace, 'true']).status !== 0) skip('NOT RUN: this account may not make process namespaces')
    const folder = await embeddedFolder()
    const script = join(import.meta.dirname, '../../../test/support/embedded-as-first-process.ts')
    const said = execFileSync('unshare', [...namespace, process.execPath, '--import', 'tsx', script, folder], { encoding: 'utf8' })
    expect(JSON.parse(said)).toEqual({ firstProcess: 1, rounds: 3, kept: 3 })
  })
})

describe('a second Vinculo on the same folder', () => {
  it('is refused while the first lives, in another process or in the same', async () => {
    const folder = await embeddedFolder()
    const engine = await started(folder)
    expect((await startInChild(folder)).answer).toEqual({ refused: 'folderInUse' })
    await expect(startEmbeddedPostgres({ folder, log: silentLog })).rejects.toMatchObject({
      code: 'folderInUse',
      details: { pid: process.pid },
      message: expect.stringContaining(folder) as string,
    })
    expect(await ask(engine.connections.app, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  it('gets the folder once the first has stopped', async () => {
    const folder = await embeddedFolder()
    await (await started(folder)).stop()
    expect((await startInChild(folder)).answer).toMatchObject({ adopted: false })
  })

  it('finds one winner when several start at the same moment', { timeout: 30_000 }, async () => {
    const folder = await embeddedFolder()
    const answers = await Promise.all([1, 2, 3].map(async () => (await startInChild(folder)).answer))
    expect(answers.filter(({ pid }) => pid !== undefined)).toHaveLength(1)
    expect(answers.filter(({ refused }) => refused === 'folderInUse')).toHaveLength(2)
  })
})

/** Local TCP ports on which the process listens, by the inodes of its open sockets. */
function listeningPorts(pid: number): string[] {
  const targets = readdirSync(`/proc/${pid}/fd`).map((name) => readlinkSync(`/proc/${pid}/fd/${name}`))
  const inodes = new Set(targets.map((target) => target.match(/^socket:\[(\d+)\]$/)?.[1]))
  const listening = '0A'
  return ['tcp', 'tcp6'].flatMap((table) =>
    readFileSync(`/proc/net/${table}`, 'utf8')
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
      .filter((fields) => fields[3] === listening && inodes.has(fields[9]!))
      .map((fields) => fields[1]!),
  )
}
