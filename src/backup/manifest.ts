import type { AppliedStep } from '../store/backup/shape.ts'
import type { SequenceState } from '../store/backup/snapshot.ts'

/** The first part of a backup: what has to be known before the data are read. */
export interface Preamble {
  readonly kind: 'preamble'
  /** of the product that took it */
  readonly product: string
  readonly takenAt: string
  readonly databaseVersion: string
  readonly steps: readonly AppliedStep[]
  /** the keys by which secrets in the data may be sealed; the keys themselves are in no backup */
  readonly keyIds: readonly string[]
}

/** What stands before the bytes of a part. */
export interface PartHead {
  readonly kind: 'table' | 'jobs'
  readonly name: string
  readonly columns: readonly string[]
}

export interface PartSeal extends PartHead {
  readonly rows: number
  readonly bytes: number
  /** hex, of the part's bytes */
  readonly sha256: string
}

/** The last part: without it, or with another, nothing is restored. */
export interface Manifest {
  readonly kind: 'manifest'
  readonly schemaVersion: number
  readonly parts: readonly PartSeal[]
  readonly sequences: readonly SequenceState[]
}

export type Head = Preamble | PartHead | Manifest

export function schemaVersionOf(steps: readonly AppliedStep[]): number {
  return steps.at(-1)?.version ?? 0
}
