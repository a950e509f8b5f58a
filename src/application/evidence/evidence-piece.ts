import { type EvidencePart, evidenceParts } from '../../domain/evidence.ts'
import type { EvidenceStart } from '../../store/evidence-store.ts'
import { type ExportEnd, type ExportPiece, stoppedBecause } from '../exports/running-export.ts'
import type { UseCase, Work } from '../use-case.ts'
import { type EvidenceWriter, jsonEvidence } from './evidence-writer.ts'
import { htmlEvidence } from './html-evidence.ts'
import { type EvidenceFile, evidenceReaders, type ReadEntries } from './read-part.ts'

/** For programs, or for people. */
export const evidenceShapes = ['json', 'html'] as const
export type EvidenceShape = (typeof evidenceShapes)[number]

/** Where a file continues: in which part, after which entry, and how many that part has given. */
export interface EvidencePlace {
  readonly part: number
  readonly after: EvidenceStart | undefined
  readonly count: number
}

export interface WrittenFile extends EvidenceFile {
  readonly shape: EvidenceShape
  readonly timeZone: string
}

export interface PieceAsk extends WrittenFile {
  readonly exportId: string
  readonly after: EvidencePlace | undefined
  /** entries that went out before */
  readonly given: number
}

export function writerOf({ shape, language, timeZone }: WrittenFile): EvidenceWriter {
  return shape === 'json' ? jsonEvidence : htmlEvidence(language, timeZone)
}

/** Entries after which a piece is sent. */
const enough = 500

/** The next entries, in a short transaction that judges the right anew (rule R10). The last piece closes the record. */
export const readEvidence: UseCase<PieceAsk, ExportPiece<EvidencePlace>> = {
  action: 'evidence.export',

  async run(work, ask) {
    let text = ''
    let rows = 0
    let at: EvidencePlace | undefined = ask.after ?? { part: 0, after: undefined, count: 0 }
    // A long agreement fills a piece by itself.
    for (let isFull = false; at && !isFull; isFull = rows >= enough || text.length > 200_000) {
      const found = await readPart(work, ask, at)
      text += found.text
      rows += found.rows
      at = found.after
    }
    if (at) return { text, rows, after: at }
    await recordFinished(work, ask.exportId, ask.given + rows)
    return { text: text + writerOf(ask).tail(ask.given + rows), rows, after: undefined }
  },
}

async function readPart(work: Work, ask: PieceAsk, { part: at, after, count }: EvidencePlace): Promise<ExportPiece<EvidencePlace>> {
  const writer = writerOf(ask)
  const part = evidenceParts[at]!
  const found = await read(work, part, { after, ask })
  const rows = found.length
  const text = `${count === 0 ? writer.begin(part) : ''}${found.map(({ entry }, place) => writer.entry(part, entry as never, count + place === 0)).join('')}`
  if (rows === evidenceReaders[part].batch) return { text, rows, after: { part: at, after: { at: found.at(-1)!.at, id: found.at(-1)!.entry.id }, count: count + rows } }
  return { text: text + writer.end(part, count + rows), rows, after: at + 1 < evidenceParts.length ? { part: at + 1, after: undefined, count: 0 } : undefined }
}

function read(work: Work, part: EvidencePart, { after, ask }: { after: EvidenceStart | undefined; ask: PieceAsk }): Promise<ReadEntries<{ readonly id: string }>> {
  const reader = evidenceReaders[part]
  return reader.read(work, { after, most: reader.batch }, ask)
}

/** Asks whether the file may go on, without reading anything. */
export const mayGoOnWithEvidence: UseCase<void, void> = {
  action: 'evidence.export',
  run: async () => undefined,
}

function recordFinished(work: Work, id: string, rows: number): Promise<void> {
  return work.record({ type: 'evidenceExport.finished', resource: { type: 'evidenceExport', id }, readers: [{ tenantId: work.person.tenantId }], data: { rows } })
}

/** How far a file came that did not reach its end. Done by the system: the person may have no right left. */
export const noteEvidenceEnd: UseCase<ExportEnd, void> = {
  action: 'evidence.noteExportEnd',

  async run(work, { exportId, tenantId, rows, refused }) {
    await work.record({
      type: 'evidenceExport.stopped',
      resource: { type: 'evidenceExport', id: exportId },
      readers: [{ tenantId }],
      data: { rows, because: stoppedBecause(refused) },
      ...(refused !== undefined && { refused }),
    })
  },
}
