import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { failedTestsFile } from './failed-tests.ts'
import { memoryFolder } from './memory-folder.ts'
import { provideSystemParts } from './system-parts.ts'
import { writeChecklist } from './seed-checklist.ts'

/** `npm test`: everything, in the order in which it fails soonest. Both engines, the browser on the embedded one. */
const root = resolve(import.meta.dirname, '..')
const reports = join(root, 'reports')
/** The tests that start the program start this (test/support/program-path.ts). */
const release = join(reports, 'release')
const said = join(reports, 'failed-tests.txt')
rmSync(reports, { recursive: true, force: true })
mkdirSync(reports)

interface Step {
  readonly name: string
  readonly command: readonly string[]
  readonly env?: Record<string, string>
  /** what is killed under load keeps its data where people keep them */
  readonly isOnDisk?: boolean
}

const vitest = (project: string, report: string): readonly string[] => [
  'npx', 'vitest', 'run', '--project', project, '--reporter=default', '--reporter=json', '--reporter=./scripts/failed-tests.ts', `--outputFile.json=reports/${report}.json`,
]

/**
 * What chance tries, and how often; on the other engine a part of it (the defaults in the tests). ROUNDS: races that a promise
 * names, the exclusive service among them; RACE_ROUNDS: all other races. The isolation requests of both engines are one figure.
 */
const figures = { ROUNDS: '300', RACE_ROUNDS: '100', LEDGER_SEQUENCES: '2000' }

const steps: readonly Step[] = [
  { name: 'types', command: ['npx', 'tsc', '-p', '.'] },
  { name: 'lint', command: ['npx', 'oxlint', '--type-aware'] },
  { name: 'generated pages', command: ['npx', 'tsx', 'scripts/write-docs.ts', '--check'] },
  { name: 'unit tests', command: vitest('unit', 'unit') },
  { name: 'the program, compiled', command: ['npx', 'tsx', 'scripts/compile-program.ts', release] },
  { name: 'tests on the embedded engine', command: vitest('engine', 'engine-embedded'), env: { ENGINE: 'embedded', ...figures, ISOLATION_REQUESTS: '17500' } },
  { name: 'the embedded database and its killers', command: [...vitest('alone', 'alone'), '--project', 'apart'], env: { ENGINE: 'embedded' }, isOnDisk: true },
  { name: 'tests on a PostgreSQL server', command: vitest('engine', 'engine-server'), env: { ENGINE: 'server', ISOLATION_REQUESTS: '2500' } },
  { name: 'web build', command: ['npx', 'tsx', 'scripts/build-web-if-stale.ts'] },
  { name: 'browser tests', command: vitest('e2e', 'e2e') },
]

provideSystemParts()
const inMemory = memoryFolder()
console.log(inMemory ? `Databases of tests lie in memory (${inMemory}), those of the killers on the disk.` : 'Databases of tests lie on the disk: there is no room for them in memory.')
const failures: string[] = []
for (const step of steps) {
  const started = Date.now()
  console.log(`\n── ${step.name}`)
  const { status } = spawnSync(step.command[0]!, step.command.slice(1), { cwd: root, stdio: 'inherit', env: { ...process.env, VINCULO_TEST_RELEASE: release, [failedTestsFile]: said, ...(inMemory && !step.isOnDisk && { TMPDIR: inMemory }), ...step.env } })
  console.log(`── ${step.name}: ${status === 0 ? 'ok' : 'FAILED'} (${Math.round((Date.now() - started) / 1000)} s)`)
  if (status !== 0) failures.push(step.name)
}
if (inMemory) rmSync(inMemory, { recursive: true, force: true })
const wrong = writeChecklist(root)
wrong.forEach((sentence) => console.log(sentence))
if (wrong.length > 0) failures.push('seed checklist')

const counts = { passed: 0, failed: 0, skipped: 0 }
console.log('\nTests per engine:')
for (const report of ['unit', 'engine-embedded', 'alone', 'engine-server', 'e2e']) {
  const path = join(reports, `${report}.json`)
  if (!existsSync(path)) continue
  const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(path, 'utf8')) as Record<'numPassedTests' | 'numFailedTests' | 'numPendingTests', number>
  console.log(`  ${report}: ${numPassedTests} passed, ${numFailedTests} failed, ${numPendingTests} skipped`)
  counts.passed += numPassedTests
  counts.failed += numFailedTests
  counts.skipped += numPendingTests
}
console.log(`  server: ${serverVersion()}; node ${process.version}`)
if (existsSync(said)) console.log(`\n${readFileSync(said, 'utf8')}`)
if (failures.length > 0) console.log(`\nfailed: ${failures.join(', ')}`)
console.log(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`)
process.exitCode = failures.length > 0 ? 1 : 0

function serverVersion(): string {
  const found = execFileSync('sh', ['-c', 'ls -d /usr/lib/postgresql/*/bin/postgres 2>/dev/null | sort -V | tail -1']).toString().trim()
  return found ? execFileSync(found, ['--version']).toString().trim() : 'none'
}
