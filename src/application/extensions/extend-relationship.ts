import type { CustomerAccount } from '../../domain/customers/customer-account.ts'
import { DomainError } from '../../domain/errors.ts'
import { extensionProblems } from '../../domain/extensions/extension.ts'
import { lockAccount, openAccount, saveAccount } from '../../store/customer-account-store.ts'
import { insertRelationship, type RelationshipChannel } from '../../store/reseller-relationship-store.ts'
import { enterTenant } from '../../store/tenant-store.ts'
import type { UseCase, Work } from '../use-case.ts'
import { gatherExtension } from './gather-extension.ts'
import { requireExtensionStatement } from './preview-extension.ts'

export interface Extension {
  readonly customerId: string
  readonly providerId: string
  /** of the statement that the customer was told and consents by contract */
  readonly statementSha256: string
}

export interface Extended {
  readonly provider: { readonly id: string; readonly name: string }
  readonly relationshipId: string
  readonly extendedAt: Date
}

/**
 * A direct-bill partner that is a reseller too lends a customer to its provider (D.2): the provider becomes a partner of record
 * without privileges, with a copy of the billing details, and this partner deals as its reseller from then on. One transaction;
 * the relationship, the partnership and the provider are held. Each relationship is ended on its own.
 */
export const extendRelationship: UseCase<Extension, Extended> = {
  action: 'customer.extend',
  customer: ({ customerId }) => customerId,

  async run(work, { customerId, providerId, statementSha256 }) {
    const { person, now } = work
    requireExtensionStatement(statementSha256)
    const { account, provider, facts } = await gatherExtension(work, customerId, providerId)
    const [reason] = extensionProblems(facts)
    if (reason || !provider) throw new DomainError('handOverNotPossible', `The customer cannot be lent: ${reason}.`, { reason })
    if (!facts.channels.includes('indirectReseller')) await relate(work, account, { partnerId: person.tenantId, channel: 'indirectReseller' })
    const relationshipId = await relate(work, account, { partnerId: providerId, channel: 'indirectProvider' })
    await work.record({
      type: 'resellerRelationship.extended',
      resource: { type: 'resellerRelationship', id: relationshipId },
      readers: [
        { tenantId: person.tenantId, counterpartId: customerId },
        { tenantId: providerId, counterpartId: customerId },
        { tenantId: customerId, counterpartId: providerId },
      ],
      data: { providerId, channel: 'indirectProvider', origin: 'extension', statementSha256 },
      through: 'relationship',
    })
    return { provider: { id: provider.id, name: provider.name }, relationshipId, extendedAt: now }
  },
}

/** Written as the partner whose list it is; the provider gets a copy of what this one keeps for its bills. */
async function relate(work: Work, account: CustomerAccount, { partnerId, channel }: { readonly partnerId: string; readonly channel: RelationshipChannel }): Promise<string> {
  const { trx, person, now } = work
  const { customerId, companyName, primaryDomain, country, billing } = account
  const id = work.newId()
  await enterTenant(trx, partnerId)
  await insertRelationship(trx, { id, partnerId, customerId, channel, startedAt: now, requestId: null, signatureId: null, origin: 'extension' })
  await openAccount(trx, { partnerId, customerId, companyName, primaryDomain, country, channel, at: now })
  if (partnerId !== person.tenantId) {
    const own = await lockAccount(trx, partnerId, customerId)
    if (own) await saveAccount(trx, { ...own, billing })
  }
  await enterTenant(trx, person.tenantId)
  return id
}
