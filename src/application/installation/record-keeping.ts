import { noTenant } from '../../domain/ids.ts'
import { recordForOperators } from '../operator/tell-operators.ts'
import type { UseCase } from '../use-case.ts'

/** Copies of everything, and what was made of them, are facts that the operators can read. */
export const recordKeeping: UseCase<{ readonly type: 'installation.backedUp' | 'installation.restored'; readonly takenAt: string }, void> = {
  action: 'installation.run',
  run: (work, { type, takenAt }) => recordForOperators(work, { type, resource: { type: 'installation', id: noTenant }, readers: [], data: { takenAt } }),
}
