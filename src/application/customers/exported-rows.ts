import { type Actor, theSystem } from '../../domain/actor.ts'
import { DomainError } from '../../domain/errors.ts'
import { workGate } from '../../security/work-gate.ts'
import type { CustomerFilter } from '../../store/customer-list-store.ts'
import type { Environment } from '../environment.ts'
import { performNow } from '../perform.ts'
import { type ExportBatch, mayGoOnExporting, noteExportEnd, readExportBatch } from './export-batch.ts'

/** An export that has begun. */
export interface RunningExport {
  /** the file, piece by piece, each read when the one before was taken; it throws where the right to it has ended */
  readonly pieces: AsyncGenerator<string, void>
  /** throws where the right has ended or nothing was taken for too long; to be asked while the reader is slow */
  check(): Promise<void>
}

export interface BegunExport {
  readonly exportId: string
  readonly tenantId: string
  readonly clockOffset: number
  readonly filter: CustomerFilter
  readonly identify: () => Promise<Actor>
  readonly head: string
}

/** However many exports run, so many batches are read at once: the other connections stay for everybody else. */
const gate = workGate({ parallel: 4, waiting: 1_000 })

/** Milliseconds after which somebody who takes nothing is let go. */
const longestPause = 5 * 60_000

export function exportedRows(env: Environment, begun: BegunExport): RunningExport {
  const progress = { rows: 0, takenAt: env.clock().getTime() }
  return {
    pieces: piecesOf(env, begun, progress),
    async check() {
      if (env.clock().getTime() - progress.takenAt > longestPause) throw new DomainError('requestTimeout', 'Nobody takes the file.', { reason: 'readerGone' })
      await performNow(env, mayGoOnExporting, await begun.identify(), undefined)
    },
  }
}

interface Progress {
  rows: number
  takenAt: number
}

async function* piecesOf(env: Environment, begun: BegunExport, progress: Progress): AsyncGenerator<string, void> {
  const { exportId, filter, identify } = begun
  let isWhole = false
  let refusal: unknown
  try {
    yield begun.head
    for (let after: ExportBatch['after'] | 'begin' = 'begin'; after !== undefined;) {
      const from = after === 'begin' ? undefined : after
      const batch: ExportBatch = await gate.run(async () => performNow(env, readExportBatch, await identify(), { exportId, filter, after: from, rows: progress.rows }))
      after = batch.after
      isWhole = after === undefined
      progress.rows += batch.rows
      progress.takenAt = env.clock().getTime()
      if (batch.text !== '') yield batch.text
    }
  } catch (error) {
    refusal = error
    throw error
  } finally {
    if (!isWhole) await noteEnd(env, begun, { rows: progress.rows, refusal })
  }
}

/** A file that was cut short is a fact, too; that it could not be written down must not hide why. */
async function noteEnd(env: Environment, { exportId, tenantId, clockOffset }: BegunExport, { rows, refusal }: { rows: number; refusal: unknown }): Promise<void> {
  try {
    await performNow(env, noteExportEnd, { ...theSystem, clockOffset }, { exportId, tenantId, rows, refused: reasonOf(refusal) })
  } catch (error) {
    env.log.error({ exportId, error: String(error) }, 'the end of an export could not be recorded')
  }
}

/** Undefined where the reader itself went away. */
function reasonOf(refusal: unknown): string | undefined {
  if (refusal === undefined) return undefined
  if (!(refusal instanceof DomainError)) return 'internal'
  return refusal.code === 'notSignedIn' || refusal.code === 'sessionEnded' ? 'notSignedInAnyMore' : String(refusal.details.reason ?? refusal.code)
}
