import type { BrokenInvariant } from '../store/invariants.ts'

export interface RestoreReport {
  readonly file: string
  readonly takenAt: string
  /** of the backup, and what the data have now */
  readonly schemaVersion: number
  readonly migratedTo: number
  readonly rows: number
  readonly keyFile: string
  /** people whom the backup held and who had been erased since */
  readonly erasedAgain: number
  /** what does not hold in the data that were backed up; empty as it should be */
  readonly brokenInvariants: readonly BrokenInvariant[]
}
