import { type ChildProcess, execFile, execFileSync, spawn, spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { containerStages, variablesOf } from '../support/containerfile.ts'
import { freePort } from '../support/free-port.ts'
import { untilReady } from '../support/product.ts'

/**
 * What docs/operating.md and deploy/ say about installing, done in empty folders: the page's own commands on a clone of what
 * is committed, then the service's start line, then the steps of the container file. Nothing is installed twice: where a
 * step of the container file was done by the page on the same files, its result is taken over, as a builder's cache does.
 */
const repository = resolve(import.meta.dirname, '../..')
const root = mkdtempSync(join(tmpdir(), 'vinculo-install-'))
// An account of its own has to reach it.
chmodSync(root, 0o711)
const installed = join(root, 'vinculo')
const running = new Set<ChildProcess>()
afterAll(() => {
  for (const child of running) child.kill('SIGKILL')
  execFileSync('rm', ['-rf', root])
}, 600_000)
const hasAnalyze = spawnSync('systemd-analyze', ['--version']).status === 0
if (!hasAnalyze) console.warn('SKIPPED: deploy/vinculo.service was not verified, because there is no systemd-analyze (apt-get install systemd).')

const read = (path: string) => readFileSync(join(repository, path), 'utf8')
const block = (marker: string) => new RegExp(`<!-- followed: ${marker} -->\\n\`\`\`sh\\n([^]*?)\`\`\``).exec(read('docs/operating.md'))![1]!
const quick = { npm_config_prefer_offline: 'true', npm_config_prefix: join(root, 'prefix'), npm_config_update_notifier: 'false' }

interface Started {
  readonly child: ChildProcess
  readonly written: () => string
  readonly ended: Promise<number | null>
}

function start([command, ...words]: readonly string[], { cwd, env, account }: { cwd: string; env: Record<string, string>; account?: number }): Started {
  const child = spawn(command!, words, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], ...(account !== undefined && { uid: account, gid: account }) })
  running.add(child)
  let text = ''
  for (const stream of [child.stdout!, child.stderr!]) stream.on('data', (part: Buffer) => (text += part))
  const ended = new Promise<number | null>((done) => child.once('exit', done)).finally(() => running.delete(child))
  return { child, written: () => text, ended }
}

beforeAll(async () => {
  mkdirSync(quick.npm_config_prefix)
  await promisify(execFile)('bash', ['-euo', 'pipefail', '-c', block('installing')], { cwd: root, env: { ...process.env, ...quick, REPOSITORY: repository }, maxBuffer: 64e6 })
}, 600_000)

describe('the commands of the page', () => {
  it('leave a program that says its version and completes words', () => {
    const program = join(quick.npm_config_prefix, 'bin/vinculo')
    expect(execFileSync(program, ['--version'], { encoding: 'utf8' }).trim()).toBe((JSON.parse(read('package.json')) as { version: string }).version)
    expect(execFileSync(program, ['completion', 'bash'], { encoding: 'utf8' })).toContain('complete -o default')
  })
})

/** Lines of an EnvironmentFile: comments and empty ones aside, NAME=value. */
const environmentOf = (text: string) => Object.fromEntries(text.split('\n').filter((line) => /^[A-Z_]+=/.test(line)).map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]))

describe('the service', () => {
  const unit = read('deploy/vinculo.service')
  const here = (text: string) => text.replaceAll('/opt/vinculo', installed).replaceAll('/usr/bin/node', process.execPath)
  const line = (name: string) => new RegExp(`^${name}=(.*)$`, 'm').exec(unit)![1]!

  it.runIf(hasAnalyze)('is one that systemd understands, and closed as far as it can be', () => {
    const file = join(root, 'vinculo.service')
    writeFileSync(file, here(unit))
    const verified = spawnSync('systemd-analyze', ['verify', '--man=no', file], { encoding: 'utf8' })
    expect([verified.status, verified.stderr.split('\n').filter((text) => text.includes('vinculo'))]).toEqual([0, []])
    const judged = spawnSync('systemd-analyze', ['security', '--offline=yes', '--threshold=15', '--no-pager', file], { encoding: 'utf8' })
    expect(judged.status, judged.stdout.split('\n').at(-2)).toBe(0)
  })

  it('starts by its own line and settings, from files that belong to somebody else', { timeout: 60_000 }, async () => {
    const port = await freePort()
    const state = join(root, 'state')
    // One that has a name and owns nothing here; on the machine others' databases run, too.
    const account = process.getuid?.() === 0 ? Number(execFileSync('id', ['-u', 'daemon'])) : undefined
    mkdirSync(state, { mode: 0o700 })
    if (account !== undefined) execFileSync('chown', [String(account), state])
    const settings = environmentOf(read('deploy/vinculo.env').replace('PORT=4000', `PORT=${port}`).replaceAll('/var/lib/vinculo', state))
    expect(line('StateDirectory')).toBe('vinculo')
    const { child, written, ended } = start(here(line('ExecStart')).split(' '), { cwd: here(line('WorkingDirectory')), env: { PATH: '/usr/local/bin:/usr/bin:/bin', HOME: state, ...settings }, ...(account !== undefined && { account }) })
    await untilReady(`http://localhost:${port}`, child, written)
    expect(written()).not.toContain('running as root')
    expect(statSync(join(state, 'keys/vinculo.key')).mode & 0o777).toBe(0o600)
    const begin = performance.now()
    child.kill('SIGTERM')
    expect(await ended).toBe(0)
    expect((performance.now() - begin) / 1_000).toBeLessThan(Number(line('TimeoutStopSec')))
  })
})

