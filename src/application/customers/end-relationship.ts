import { DomainError } from '../../domain/errors.ts'
import { withdraw } from '../../domain/relationship-requests/decide.ts'
import { effectiveStatus, isAwaiting } from '../../domain/relationship-requests/relationship-request.ts'
import { removalEvents, servicesEnding } from '../../domain/removal/removal.ts'
import { endAccount, findAccount } from '../../store/customer-account-store.ts'
import { endGrants, lockGrants } from '../../store/privilege-store.ts'
import { lockOpenRequestsNaming, saveRequest } from '../../store/relationship-request-store.ts'
import { endRelationship, lockActiveRelationships, type ResellerRelationship } from '../../store/reseller-relationship-store.ts'
import type { Language } from '../../language/languages.ts'
import { endHandOverOfRemoved } from '../hand-overs/end-hand-over.ts'
import { endPermissionsBetween } from '../own-purchases/switch-permission.ts'
import { leaveSupportAsPartner } from '../support/leave-support.ts'
import type { Work } from '../use-case.ts'
import { blockersOf } from './removal-blockers.ts'
import { requireStatement } from './removal-statement.ts'

export interface RemovalWish {
  readonly customerId: string
  readonly statementSha256: string
  readonly endPrivileges: boolean
  readonly reason: string | null
  readonly isAnswerToCustomer: boolean
  readonly reader: Language
}

export interface RemovalResult {
  readonly removedAt: Date
  readonly customer: { readonly customerId: string; readonly domain: string; readonly country: string; readonly companyName: string }
  readonly privilegesEnded: readonly string[]
  readonly privilegesRemaining: readonly string[]
  readonly requestsWithdrawn: number
}

/**
 * Ends the relationship in every channel, with all that hangs on it (rule R11), in the transaction of the act.
 * Order of the locks: requests, relationships, grants, account, hand-over. Whoever accepts such a request at this moment comes before or is refused.
 */
export async function endRelationshipWith(work: Work, wish: RemovalWish): Promise<RemovalResult> {
  const { trx, person, now, manifest } = work
  const { customerId, statementSha256 } = wish
  const account = await findAccount(trx, person.tenantId, customerId)
  if (!account || account.endedAt !== null) throw new DomainError('notFound', 'No such customer on the list.')
  await requireRemovable(work, wish)
  const withdrawnCount = await withdrawRequests(work, { id: customerId, domain: account.primaryDomain })
  const relationships = await endAll(work, wish)
  const grants = await lockGrants(trx, person.tenantId, customerId)
  const held = grants.map(({ service }) => service)
  const ending = servicesEnding(manifest.removalEndsPrivileges, held, wish.endPrivileges)
  const ended = await endGrants(trx, { partnerId: person.tenantId, customerId, services: ending }, { at: now, by: person.personId, reason: 'removedWithRelationship' })
  await endAccount(trx, person.tenantId, customerId, now)
  const remaining = held.filter((service) => !ended.includes(service))
  const events = removalEvents({
    partnerId: person.tenantId,
    customerId,
    relationshipId: relationships[0]!.id,
    channels: relationships.map(({ channel }) => channel),
    services: { ended, remaining },
    grantId: ended.length > 0 ? grants[0]!.id : undefined,
    withdrawnCount,
    statementSha256,
    isAnswerToCustomer: wish.isAnswerToCustomer,
  })
  for (const event of events) await work.record(event)
  await endHandOverOfRemoved(work, customerId)
  await endPermissionsBetween(work, { partnerId: person.tenantId, customerId })
  await leaveSupportAsPartner(work, { partnerId: person.tenantId, customerId })
  const { primaryDomain: domain, country, companyName } = account
  return { removedAt: now, customer: { customerId, domain, country, companyName }, privilegesEnded: ended, privilegesRemaining: remaining, requestsWithdrawn: withdrawnCount }
}

async function requireRemovable(work: Work, { customerId, statementSha256, reader }: RemovalWish): Promise<void> {
  const blockers = await blockersOf(work, customerId, reader)
  if (blockers[0]) throw new DomainError('removalBlocked', 'Something stands in the way.', { reason: blockers[0].reasonCode, blockers })
  requireStatement(work.manifest, statementSha256)
}

async function withdrawRequests(work: Work, customer: { readonly id: string; readonly domain: string }): Promise<number> {
  const requests = await lockOpenRequestsNaming(work.trx, work.person.tenantId, customer)
  const open = requests.filter((request) => isAwaiting(effectiveStatus(request, work.now)))
  for (const request of open) {
    const { next, event } = withdraw(request, 'relationshipRemoved', work.now)
    await saveRequest(work.trx, next)
    await work.record(event)
  }
  return open.length
}

async function endAll({ trx, person, now }: Work, wish: RemovalWish): Promise<ResellerRelationship[]> {
  const relationships = await lockActiveRelationships(trx, person.tenantId, wish.customerId)
  if (relationships.length === 0) throw new DomainError('notFound', 'No such customer on the list.')
  const end = { at: now, by: person.personId, reason: wish.reason, statementSha256: Buffer.from(wish.statementSha256, 'hex') }
  for (const relationship of relationships) await endRelationship(trx, relationship, end)
  return relationships
}
