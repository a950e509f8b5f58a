import type { CreationRequest, CreationRequestSide } from '../../domain/creation-requests/creation-request.ts'
import type { DecidedCreationRequest } from '../../domain/creation-requests/decide.ts'
import { DomainError } from '../../domain/errors.ts'
import { findCreationRequestOf, lockCreationRequestOf, saveCreationRequest } from '../../store/creation-request-store.ts'
import type { Work } from '../use-case.ts'

/** Somebody else's request answers like an absent one (decision 11). */
export async function findOwnCreationRequest({ trx, person }: Work, id: string): Promise<CreationRequest> {
  return (await findCreationRequestOf(trx, person.tenantId, id)) ?? notThere()
}

/** Held, for what only that side does; to the other such an act does not exist. */
export async function lockCreationRequestAs(work: Work, side: CreationRequestSide, id: string): Promise<CreationRequest> {
  const request = (await lockCreationRequestOf(work.trx, work.person.tenantId, id)) ?? notThere()
  return sideOf(request, work) === side ? request : notThere()
}

export function sideOf({ providerId }: CreationRequest, { person }: Pick<Work, 'person'>): CreationRequestSide {
  return providerId === person.tenantId ? 'provider' : 'reseller'
}

/** State and fact together. */
export async function settleCreationRequest(work: Work, { next, event }: DecidedCreationRequest): Promise<CreationRequest> {
  const saved = await saveCreationRequest(work.trx, next)
  await work.record(event)
  return saved
}

function notThere(): never {
  throw new DomainError('notFound', 'No such creation request.')
}
