import { type CustomerAccount, relationshipWith } from '../../domain/customers/customer-account.ts'
import { DomainError } from '../../domain/errors.ts'
import type { ExtensionFacts, ExtensionProvider } from '../../domain/extensions/extension.ts'
import { findAccount } from '../../store/customer-account-store.ts'
import { type PartnerFacts, partnerFacts } from '../../store/partner-facts-store.ts'
import { tiesToProvider } from '../../store/partnership-standing-store.ts'
import { holdPartnershipBetween } from '../../store/partnership-store.ts'
import { relationshipsBetween } from '../../store/reseller-relationship-store.ts'
import { holdStanding } from '../../store/rights-store.ts'
import { enterTenant } from '../../store/tenant-store.ts'
import type { Work } from '../use-case.ts'

export interface GatheredExtension {
  readonly facts: ExtensionFacts
  readonly account: CustomerAccount
  readonly provider: PartnerFacts | null
}

/** What lending rests on. The provider must be in partnership with this partner, or it is not looked at; both are held. */
export async function gatherExtension(work: Work, customerId: string, providerId: string | undefined): Promise<GatheredExtension> {
  const { trx, person, manifest } = work
  const account = await findAccount(trx, person.tenantId, customerId)
  if (!account || relationshipWith(account) !== 'active') throw new DomainError('notFound', 'No such customer on the list.')
  const relationships = await relationshipsBetween(trx, person.tenantId, customerId)
  const provider = providerId === undefined ? null : await providerInPartnership(work, providerId)
  return {
    account,
    provider,
    facts: {
      manifest,
      lender: { kinds: person.partnerKinds },
      channels: relationships.filter(({ endedAt }) => endedAt === null).map(({ channel }) => channel),
      customer: { country: account.country, isClosed: account.customerClosedAt !== null },
      provider: provider && (await asProvider(work, provider, customerId)),
    },
  }
}

async function providerInPartnership({ trx, person }: Work, providerId: string): Promise<PartnerFacts> {
  const partnership = await holdPartnershipBetween(trx, providerId, person.tenantId)
  const [provider] = partnership ? await partnerFacts(trx, [providerId]) : []
  if (!provider) throw new DomainError('handOverNotPossible', 'The provider is not in partnership with this partner.', { reason: 'extensionNoPartnership', field: 'providerId' })
  return provider
}

/** The provider's own rows, looked at as the provider: nobody else may (as in adding a customer for a reseller). */
async function asProvider(work: Work, { id, country }: PartnerFacts, customerId: string): Promise<ExtensionProvider> {
  const { trx, person } = work
  await enterTenant(trx, id)
  const { partnerStatus, hasSigned } = await holdStanding(trx, id)
  const relationships = await relationshipsBetween(trx, id, customerId)
  const { isInPartnership } = await tiesToProvider(trx, customerId, id)
  await enterTenant(trx, person.tenantId)
  const hasCustomer = relationships.some(({ endedAt, channel }) => endedAt === null && channel === 'indirectProvider')
  return { country, isActive: partnerStatus === 'active', hasSigned, hasCustomer, isPairedWithCustomer: isInPartnership }
}
