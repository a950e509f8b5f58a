import { type Loading, loadInto, lookAt } from '../store/backup/load.ts'
import type { AppliedStep, TableShape } from '../store/backup/shape.ts'
import type { Connections } from '../store/connections.ts'
import { migrate, refuseForeignSteps } from '../store/migrate.ts'
import { EngineError } from '../store/postgres/engine-error.ts'
import type { Log } from '../store/postgres/log.ts'
import { BackupError } from './backup-error.ts'
import { type Manifest, type PartHead, type PartSeal, type Preamble, schemaVersionOf } from './manifest.ts'
import { summing } from './parts.ts'
import { type BackupSource, eachPart, verifyBackup } from './read-backup.ts'

/** A backup that was read whole and is right, and that this program knows how to restore. */
export interface VerifiedBackup {
  readonly preamble: Preamble
  readonly manifest: Manifest
}

/** Everything that can be known before a database is touched. Throws BackupError. */
export async function checkBackup(source: BackupSource): Promise<VerifiedBackup> {
  const verified = await verifyBackup(source)
  await refuseForeignSteps(verified.preamble.steps).catch((error: unknown) => {
    if (!(error instanceof EngineError)) throw error
    if (error.code === 'schemaNewer') {
      throw new BackupError('backupNewer', `${source.path} was taken by Vinculo ${verified.preamble.product} (schema ${schemaVersionOf(verified.preamble.steps)}), which is newer than this one. Restore it with that one.`)
    }
    throw new BackupError('backupForeign', `${source.path} was taken by a Vinculo with other migrations than this one (${String(error.details.version)}). Restore it with that one.`)
  })
  return verified
}

interface Restoring extends VerifiedBackup {
  readonly source: BackupSource
  readonly connections: Connections
  readonly now: Date
  readonly log: Log
}

/**
 * Fills an empty database in one transaction: rows, sequences, waiting jobs, and the quarantine. What was written is read
 * back and compared with the manifest before COMMIT. The database has the schema of the backup afterwards. Throws BackupError.
 */
export async function restoreBackup({ source, preamble, manifest, connections, now, log }: Restoring): Promise<void> {
  await refuseFilled(connections, preamble.steps)
  await migrate({ connections, log, upTo: schemaVersionOf(preamble.steps) })
  await loadInto(connections, async (loading) => {
    if (loading.filled) throw notEmpty(loading.filled)
    const expected = new Map(manifest.parts.map((part) => [part.name, part]))
    await eachPart(source, async ({ head, data }) => {
      if (head.kind === 'table') await loadTable(loading, head, proved(data, expected.get(head.name)))
      else if (head.kind === 'jobs') await loading.loadJobs(proved(data, expected.get(head.name)))
      else for await (const _ of data) continue
      if (head.kind === 'table' || head.kind === 'jobs') expected.delete(head.name)
    })
    if (expected.size > 0) throw differs([...expected.keys()])
    for (const sequence of manifest.sequences) await loading.setSequence(sequence)
    await compare(loading, manifest)
    await loading.quarantine({ since: now, takenAt: new Date(preamble.takenAt) })
  })
}

/** "Into an empty installation only": a row too many could be lost or mixed with others. */
async function refuseFilled(connections: Connections, steps: readonly AppliedStep[]): Promise<void> {
  const found = await lookAt(connections)
  if (found.filled) throw notEmpty(found.filled)
  if ((found.steps?.at(-1)?.version ?? 0) > schemaVersionOf(steps)) {
    throw new BackupError('notEmpty', 'This installation is empty, but it was started with a newer schema than the backup has. Restore into a new folder (VINCULO_DATA), or a new database (DATABASE_URL).')
  }
}

function notEmpty(table: string): BackupError {
  return new BackupError('notEmpty', `There are data in this installation (${table}), and a restore never touches data. Restore into a new folder (VINCULO_DATA), or a new database (DATABASE_URL).`)
}

async function loadTable(loading: Loading, { name, columns }: PartHead, data: AsyncIterable<Buffer>): Promise<void> {
  const table = loading.tables.find((known) => known.name === name)
  if (!table || !isSame(table, columns)) throw new BackupError('backupForeign', `The table ${name} of the backup is another than that of its schema here. Restore it with the Vinculo that took it.`)
  await loading.load({ name, columns }, data)
}

function isSame(table: TableShape, columns: readonly string[]): boolean {
  return JSON.stringify([...table.columns].sort()) === JSON.stringify([...columns].sort())
}

/** Between checking and loading the file could have changed. */
async function* proved(data: AsyncIterable<Buffer>, expected: PartSeal | undefined): AsyncIterable<Buffer> {
  const sum = summing()
  for await (const piece of data) {
    sum.add(piece)
    yield piece
  }
  if (!expected || sum.end().sha256 !== expected.sha256) throw differs([expected?.name ?? '?'])
}

async function compare(loading: Loading, { parts }: Manifest): Promise<void> {
  const wrong: string[] = []
  for (const part of parts.filter(({ kind }) => kind === 'table')) {
    const sum = summing()
    for await (const piece of loading.rowsOf(part)) sum.add(piece as Buffer)
    const { rows, sha256 } = sum.end()
    if (rows !== part.rows || sha256 !== part.sha256) wrong.push(part.name)
  }
  if (wrong.length > 0) throw differs(wrong)
}

function differs(names: readonly string[]): BackupError {
  return new BackupError('restoreDiffers', `What was restored is not what was backed up (${names.join(', ')}). Nothing was kept; try again, and report it if it happens again.`)
}
