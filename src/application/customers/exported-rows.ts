import type { Actor } from '../../domain/actor.ts'
import type { CustomerFilter } from '../../store/customer-list-store.ts'
import type { Environment } from '../environment.ts'
import { type RunningExport, runningExport } from '../exports/running-export.ts'
import { performNow } from '../perform.ts'
import { type BatchAsk, mayGoOnExporting, noteExportEnd, readExportBatch } from './export-batch.ts'

export type { RunningExport }

export interface BegunExport {
  readonly exportId: string
  readonly tenantId: string
  readonly clockOffset: number
  readonly filter: CustomerFilter
  readonly identify: () => Promise<Actor>
  readonly head: string
}

export function exportedRows(env: Environment, begun: BegunExport): RunningExport {
  const { exportId, filter } = begun
  return runningExport<NonNullable<BatchAsk['after']>>(env, {
    ...begun,
    next: (actor, after, rows) => performNow(env, readExportBatch, actor, { exportId, filter, after, rows }),
    mayGoOn: mayGoOnExporting,
    noteEnd: noteExportEnd,
  })
}
