import { copyFile, mkdir } from 'node:fs/promises'
import { constants, existsSync, readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { randomBytes } from 'node:crypto'
import { recordKeeping } from './application/installation/record-keeping.ts'
import { performNow } from './application/perform.ts'
import { BackupError } from './backup/backup-error.ts'
import { checkBackup, restoreBackup } from './backup/restore-backup.ts'
import type { RestoreReport } from './backup/restore-report.ts'
import { type Config, publicUrlOf } from './config.ts'
import { theSystem } from './domain/actor.ts'
import { openEngine } from './open-engine.ts'
import { openInstallation } from './open-installation.ts'
import { keyFilePath, openKeyFile } from './security/key-file.ts'
import { brokenInvariants } from './store/invariants.ts'
import type { Log } from './store/postgres/log.ts'

/**
 * Makes an installation of a backup, in a folder or database without data (rule R33): checks the whole file first, fills the
 * database in one transaction, brings it to this program's schema. It starts quarantined. Throws BackupError, KeyFileError
 * and EngineError, and leaves an installation without data where it does.
 */
export async function restoreInstallation(config: Config, { from, keyFile, log }: { from: string; keyFile: string | undefined; log: Log }): Promise<RestoreReport> {
  const place = keyFilePath(config.dataFolder, config.keyFile)
  const given = keyFileOf(place, keyFile)
  const keyRing = await openKeyFile({ path: given, mayCreate: false, random: randomBytes })
  const source = { path: from, keyRing, keyFile: given }
  const verified = await checkBackup(source)
  if (given !== place) await putKeyFile(given, place)
  const engine = await openEngine(config, keyRing, log)
  try {
    await restoreBackup({ ...verified, source, connections: engine.connections, now: new Date(), log })
  } finally {
    await engine.stop()
  }
  const installation = await openInstallation(config, { publicUrl: publicUrlOf(config, config.port), log })
  try {
    const { preamble, manifest } = verified
    await performNow(installation.env, recordKeeping, theSystem, { type: 'installation.restored', data: { takenAt: preamble.takenAt } })
    return {
      file: from,
      takenAt: preamble.takenAt,
      schemaVersion: manifest.schemaVersion,
      migratedTo: installation.schemaVersion,
      rows: manifest.parts.reduce((sum, { rows }) => sum + rows, 0),
      keyFile: place,
      brokenInvariants: await brokenInvariants(installation.connections),
    }
  } finally {
    await installation.close()
  }
}

function keyFileOf(place: string, named: string | undefined): string {
  if (named === undefined || resolve(named) === place) {
    if (existsSync(place)) return place
    throw new BackupError('keyMissing', `A backup holds no keys, and there is no key file at ${place}. Name the copy of the key file that was kept: --key-file <path>.`)
  }
  if (!existsSync(place)) return resolve(named)
  // A restore that was interrupted had put it in place already.
  if (existsSync(named) && readFileSync(named).equals(readFileSync(place))) return place
  throw new BackupError('notEmpty', `There is another key file at ${place} already. Restore into a new folder, or leave out --key-file to use that one.`)
}

/** The copy becomes the key file of the restored installation. */
async function putKeyFile(from: string, place: string): Promise<void> {
  await mkdir(dirname(place), { recursive: true, mode: 0o700 })
  await copyFile(from, place, constants.COPYFILE_EXCL)
}
