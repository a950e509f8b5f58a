import { DomainError } from '../../domain/errors.ts'
import type { Decided } from '../../domain/relationship-requests/decide.ts'
import type { RelationshipRequest } from '../../domain/relationship-requests/relationship-request.ts'
import { findRequestOf, lockRequestOf, saveRequest } from '../../store/relationship-request-store.ts'
import type { Work } from '../use-case.ts'

/** Somebody else's request answers like an absent one (decision 11). */
export async function findOwnRequest({ trx, person }: Work, id: string): Promise<RelationshipRequest> {
  return (await findRequestOf(trx, person.tenantId, id)) ?? notThere()
}

export async function lockOwnRequest({ trx, person }: Work, id: string): Promise<RelationshipRequest> {
  return (await lockRequestOf(trx, person.tenantId, id)) ?? notThere()
}

/** State and fact together. */
export async function settle(work: Work, { next, event }: Decided): Promise<RelationshipRequest> {
  const saved = await saveRequest(work.trx, next)
  await work.record(event)
  return saved
}

function notThere(): never {
  throw new DomainError('notFound', 'No such request.')
}
