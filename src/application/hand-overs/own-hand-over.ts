import { DomainError } from '../../domain/errors.ts'
import type { DecidedHandOver } from '../../domain/hand-overs/decide.ts'
import type { HandOver } from '../../domain/hand-overs/hand-over.ts'
import { findHandOverOf, lockHandOverOf, saveHandOver } from '../../store/hand-over-store.ts'
import type { Work } from '../use-case.ts'

/** Somebody else's hand-over answers like an absent one (decision 11), and so does the customer's before both partners agreed. */
export async function findOwnHandOver({ trx, person }: Work, id: string): Promise<HandOver> {
  return (await findHandOverOf(trx, person.tenantId, id)) ?? notThere()
}

export async function lockOwnHandOver({ trx, person }: Work, id: string): Promise<HandOver> {
  return (await lockHandOverOf(trx, person.tenantId, id)) ?? notThere()
}

/** State and fact together. */
export async function settleHandOver(work: Work, { next, event }: DecidedHandOver): Promise<HandOver> {
  const saved = await saveHandOver(work.trx, next)
  await work.record(event)
  return saved
}

function notThere(): never {
  throw new DomainError('notFound', 'No such hand-over.')
}
