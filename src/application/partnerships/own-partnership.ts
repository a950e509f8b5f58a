import { DomainError } from '../../domain/errors.ts'
import type { DecidedPartnership } from '../../domain/partnerships/decide.ts'
import type { Partnership, PartnershipSide } from '../../domain/partnerships/partnership.ts'
import { findPartnershipOf, lockPartnershipOf, savePartnership } from '../../store/partnership-store.ts'
import type { Work } from '../use-case.ts'

/** Somebody else's partnership answers like an absent one (decision 11). */
export async function findOwnPartnership({ trx, person }: Work, id: string): Promise<Partnership> {
  return (await findPartnershipOf(trx, person.tenantId, id)) ?? notThere()
}

export async function lockOwnPartnership({ trx, person }: Work, id: string): Promise<Partnership> {
  return (await lockPartnershipOf(trx, person.tenantId, id)) ?? notThere()
}

/** For what only the provider does with its own request: to its reseller the letter does not exist. */
export async function lockAskedPartnership(work: Work, id: string): Promise<Partnership> {
  const partnership = await lockOwnPartnership(work, id)
  return sideOf(partnership, work) === 'provider' ? partnership : notThere()
}

export function sideOf({ providerId }: Partnership, { person }: Pick<Work, 'person'>): PartnershipSide {
  return providerId === person.tenantId ? 'provider' : 'reseller'
}

/** State and fact together. */
export async function settlePartnership(work: Work, { next, event }: DecidedPartnership): Promise<Partnership> {
  const saved = await savePartnership(work.trx, next)
  await work.record(event)
  return saved
}

function notThere(): never {
  throw new DomainError('notFound', 'No such partnership.')
}
