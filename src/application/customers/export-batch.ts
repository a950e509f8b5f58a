import type { CustomerFilter } from '../../store/customer-list-store.ts'
import { listCustomers } from '../../store/customer-list-store.ts'
import { type ExportEnd, stoppedBecause } from '../exports/running-export.ts'
import type { UseCase, Work } from '../use-case.ts'
import { customerRow } from './customer-csv.ts'

/** Rows of one batch: about 60 kB of file, read in a few milliseconds. */
export const exportBatchSize = 500

export interface BatchAsk {
  readonly exportId: string
  readonly filter: CustomerFilter
  /** the keys of the last row that was given; undefined at the beginning */
  readonly after: readonly (string | number)[] | undefined
  /** rows given out so far */
  readonly rows: number
}

export interface ExportBatch {
  readonly text: string
  readonly rows: number
  /** where the next one continues; undefined after the last */
  readonly after: readonly (string | number)[] | undefined
}

/** The next rows of an export, in a short transaction of their own that judges the right anew (rule R10). The last one closes the record. */
export const readExportBatch: UseCase<BatchAsk, ExportBatch> = {
  action: 'customer.export',

  async run(work, { exportId, filter, after, rows }) {
    const start = after && { keys: after, backwards: false }
    const found = await listCustomers(work.trx, work.person.tenantId, filter, { start, most: exportBatchSize })
    const isLast = found.length < exportBatchSize
    if (isLast) await recordFinished(work, exportId, rows + found.length)
    return {
      text: found.map(({ account }) => customerRow(account)).join(''),
      rows: found.length,
      after: isLast ? undefined : found.at(-1)!.keys,
    }
  },
}

/** Asks whether the export may go on, without reading anything. */
export const mayGoOnExporting: UseCase<void, void> = {
  action: 'customer.export',
  run: async () => undefined,
}

function recordFinished(work: Work, id: string, rows: number): Promise<void> {
  return work.record({
    type: 'customerExport.finished',
    resource: { type: 'customerExport', id },
    readers: [{ tenantId: work.person.tenantId }],
    data: { rows },
  })
}

/** How far an export came that did not reach its end. Done by the system: the person may have no right left. */
export const noteExportEnd: UseCase<ExportEnd, void> = {
  action: 'customer.noteExportEnd',

  async run(work, { exportId, tenantId, rows, refused }) {
    await work.record({
      type: 'customerExport.stopped',
      resource: { type: 'customerExport', id: exportId },
      readers: [{ tenantId }],
      data: { rows, because: stoppedBecause(refused) },
      ...(refused !== undefined && { refused }),
    })
  },
}
