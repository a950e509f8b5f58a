import { canonicalId } from '../../domain/ids.ts'
import { keptUntil } from '../../domain/personal-data/erasing.ts'
import { erasePersonData, listErasures } from '../../store/erasure-store.ts'
import type { UseCase } from '../use-case.ts'

/** One erasure, by number alone: it tells nothing about anybody. */
export interface RecordedErasure {
  readonly id: string
  readonly tenantId: string
  readonly personId: string
  /** UTC, RFC 3339 */
  readonly erasedAt: string
}

/** Everybody who was ever erased here; to be kept where the backups are. */
export const recordedErasures: UseCase<void, readonly RecordedErasure[]> = {
  action: 'installation.run',

  async run({ trx }) {
    return (await listErasures(trx)).map(({ id, tenantId, personId, erasedAt }) => ({ id, tenantId, personId, erasedAt: erasedAt.toISOString() }))
  },
}

/** Erases again whom a backup brought back; gives back how many. Whom it did not bring back needs nothing. */
export const replayErasures: UseCase<readonly RecordedErasure[], number> = {
  action: 'installation.run',

  async run(work, erasures) {
    const before = (await listErasures(work.trx)).length
    for (const { id, tenantId, personId, erasedAt } of erasures) {
      const at = new Date(erasedAt)
      await erasePersonData(work.trx, { id, tenantId, personId, erasedAt: at, keptUntil: keptUntil(at), erasedBy: null })
    }
    return (await listErasures(work.trx)).length - before
  },
}

/** What `vinculo erasures` printed, one erasure a line; undefined where it is something else. */
export function readErasures(text: string): RecordedErasure[] | undefined {
  const erasures: RecordedErasure[] = []
  for (const line of text.split('\n').filter((one) => one.trim() !== '')) {
    const [id, tenantId, personId] = line.split(' ').slice(0, 3).map(canonicalId)
    const erasedAt = line.split(' ')[3] ?? ''
    if (!id || !tenantId || !personId || Number.isNaN(Date.parse(erasedAt))) return undefined
    erasures.push({ id, tenantId, personId, erasedAt })
  }
  return erasures
}
