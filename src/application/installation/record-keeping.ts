import type { EventDraft } from '../../domain/events.ts'
import { noTenant } from '../../domain/ids.ts'
import { recordForOperators } from '../operator/tell-operators.ts'
import type { UseCase } from '../use-case.ts'

interface Kept {
  readonly type: 'installation.backedUp' | 'installation.restored' | 'installation.customersExported' | 'installation.customersImported' | 'installation.knownTiesImported'
  readonly data: EventDraft['data']
}

/** Copies of much, and what was made of them, are facts that the operators can read. */
export const recordKeeping: UseCase<Kept, void> = {
  action: 'installation.run',
  run: (work, { type, data }) => recordForOperators(work, { type, resource: { type: 'installation', id: noTenant }, readers: [], data }),
}
