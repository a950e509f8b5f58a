import { DomainError } from '../../domain/errors.ts'
import { canonicalId } from '../../domain/ids.ts'
import { answerEnd } from '../../domain/removal/end-request.ts'
import { endAccount } from '../../store/customer-account-store.ts'
import { lockOpenEndRequest, saveEndRequest } from '../../store/end-request-store.ts'
import { endGrants, lockGrants } from '../../store/privilege-store.ts'
import { countLivingSubscriptions } from '../../store/subscription-list-store.ts'
import { endRelationship, lockActiveRelationships } from '../../store/reseller-relationship-store.ts'
import { closableTenant, type ClosableTenant, enterWholeInstallation, markClosed, type PartnerTie, tiesToEnd } from '../../store/tenant-closing-store.ts'
import { bothSides } from '../invitations/carry-out.ts'
import { endSubscriptionsOf } from '../subscriptions/end-with-customer.ts'
import { endHandOversOf } from '../hand-overs/end-hand-over.ts'
import { withdrawLeadsOf } from '../leads/sent-leads.ts'
import { endPermissionsBetween } from '../own-purchases/switch-permission.ts'
import { closeRequestsOf, endContactsOf } from '../support/leave-support.ts'
import type { UseCase, Work } from '../use-case.ts'
import { plainNote } from './plain-note.ts'
import { recordForOperators } from './tell-operators.ts'

export interface ClosurePreview {
  readonly tenant: ClosableTenant
  readonly partners: readonly PartnerTie[]
  /** those that would end, ordered ones too */
  readonly subscriptions: number
}

export interface ClosedCustomer extends ClosurePreview {
  readonly sessionsEnded: number
}

/** What closing would end; changes nothing. */
export const previewClosure: UseCase<{ readonly id: string }, ClosurePreview> = {
  action: 'operator.read',

  async run({ trx, now }, { id }) {
    await enterWholeInstallation(trx)
    const tenant = requireClosable(await closableTenant(trx, canonicalId(id) ?? notThere(), { hold: false }))
    return { tenant, partners: await tiesToEnd(trx, tenant.id), subscriptions: await countLivingSubscriptions(trx, tenant.id, now) }
  },
}

/**
 * A customer's tenant ends: every relationship, privilege and subscription with it, told to both sides, and every session. What was
 * signed stays. Order of the locks as in accepting: the customer's own row, relationships and grants partner by partner, subscriptions.
 */
export const closeCustomer: UseCase<{ readonly id: string; readonly reason: string | null }, ClosedCustomer> = {
  action: 'customerTenant.close',

  async run(work, { id, reason }) {
    const { trx } = work
    await enterWholeInstallation(trx)
    const tenant = requireClosable(await closableTenant(trx, canonicalId(id) ?? notThere(), { hold: true }))
    return closeNow(work, { tenant, note: plainNote(reason), isOwn: false })
  },
}

/** The one way in which a tenant ends, whoever asked for it. The transaction has entered the whole installation and holds the tenant. */
export async function closeNow(work: Work, { tenant, note, isOwn }: { tenant: ClosableTenant; note: string | null; isOwn: boolean }): Promise<ClosedCustomer> {
  const { trx, now } = work
  await endHandOversOf(work, tenant.id, 'tenantClosed')
  const partners = await tiesToEnd(trx, tenant.id)
  for (const { partnerId } of partners) await endTies(work, { partnerId, customerId: tenant.id, reason: note })
  const subscriptionsEnded = await endSubscriptionsOf(work, tenant.id)
  await withdrawLeadsOf(work, tenant.id)
  await closeRequestsOf(work, tenant.id)
  const sessionsEnded = await markClosed(trx, tenant.id, now)
  await recordForOperators(work, {
    type: 'tenant.closed',
    resource: { type: 'tenant', id: tenant.id },
    readers: [{ tenantId: tenant.id }, ...partners.map(({ partnerId }) => ({ tenantId: partnerId, counterpartId: tenant.id }))],
    data: { hasReason: note !== null, relationshipsEnded: partners.filter(({ isRelated }) => isRelated).length, subscriptionsEnded, ...(isOwn && { by: 'own' }) },
  })
  return { tenant: { ...tenant, status: 'closed' }, partners, subscriptions: subscriptionsEnded, sessionsEnded }
}

async function endTies(work: Work, { partnerId, customerId, reason }: { partnerId: string; customerId: string; reason: string | null }): Promise<void> {
  const { trx, person, now } = work
  const relationships = await lockActiveRelationships(trx, partnerId, customerId)
  for (const relationship of relationships) await endRelationship(trx, relationship, { at: now, by: person.personId, reason, statementSha256: null })
  const grants = await lockGrants(trx, partnerId, customerId)
  const services = await endGrants(trx, { partnerId, customerId, services: grants.map(({ service }) => service) }, { at: now, by: person.personId, reason: 'tenantClosed' })
  await endAccount(trx, partnerId, customerId, now)
  await endContactsOf(work, { partnerId, customerId }, 'relationshipEnded')
  await endPermissionsBetween(work, { partnerId, customerId })
  const asked = await lockOpenEndRequest(trx, partnerId, customerId)
  if (asked) await saveEndRequest(trx, answerEnd(asked, { relationshipId: asked.id, answer: 'agreed', note: null, personId: person.personId }, now).next)
  const readers = bothSides(partnerId, customerId)
  if (relationships[0]) {
    const channels = relationships.map(({ channel }) => channel)
    const data = { channels, privilegesEnded: services, privilegesRemaining: [], because: 'tenantClosed' }
    await work.record({ type: 'resellerRelationship.removed', resource: { type: 'resellerRelationship', id: relationships[0].id }, readers, data })
  }
  if (services.length > 0) {
    await work.record({ type: 'privileges.removed', resource: { type: 'privileges', id: grants[0]!.id }, readers, data: { services, because: 'tenantClosed' } })
  }
}

/** Partners and the operator's own organization are no customer tenants, whatever else they are. */
function requireClosable(tenant: ClosableTenant): ClosableTenant {
  if (!tenant.isCustomer) notThere()
  if (tenant.isPartner || tenant.isOperator) throw new DomainError('invalidTransition', 'The organization is more than a customer.', { reason: 'tenantIsMoreThanCustomer' })
  if (tenant.status === 'closed') throw new DomainError('invalidTransition', 'The organization is closed.', { reason: 'tenantClosedAlready' })
  return tenant
}

function notThere(): never {
  throw new DomainError('notFound', 'No such customer.')
}
