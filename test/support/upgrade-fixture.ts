import { chmodSync, copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { randomBytes } from 'node:crypto'
import { afterAll } from 'vitest'
import { checkBackup, restoreBackup, type VerifiedBackup } from '../../src/backup/restore-backup.ts'
import { openKeyFile } from '../../src/security/key-file.ts'
import type { Connections } from '../../src/store/connections.ts'
import { silentLog } from '../../src/store/postgres/log.ts'

const folder = resolve(import.meta.dirname, '../fixtures')
export interface UpgradeFixture {
  readonly schema: number
  readonly backup: string
  /** a copy that only this account may read, as a key file has to be; a checkout does not keep that */
  readonly keyFile: string
}

/** One small backup for each released schema, the oldest first; their keys are there until the test file ends. Call it at its top level. */
export function upgradeFixtures(): readonly UpgradeFixture[] {
  const keys = mkdtempSync(join(tmpdir(), 'vinculo-fixture-keys-'))
  afterAll(() => rmSync(keys, { recursive: true, force: true }))
  const names = readdirSync(folder).filter((name) => name.endsWith('.vinculo-backup')).sort()
  return names.map((name) => {
    const key = name.replace('.vinculo-backup', '.key')
    copyFileSync(join(folder, key), join(keys, key))
    chmodSync(join(keys, key), 0o600)
    return { schema: Number(name.slice(0, 4)), backup: join(folder, name), keyFile: join(keys, key) }
  })
}

/** Into an empty database, which then has the schema of the fixture. */
export async function restoreFixture({ backup, keyFile }: UpgradeFixture, connections: Connections): Promise<VerifiedBackup> {
  const keyRing = await openKeyFile({ path: keyFile, mayCreate: false, random: randomBytes })
  const source = { path: backup, keyRing, keyFile }
  const verified = await checkBackup(source)
  await restoreBackup({ ...verified, source, connections, now: new Date(), log: silentLog })
  return verified
}
