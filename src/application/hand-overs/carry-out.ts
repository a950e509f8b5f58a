import type { HandOver } from '../../domain/hand-overs/hand-over.ts'
import type { HandOverPlan } from '../../domain/hand-overs/plan.ts'
import { answerEnd } from '../../domain/removal/end-request.ts'
import { withdraw } from '../../domain/relationship-requests/decide.ts'
import { effectiveStatus, isAwaiting } from '../../domain/relationship-requests/relationship-request.ts'
import { endAccount, openAccount } from '../../store/customer-account-store.ts'
import { lockOpenEndRequest, saveEndRequest } from '../../store/end-request-store.ts'
import type { Organization } from '../../store/organization-store.ts'
import { endGrants, insertGrants, type PrivilegeGrant } from '../../store/privilege-store.ts'
import { lockOpenRequestsNaming, saveRequest } from '../../store/relationship-request-store.ts'
import { endRelationship, insertRelationship, type ResellerRelationship } from '../../store/reseller-relationship-store.ts'
import { enterTenant } from '../../store/tenant-store.ts'
import { bothSides } from '../invitations/carry-out.ts'
import { endPermissionsBetween } from '../own-purchases/switch-permission.ts'
import { leaveSupport } from '../support/leave-support.ts'
import type { Work } from '../use-case.ts'

interface GiversTies {
  readonly relationships: readonly ResellerRelationship[]
  readonly grants: readonly PrivilegeGrant[]
  /** of the customer */
  readonly domain: string
}

/** Everything the present partner has with the customer ends, told to both; gives back how many requests it withdrew. */
export async function endWithGiver(work: Work, handOver: HandOver, { relationships, grants, domain }: GiversTies): Promise<number> {
  const { trx, person, now } = work
  const [partnerId, customerId] = [handOver.fromPartnerId!, person.tenantId]
  for (const relationship of relationships) await endRelationship(trx, relationship, { at: now, by: person.personId, reason: null, statementSha256: null })
  const services = await endGrants(trx, { partnerId, customerId, services: grants.map(({ service }) => service) }, { at: now, by: person.personId, reason: 'handedOver' })
  await endAccount(trx, partnerId, customerId, now)
  const asked = await lockOpenEndRequest(trx, partnerId, customerId)
  if (asked) await saveEndRequest(trx, answerEnd(asked, { relationshipId: asked.id, answer: 'agreed', note: null, personId: person.personId }, now).next)
  const withdrawn = await withdrawRequests(work, partnerId, { id: customerId, domain })
  const readers = bothSides(partnerId, customerId)
  const data = { channels: relationships.map(({ channel }) => channel), privilegesEnded: services, privilegesRemaining: [], requestsWithdrawn: withdrawn, because: 'handedOver' }
  await work.record({ type: 'resellerRelationship.removed', resource: { type: 'resellerRelationship', id: relationships[0]!.id }, readers, data })
  if (grants[0]) await work.record({ type: 'privileges.removed', resource: { type: 'privileges', id: grants[0].id }, readers, data: { services, because: 'handedOver' } })
  await leaveSupport(work, { partnerId, customerId })
  await endPermissionsBetween(work, { partnerId, customerId })
  return withdrawn
}

/** Its open requests to this customer end as in removing. They are the partner's own rows, and looked at as the partner. */
async function withdrawRequests(work: Work, partnerId: string, customer: { readonly id: string; readonly domain: string }): Promise<number> {
  const { trx, person, now } = work
  await enterTenant(trx, partnerId)
  const open = (await lockOpenRequestsNaming(trx, partnerId, customer)).filter((request) => isAwaiting(effectiveStatus(request, now)))
  const decided = open.map((request) => withdraw(request, 'relationshipRemoved', now))
  for (const { next } of decided) await saveRequest(trx, next)
  await enterTenant(trx, person.tenantId)
  for (const { event } of decided) await work.record(event)
  return decided.length
}

/** The new partner's relationship, place on its list and privileges, each with its event; gives back the services granted. */
export async function beginWithTaker(work: Work, handOver: HandOver, { plan, organization, signatureId }: { readonly plan: HandOverPlan; readonly organization: Organization; readonly signatureId: string | null }): Promise<readonly string[]> {
  const { trx, person, now } = work
  const [partnerId, customerId, readers] = [handOver.toPartnerId!, person.tenantId, bothSides(handOver.toPartnerId!, person.tenantId)]
  if (plan.formsRelationship) {
    const { channel } = plan
    const id = work.newId()
    await insertRelationship(trx, { id, partnerId, customerId, channel, startedAt: now, requestId: null, signatureId, origin: 'handOver' })
    // Before the privileges: they are noted on the account.
    await openAccount(trx, { partnerId, customerId, companyName: organization.name, primaryDomain: organization.primaryDomain, country: organization.country, channel, at: now })
    await work.record({ type: 'resellerRelationship.formed', resource: { type: 'resellerRelationship', id }, readers, data: { channel, origin: 'handOver', requestId: null } })
  }
  const wanted = plan.begins.map((service) => ({ partnerId, customerId, service, id: work.newId(), grantedAt: now, grantedBy: person.personId, requestId: null, isExclusive: plan.isExclusive }))
  const granted = await insertGrants(trx, wanted)
  const services = granted.map(({ service }) => service)
  if (granted[0]) await work.record({ type: 'privileges.granted', resource: { type: 'privileges', id: granted[0].id }, readers, data: { services, requestId: null } })
  return services
}
