import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { failedTestsFile } from './failed-tests.ts'

const root = resolve(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'vinculo-failed-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))

/** What is written about a real run of these files. */
function said(files: Record<string, string>): string {
  const out = join(folder, 'said')
  rmSync(out, { force: true })
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), `import { afterAll, beforeAll, describe, expect, it } from 'vitest'\n${text}`)
  const args = [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--root', folder, `--reporter=${join(root, 'scripts/failed-tests.ts')}`, ...Object.keys(files)]
  spawnSync(process.execPath, args, { cwd: folder, env: { ...process.env, [failedTestsFile]: out, ENGINE: '' }, stdio: 'ignore' })
  return existsSync(out) ? readFileSync(out, 'utf8') : ''
}

it('failed tests are named with their file and the beginning of what they said', () => {
  const text = said({ 'a.test.ts': `describe('a door', () => { it('stays shut', () => expect('open').toBe('shut')); it('is there', () => {}) })`, 'b.test.ts': `it('is fine', () => {})` })
  expect(text).toMatch(/^a\.test\.ts › a door > stays shut\n {4}AssertionError: expected 'open' to be 'shut'/)
  expect(text).not.toMatch(/is there|is fine/)
  expect(text.trimEnd().split('\n').length).toBeLessThanOrEqual(13)
})

it('so is what fails before or after the tests of a group or a file, and a file that cannot run', () => {
  expect(said({ 'c.test.ts': `describe('a house', () => { beforeAll(() => { throw new Error('no ground') }); it('stands', () => {}) })` })).toMatch(/^c\.test\.ts › a house \(before or after its tests\)\n {4}Error: no ground\n/)
  expect(said({ 'd.test.ts': `it('stands', () => {})\nafterAll(() => { throw new Error('no way out') })` })).toMatch(/^d\.test\.ts\n {4}Error: no way out\n/)
  expect(said({ 'e.test.ts': `import './nowhere.ts'\nit('stands', () => {})` })).toMatch(/^e\.test\.ts\n {4}Error: .*nowhere/)
})

it('and what nobody waited for', () => {
  expect(said({ 'f.test.ts': `it('leaves', () => void Promise.reject(new Error('left behind')))` })).toMatch(/^beside the tests\n {4}Error: left behind\n/)
})
