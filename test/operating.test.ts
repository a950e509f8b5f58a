import { execFile, spawn } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { get } from 'node:https'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, expect, it } from 'vitest'
import { selfSigned } from './support/nginx.ts'
import { databaseOf, dropDatabasesAfterwards } from './support/product-database.ts'
import { program } from './support/program-path.ts'
import { freePort } from './support/free-port.ts'
import { type Product, startProduct, untilReady } from './support/product.ts'

/** docs/operating.md is followed as it stands: its marked blocks, in their order, in empty folders. How it is installed: test/deploy/install.test.ts. */
const page = readFileSync(resolve(import.meta.dirname, '../docs/operating.md'), 'utf8')
const blocks = [...page.matchAll(/<!-- followed: (first|running|stopped|restored|serving) -->\n```sh\n([^]*?)```/g)].map(([, when, text]) => ({ when: when!, text: text! }))

const root = mkdtempSync(join(tmpdir(), 'vinculo-operating-'))
dropDatabasesAfterwards()
afterAll(() => rmSync(root, { recursive: true, force: true }))

it('every command of docs/operating.md that is marked does what the page says', { timeout: 300_000 }, async () => {
  const places = { VINCULO_DATA: join(root, 'data'), FIRST: join(root, 'first'), RESTORED: join(root, 'restored'), BACKUPS: join(root, 'backups'), KEYS: join(root, 'keys') }
  for (const folder of ['backups', 'keys', 'bin']) mkdirSync(join(root, folder))
  chmodSync(program, statSync(program).mode | 0o100)
  symlinkSync(program, join(root, 'bin/vinculo'))
  const engineOf = async (folder: string) => (await databaseOf(folder)) as Record<string, string>
  const engines: Record<string, Record<string, string>> = {}
  for (const folder of [places.VINCULO_DATA, places.FIRST, places.RESTORED]) engines[folder] = await engineOf(folder)
  const { certificate } = selfSigned(root)
  let running: { product: Product; folder: string } | undefined
  const stop = async () => {
    await running?.product.stop()
    running = undefined
  }
  const serve = async (folder: string, until: 'ready' | 'quarantined') => {
    if (running?.folder === folder) return
    await stop()
    running = { product: await startProduct({ folder, env: engines[folder]!, until }), folder }
  }

  await serve(places.VINCULO_DATA, 'ready')
  await running!.product.command('demo')
  const said: string[] = []
  for (const { when, text } of blocks) {
    if (when === 'running') await serve(places.VINCULO_DATA, 'ready')
    else if (when === 'first') await serve(places.FIRST, 'ready')
    else if (when === 'restored') await serve(places.RESTORED, 'quarantined')
    else await stop()
    const folder = when === 'restored' ? places.RESTORED : when === 'first' ? places.FIRST : places.VINCULO_DATA
    const env = { ...process.env, ...places, VINCULO_DATA: folder, ...engines[text.includes('$RESTORED') ? places.RESTORED : folder], HOST: 'localhost', PORT: '0', PATH: `${join(root, 'bin')}:${process.env.PATH}` }
    if (when === 'serving') {
      said.push(`${when}: ${await served(text, env, certificate)}`)
      continue
    }
    const { stdout } = await promisify(execFile)('bash', ['-euo', 'pipefail', '-c', text], { cwd: root, env }).catch((error: { message: string; stdout: string }) => {
      throw new Error(`${text}${error.message}\n${error.stdout}`)
    })
    said.push(`${when}: ${stdout}`)
  }
  await stop()
  const all = said.join('\n')
  expect(blocks.map(({ when }) => when)).toEqual(['first', 'serving', 'serving', 'running', 'serving', 'serving', 'running', 'running', 'running', 'stopped', 'restored', 'stopped', 'stopped', 'running'])
  expect(all).toMatch(/first: [^]*Contoso Cloud[^]*running: [^]*rows of \d+ tables[^]*stopped: Restored \d+ rows[^]*restored: [^]*Released\.[^]*newest of this program[^]*the current key is[^]*secrets were sealed anew/)
})

/** A line that starts a server: it answers, over https where it says so, and stops when it is asked to. Ports of this machine stand in for those of the page. */
async function served(line: string, env: NodeJS.ProcessEnv, certificate: string): Promise<string> {
  const [port, metrics] = [await freePort(), await freePort()]
  const text = line.replace(/\bPORT=443\b/, `PORT=${port}`).replace('METRICS_PORT=9464', `METRICS_PORT=${metrics}`)
  const child = spawn('bash', ['-euo', 'pipefail', '-c', `exec env ${text}`], { cwd: root, env: { ...env, PORT: String(port) }, stdio: ['ignore', 'pipe', 'pipe'] })
  let written = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (written += part))
  const ended = new Promise<number | null>((done) => child.once('exit', done))
  if (line.includes('TLS_CERT_FILE')) {
    const ask = () => new Promise<number>((resolve, reject) => get({ host: '127.0.0.1', port, path: '/readyz', ca: readFileSync(certificate) }, (answer) => resolve(answer.resume().statusCode!)).on('error', reject))
    await expect.poll(() => ask().catch((error: Error) => error.message), { timeout: 60_000 }).toBe(200)
  } else await untilReady(`http://localhost:${port}`, child, () => written)
  if (line.includes('METRICS_PORT')) expect(await (await fetch(`http://localhost:${metrics}/metrics`)).text()).toContain('vinculo_database_up 1')
  child.kill('SIGTERM')
  expect(await ended, written).toBe(0)
  return written
}
