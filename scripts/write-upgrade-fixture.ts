import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { takeBackup } from '../src/backup/take-backup.ts'
import { readConfig } from '../src/config.ts'
import { fillDemo } from '../src/demo/fill-demo.ts'
import { openInstallation } from '../src/open-installation.ts'
import { silentLog } from '../src/store/postgres/log.ts'

/**
 * Before a release: npx tsx scripts/write-upgrade-fixture.ts
 * Keeps a small installation of this schema as test/fixtures/<schema>.vinculo-backup, with its key file beside it: made-up
 * data, so the key guards nothing. src/upgrade.test.ts upgrades every one of them.
 */
const fixtures = resolve(import.meta.dirname, '../test/fixtures')
const folder = mkdtempSync(join(tmpdir(), 'vinculo-fixture-'))
try {
  const installation = await openInstallation(readConfig({ VINCULO_DATA: folder }), { publicUrl: 'http://localhost:4000', log: silentLog })
  try {
    await fillDemo(installation.env, { onMarked: () => installation.refresh(), share: 0.01 })
    const name = join(fixtures, String(installation.schemaVersion).padStart(4, '0'))
    mkdirSync(fixtures, { recursive: true })
    if (existsSync(`${name}.vinculo-backup`)) throw new Error(`${name}.vinculo-backup is there already; a released schema does not change`)
    const { bytes, rows } = await takeBackup({ connections: installation.connections, keyRing: installation.env.keyRing, to: `${name}.vinculo-backup` })
    copyFileSync(join(folder, 'keys/vinculo.key'), `${name}.key`)
    chmodSync(`${name}.vinculo-backup`, 0o644)
    process.stdout.write(`${name}.vinculo-backup: ${rows} rows, ${bytes} bytes\n`)
  } finally {
    await installation.close()
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
