import type { CapabilityManifest } from '../domain/clouds/manifest.ts'
import type { KeyRing } from '../security/key-ring.ts'
import type { OutboundFetch } from '../security/outbound.ts'
import type { Random } from '../security/random.ts'
import type { Database } from '../store/database.ts'
import type { Log } from '../store/postgres/log.ts'
import type { Telemetry } from '../telemetry/telemetry.ts'

export interface Ground {
  /** newest migration of this program */
  readonly schemaVersion: number
  /** where the database's disk is this machine's */
  readonly freeBytes?: () => Promise<number>
}

/** Everything outside the rules, handed in once by main.ts: time, chance, ids and the outside world are arguments (rule R37). */
export interface Environment {
  readonly database: Database
  /** the real clock, UTC */
  readonly clock: () => Date
  readonly newId: () => string
  readonly random: Random
  readonly keyRing: KeyRing
  /** where mails point to; no trailing slash */
  readonly publicUrl: string
  /** whether mails can leave (SMTP_URL); without it they stay in the outbox */
  readonly mailLeaves: boolean
  /** the address that mails come from unless the operator set another; undefined without SMTP_URL */
  readonly usualSender?: string | undefined
  readonly isDemo: boolean
  /** after a restore, until the operator releases it: nothing is sent (rule R33) */
  readonly isQuarantined?: boolean
  /** widens every request budget, for a bench or a larger programme; 1 unless said otherwise */
  readonly rateFactor?: number
  /** the manifest of a cloud, operator's changes included */
  readonly manifestOf: (cloud: string) => CapabilityManifest
  /** the only way to addresses that somebody else names (rule R14) */
  readonly outbound: OutboundFetch
  /** the same to the operator's own connectors, which may stand in further networks */
  readonly outboundToConnectors: OutboundFetch
  readonly log: Log
  /** what the installation stands on, as far as readiness asks */
  readonly ground: Ground
  /** numbers and traces, where the operator asked for them */
  readonly telemetry?: Telemetry
}
