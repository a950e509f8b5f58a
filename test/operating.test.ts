import { execFile } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, expect, it } from 'vitest'
import { databaseOf, dropDatabasesAfterwards } from './support/product-database.ts'
import { type Product, startProduct } from './support/product.ts'

/** docs/operating.md is followed as it stands: its marked blocks, in their order, in empty folders. */
const page = readFileSync(resolve(import.meta.dirname, '../docs/operating.md'), 'utf8')
const blocks = [...page.matchAll(/<!-- followed: (running|stopped|restored|serving) -->\n```sh\n([^]*?)```/g)].map(([, when, text]) => ({ when: when!, text: text! }))

const root = mkdtempSync(join(tmpdir(), 'vinculo-operating-'))
dropDatabasesAfterwards()
afterAll(() => rmSync(root, { recursive: true, force: true }))

it('every command of docs/operating.md that is marked does what the page says', { timeout: 300_000 }, async () => {
  const places = { VINCULO_DATA: join(root, 'data'), RESTORED: join(root, 'restored'), BACKUPS: join(root, 'backups'), KEYS: join(root, 'keys') }
  for (const folder of ['backups', 'keys', 'bin']) mkdirSync(join(root, folder))
  const program = resolve(import.meta.dirname, '../bin/vinculo.js')
  chmodSync(program, statSync(program).mode | 0o100)
  symlinkSync(program, join(root, 'bin/vinculo'))
  const engines = { data: (await databaseOf(places.VINCULO_DATA)) as Record<string, string>, restored: (await databaseOf(places.RESTORED)) as Record<string, string> }
  let running: { product: Product; folder: string } | undefined
  const stop = async () => {
    await running?.product.stop()
    running = undefined
  }
  const serve = async (folder: string, until: 'ready' | 'quarantined') => {
    if (running?.folder === folder) return
    await stop()
    running = { product: await startProduct({ folder, env: folder === places.RESTORED ? engines.restored : engines.data, until }), folder }
  }

  await serve(places.VINCULO_DATA, 'ready')
  await running!.product.command('demo')
  const said: string[] = []
  for (const { when, text } of blocks) {
    if (when === 'running') await serve(places.VINCULO_DATA, 'ready')
    else if (when === 'restored') await serve(places.RESTORED, 'quarantined')
    else await stop()
    const isOfRestored = when === 'restored' || text.includes('$RESTORED')
    const env = { ...process.env, ...places, ...(when === 'restored' && { VINCULO_DATA: places.RESTORED }), ...(isOfRestored ? engines.restored : engines.data), HOST: 'localhost', PORT: '0', PATH: `${join(root, 'bin')}:${process.env.PATH}` }
    const { stdout } = await promisify(execFile)('bash', ['-euo', 'pipefail', '-c', text], { cwd: root, env }).catch((error: { message: string; stdout: string }) => {
      throw new Error(`${text}${error.message}\n${error.stdout}`)
    })
    said.push(`${when}: ${stdout}`)
  }
  await stop()
  const all = said.join('\n')
  expect(blocks.map(({ when }) => when)).toEqual(['running', 'running', 'running', 'stopped', 'restored', 'stopped', 'stopped', 'running'])
  expect(all).toMatch(/running: [^]*rows of \d+ tables[^]*stopped: Restored \d+ rows[^]*restored: [^]*Released\.[^]*newest of this program[^]*the current key is[^]*secrets were sealed anew/)
})