describe('the container file', () => {
  const stages = containerStages()
  const rootOf = (name: string) => join(root, 'container', name)
  /** What the page did already, on the same files. */
  const taken: Readonly<Record<string, readonly string[]>> = { 'npm ci': ['node_modules'], 'npm run build': ['dist', 'lib'] }

  const context = (from: string) => {
    const ignored = read('.containerignore').split('\n').filter(Boolean)
    const listed = execFileSync('git', ['-C', repository, 'ls-files'], { encoding: 'utf8' }).trim().split('\n')
    return from === '.' ? listed.filter((file) => !ignored.some((name) => file === name || file.startsWith(`${name}/`))) : [from]
  }
  const copy = (text: string, stage: string, folder: string) => {
    const words = text.split(' ')
    const other = /^--from=(\S+)$/.exec(words[0]!)?.[1]
    const [from, to] = [words.slice(other ? 1 : 0, -1), words.at(-1)!]
    for (const one of from) {
      for (const file of other ? [one] : context(one)) {
        const target = join(rootOf(stage), folder, to, to.endsWith('/') ? basename(file) : one === '.' ? file : '')
        // Nobody needs a stage again after its files were taken, and half a gigabyte is moved in no time.
        if (other) renameSync(join(rootOf(other), file), target)
        else cpSync(join(installed, file), target)
      }
    }
  }

  it('builds from base images that have the node this is tested with', () => {
    expect(stages.map(({ name }) => name)).toEqual(['build', 'final'])
    for (const { from } of stages) expect(from).toBe(`docker.io/library/node:${process.versions.node.split('.')[0]}-bookworm-slim`)
    expect(execFileSync('git', ['-C', installed, 'rev-parse', 'HEAD']).toString()).toBe(execFileSync('git', ['-C', repository, 'rev-parse', 'HEAD']).toString())
  })

  it('makes an image that starts, answers, is healthy and stops', { timeout: 120_000 }, async () => {
    for (const { name, steps } of stages) {
      let folder = '/'
      for (const { instruction, text } of steps) {
        if (instruction === 'WORKDIR') mkdirSync(join(rootOf(name), (folder = text)), { recursive: true })
        if (instruction === 'COPY') copy(text, name, folder)
        if (instruction !== 'RUN') continue
        expect(block('installing')).toContain('npm ci\nnpm run build\n')
        // The home folder of its account comes with the base image.
        mkdirSync(join(rootOf(name), 'home/node'), { recursive: true })
        for (const result of taken[text] ?? []) renameSync(join(installed, result), join(rootOf(name), folder, result))
        if (!taken[text]) execFileSync('sh', ['-c', text.replaceAll('/home/node', join(rootOf(name), 'home/node'))], { cwd: join(rootOf(name), folder), env: { ...process.env, ...quick } })
      }
    }
    const { steps } = stages.at(-1)!
    const text = (instruction: string) => steps.find((step) => step.instruction === instruction)!.text
    const folder = join(rootOf('final'), text('WORKDIR'))
    expect(existsSync(join(folder, 'src'))).toBe(false)
    expect(existsSync(join(folder, 'node_modules/vitest'))).toBe(false)
    const port = await freePort()
    const variables = Object.fromEntries(Object.entries(variablesOf(steps)).map(([name, value]) => [name, value.replace('/home/node', join(rootOf('final'), 'home/node'))]))
    const env = { PATH: `${join(process.execPath, '..')}:/usr/bin:/bin`, HOME: join(rootOf('final'), 'home/node'), ...variables, PORT: String(port), PUBLIC_URL: 'https://partners.example.org', TRUST_PROXY: '10.88.0.1' }
    const { child, written, ended } = start(JSON.parse(text('CMD')) as string[], { cwd: folder, env })
    await untilReady(`http://localhost:${port}`, child, written)
    expect((await fetch(`http://localhost:${port}/partner`)).status).toBe(200)
    const healthy = JSON.parse(/CMD (\[.*\])$/.exec(text('HEALTHCHECK'))![1]!) as string[]
    expect(await start(healthy, { cwd: folder, env }).ended).toBe(0)
    const bench = start(['node', 'bin/vinculo.js', 'bench'], { cwd: folder, env })
    expect([await bench.ended, bench.written()]).toEqual([2, expect.stringContaining('npm run bench')])
    child.kill(text('STOPSIGNAL') as NodeJS.Signals)
    expect(await ended).toBe(0)
    expect(await start(healthy, { cwd: folder, env }).ended).toBe(1)
  })
})
