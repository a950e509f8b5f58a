import type { Actor } from '../../domain/actor.ts'
import { type EvidenceHead, evidenceFormat } from '../../domain/evidence.ts'
import type { Language } from '../../language/languages.ts'
import { product } from '../../product.ts'
import { readBranding } from '../../store/branding-store.ts'
import { type RunningExport, runningExport } from '../exports/running-export.ts'
import { performNow } from '../perform.ts'
import type { UseCase, Work } from '../use-case.ts'
import { type EvidencePlace, type EvidenceShape, mayGoOnWithEvidence, noteEvidenceEnd, readEvidence, writerOf } from './evidence-piece.ts'

export interface EvidenceAsk {
  readonly shape: EvidenceShape
  readonly language: Language
  /** finds out anew who asks, by the same session or token; throws where it has ended */
  readonly identify: () => Promise<Actor>
}

/**
 * Begins the file of everything the organization agreed to and everything done to it (rule R34): records who took it, before
 * the first line leaves, and gives it piece by piece, each read in a transaction of its own that judges the right anew.
 */
export const exportEvidence: UseCase<EvidenceAsk, RunningExport> = {
  action: 'evidence.export',

  async run(work, { shape, language, identify }) {
    const exportId = work.newId()
    const { tenantId, timeZone } = work.person
    await work.record({ type: 'evidenceExport.started', resource: { type: 'evidenceExport', id: exportId }, readers: [{ tenantId }], data: { kind: shape } })
    const file = { shape, language, timeZone, until: work.now }
    const head = writerOf(file).head(headOf(work, { exportId, language, product: (await readBranding(work.trx)).name ?? product.name }))
    return runningExport<EvidencePlace>(work.env, {
      exportId,
      tenantId,
      clockOffset: work.actor.clockOffset,
      identify,
      head,
      next: (actor, after, given) => performNow(work.env, readEvidence, actor, { ...file, exportId, after, given }),
      mayGoOn: mayGoOnWithEvidence,
      noteEnd: noteEvidenceEnd,
    })
  },
}

function headOf({ person, now }: Work, { exportId, language, product: name }: Pick<EvidenceHead, 'exportId' | 'product'> & { language: Language }): EvidenceHead {
  return {
    format: evidenceFormat,
    exportId,
    product: name,
    takenAt: now.toISOString(),
    takenBy: { id: person.personId, displayName: person.displayName, organization: null },
    language,
    organization: { id: person.tenantId, name: person.tenantName, cloud: person.cloud, country: person.country, timeZone: person.timeZone },
  }
}
