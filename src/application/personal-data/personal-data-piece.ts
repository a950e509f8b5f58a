import type { Action } from '../../domain/permissions.ts'
import { type DataSubject, soughtBy, traces } from '../../domain/personal-data/traces.ts'
import { inUtc, tracedRows } from '../../store/personal-data-store.ts'
import { enterWholeInstallation } from '../../store/tenant-closing-store.ts'
import type { ExportEnd, ExportPiece } from '../exports/running-export.ts'
import type { UseCase, Work } from '../use-case.ts'

const batch = 2_000

/** How far a search goes: what one's own organization may see, or everything. */
export type Reach = 'tenant' | 'installation'

/** By which trace a file continues, after which row, and how many rows that trace has given. */
export interface DataPlace {
  readonly trace: number
  readonly after: string | undefined
  readonly count: number
}

interface DataPieceAsk {
  readonly reach: Reach
  readonly subject: DataSubject
  readonly after: DataPlace | undefined
  readonly given: number
}

/** The next rows, of as many traces as fill a piece, in a short transaction that judges the right anew. */
export function readPersonalData(action: Action): UseCase<DataPieceAsk, ExportPiece<DataPlace>> {
  return {
    action,
    async run({ trx }, { reach, subject, after: place, given }) {
      if (reach === 'installation') await enterWholeInstallation(trx)
      await inUtc(trx)
      let text = ''
      let rows = 0
      let at: DataPlace | undefined = place ?? { trace: 0, after: undefined, count: 0 }
      while (at && rows < batch) {
        const found = await readTrace(trx, subject, at)
        text += found.text
        rows += found.rows
        at = found.after
      }
      return { text: at ? text : `${text},\n"rows":${given + rows},"isWhole":true}\n`, rows, after: at }
    },
  }
}

async function readTrace(trx: Work['trx'], subject: DataSubject, { trace: at, after, count }: DataPlace): Promise<ExportPiece<DataPlace>> {
  const { name, table, trace } = traces[at]!
  const value = soughtBy(trace, subject)
  const found = value === undefined ? [] : await tracedRows(trx, { table, trace, value }, { after, most: batch })
  const rows = found.length
  const begin = count === 0 ? `,\n"${name}":[` : ''
  const text = begin + found.map(({ row }, index) => `${count + index === 0 ? '\n' : ',\n'}${JSON.stringify(row)}`).join('')
  if (rows === batch) return { text, rows, after: { trace: at, after: found.at(-1)!.place, count: count + rows } }
  return { text: `${text}]`, rows, after: at + 1 < traces.length ? { trace: at + 1, after: undefined, count: 0 } : undefined }
}

/** That it was asked for is on record already; how far it came tells nobody anything. */
export const noteDataEnd: UseCase<ExportEnd, void> = {
  action: 'evidence.noteExportEnd',
  run: async () => undefined,
}
