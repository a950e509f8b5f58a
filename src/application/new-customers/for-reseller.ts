import { DomainError } from '../../domain/errors.ts'
import type { NewCustomer } from '../../domain/new-customers/new-customer.ts'
import { openAccount } from '../../store/customer-account-store.ts'
import { holdPartnershipBetween } from '../../store/partnership-store.ts'
import { insertRelationship } from '../../store/reseller-relationship-store.ts'
import { enterTenant } from '../../store/tenant-store.ts'
import { bothSides } from '../invitations/carry-out.ts'
import type { Work } from '../use-case.ts'
import type { FoundedCustomer } from './found-customer-tenant.ts'

/** A reseller named at creation must be in partnership with the provider, or nothing is created (S1.L1.9). It is held until then. */
export async function requirePartnership({ trx, person }: Work, resellerId: string): Promise<void> {
  if (await holdPartnershipBetween(trx, person.tenantId, resellerId)) return
  throw new DomainError('customerNotPossible', 'The reseller is not in partnership with this provider.', { reason: 'resellerNotInPartnership', field: 'resellerId' })
}

/** The reseller's own relationship, in the same step (S1.L1.10). Written as the reseller, because nobody else may write on its list. */
export async function relateReseller(work: Work, customer: NewCustomer, { founded, resellerId }: { readonly founded: FoundedCustomer; readonly resellerId: string }): Promise<void> {
  const { trx, person, now } = work
  const { customerId, primaryDomain } = founded
  const [id, channel, partnerId] = [work.newId(), 'indirectReseller' as const, resellerId]
  await enterTenant(trx, resellerId)
  await insertRelationship(trx, { id, partnerId, customerId, channel, startedAt: now, requestId: null, signatureId: null, origin: 'creation' })
  await openAccount(trx, { partnerId, customerId, companyName: customer.companyName, primaryDomain, country: customer.country, channel, at: now })
  await enterTenant(trx, person.tenantId)
  const readers = [...bothSides(partnerId, customerId), { tenantId: person.tenantId, counterpartId: customerId }]
  await work.record({ type: 'resellerRelationship.formed', resource: { type: 'resellerRelationship', id }, readers, data: { channel, origin: 'creation', requestId: null }, through: 'relationship' })
}
