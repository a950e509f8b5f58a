import type { Actor, PersonActor } from '../domain/actor.ts'
import type { CapabilityManifest } from '../domain/clouds/manifest.ts'
import type { EventDraft } from '../domain/events.ts'
import type { DomainError } from '../domain/errors.ts'
import type { Action } from '../domain/permissions.ts'
import type { HeldRights } from '../store/rights-store.ts'
import type { Transaction } from '../store/database.ts'
import type { Environment } from './environment.ts'

/** What a use case works with: one transaction, who acts, and the moment, all handed in. */
export interface Work {
  readonly trx: Transaction
  readonly actor: Actor
  /** the actor as a person; throws notSignedIn for others */
  readonly person: PersonActor
  /** the moment of the act on the tenant's clock */
  readonly now: Date
  readonly env: Environment
  /** the manifest of the acting person's cloud */
  readonly manifest: CapabilityManifest
  /** what was held to allow an act on a customer */
  readonly held: HeldRights | undefined
  newId(): string
  /** appends an event in this transaction; save state and event together, never one alone */
  record(event: EventDraft): Promise<void>
  /** the same for many things at once, of which nobody is told */
  recordMany(events: readonly EventDraft[]): Promise<void>
}

/** One verb, one transaction. `action` is required, so no use case exists without a line in the permission table. */
export interface UseCase<Input, Output> {
  readonly action: Action
  /** the customer's tenant, for actions on a customer; the right is judged on exactly this id */
  customer?(input: Input): string
  /** the act ends the very rights it is judged by: they are held for update from the start, so that two such acts queue up and never block each other */
  readonly endsRights?: true
  /** the act changes accounts and reads who acts under the lock on the administration (people/changer) */
  readonly changesPeople?: true
  /** SHA-256 of the link's secret, hex, for actions on a link: opens just the rows that carry it */
  linkSecret?(input: Input): string | undefined
  /** costly work without a transaction, such as hashing a password; it refuses nothing, `run` judges what it found */
  prepare?(env: Environment, actor: Actor, input: Input): Promise<Input>
  run(work: Work, input: Input): Promise<Output>
  /** what must be kept although the act was refused; runs in a transaction of its own */
  onRefusal?(work: Work, input: Input, refusal: DomainError): Promise<void>
}
