import { closeWithTenant, moveToOperator } from '../../domain/support/decide-request.ts'
import { lockRequestsOf, saveServiceRequest } from '../../store/service-request-store.ts'
import { endContacts, type StoredContact } from '../../store/support-contact-store.ts'
import { namesOfTenants } from '../../store/tenant-names-store.ts'
import { enterTenant } from '../../store/tenant-store.ts'
import { bothSides } from '../invitations/carry-out.ts'
import { recordForOperators } from '../operator/tell-operators.ts'
import type { Work } from '../use-case.ts'

interface Tie {
  readonly partnerId: string
  readonly customerId: string
}

/**
 * The partner leaves the customer: its open requests go on at the operator's desk, and where it was support contact the seller is
 * again [S0.L3.1]. The transaction acts as the customer or for the whole installation, and has ended the relationship.
 */
export async function leaveSupport(work: Work, { partnerId, customerId }: Tie): Promise<void> {
  const open = (await lockRequestsOf(work.trx, customerId, partnerId)).filter(({ status }) => status !== 'closed')
  for (const request of open) {
    const { next, event } = moveToOperator(request, work.now)
    await saveServiceRequest(work.trx, next)
    await recordForOperators(work, event)
  }
  await endContactsOf(work, { partnerId, customerId }, 'relationshipEnded')
}

/** The same for a partner that ends the relationship itself: the customer's rows are looked at as the customer. */
export async function leaveSupportAsPartner(work: Work, tie: Tie): Promise<void> {
  await enterTenant(work.trx, tie.customerId)
  await leaveSupport(work, tie)
  await enterTenant(work.trx, work.person.tenantId)
}

/** Without privileges nobody is support contact [S0.L2.5]. As the customer, or for the whole installation. */
export async function endContactsOf(work: Work, { partnerId, customerId }: Tie, because: 'relationshipEnded' | 'privilegesEnded'): Promise<void> {
  await tellEnded(work, await endContacts(work.trx, { contactId: partnerId, customerId }, work.now), { contactId: partnerId, because })
}

/** Provider and reseller part: the reseller is contact for nothing that the provider sold. */
export async function endContactsOfPartnership(work: Work, { providerId, resellerId }: { readonly providerId: string; readonly resellerId: string }): Promise<void> {
  await enterTenant(work.trx, providerId)
  const ended = await endContacts(work.trx, { contactId: resellerId, partnerId: providerId }, work.now)
  await enterTenant(work.trx, work.person.tenantId)
  await tellEnded(work, ended, { contactId: resellerId, because: 'partnershipEnded' })
}

/** A customer that closes is not answered any more. For the whole installation. */
export async function closeRequestsOf(work: Work, customerId: string): Promise<void> {
  for (const request of await lockRequestsOf(work.trx, customerId)) {
    if (request.status === 'closed') continue
    const { next, event } = closeWithTenant(request, work.now)
    await saveServiceRequest(work.trx, next)
    await work.record(event)
  }
}

async function tellEnded(work: Work, ended: readonly StoredContact[], { contactId, because }: { readonly contactId: string; readonly because: string }): Promise<void> {
  if (ended.length === 0) return
  const names = await namesOfTenants(work.trx, [contactId, ...ended.map(({ partnerId }) => partnerId)])
  for (const { partnerId, customerId, subscriptionId } of ended) {
    await work.record({
      type: 'supportContact.ended',
      resource: { type: 'subscription', id: subscriptionId },
      readers: [...bothSides(partnerId, customerId), { tenantId: contactId, counterpartId: customerId }],
      data: { contact: names.get(contactId) ?? '—', fallback: names.get(partnerId) ?? '—', because },
    })
  }
}
