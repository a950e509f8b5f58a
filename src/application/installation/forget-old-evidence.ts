import { forgetKeptEvidence } from '../../store/erasure-store.ts'
import type { UseCase } from '../use-case.ts'

/** The names of erased signers, and from where they signed, once the legal period of what they signed is over (rule R34). */
export const forgetOldEvidence: UseCase<void, number> = {
  action: 'installation.run',
  run: ({ trx, now }) => forgetKeptEvidence(trx, now, 1_000),
}
