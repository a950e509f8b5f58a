import type { EvidenceEntries, EvidenceHead, EvidencePart } from '../../domain/evidence.ts'

/** An evidence file, piece by piece; only pieces in this order make a whole one: head, each part with its entries, tail. */
export interface EvidenceWriter {
  head(head: EvidenceHead): string
  begin(part: EvidencePart): string
  entry<Part extends EvidencePart>(part: Part, entry: EvidenceEntries[Part], isFirst: boolean): string
  end(part: EvidencePart, count: number): string
  /** says that the file is whole: one that was cut short has none */
  tail(entries: number): string
}

/** One JSON document; what it holds is described in docs/evidence-file.md and, as a schema, in the API description. */
export const jsonEvidence: EvidenceWriter = {
  head: (head) => `${JSON.stringify(head).slice(0, -1)}`,
  begin: (part) => `,\n"${part}":[`,
  entry: (_part, entry, isFirst) => `${isFirst ? '\n' : ',\n'}${JSON.stringify(entry)}`,
  end: () => '\n]',
  tail: (entries) => `,\n"entries":${entries},"isWhole":true}\n`,
}
