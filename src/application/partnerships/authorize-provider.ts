import { DomainError } from '../../domain/errors.ts'
import { authorizeProvider as authorize, declineProvider as decline } from '../../domain/partnerships/decide.ts'
import { mayDeclineProvider, partnershipRefusal } from '../../domain/partnerships/verdict.ts'
import { insertGrants } from '../../store/privilege-store.ts'
import { bothSides } from '../invitations/carry-out.ts'
import type { UseCase, Work } from '../use-case.ts'
import { loadPartnershipLink, partnershipRefusalOf } from './load-partnership-link.ts'
import { settlePartnership } from './own-partnership.ts'

export interface ProviderAuthorization {
  readonly secretSha256: string | undefined
  /** the tick box: that the provider gets administrative access was read */
  readonly acknowledged: boolean
  /** the services of that access, as the page showed them */
  readonly services: readonly string[]
}

export interface AuthorizedProvider {
  readonly partnershipId: string
  readonly provider: { readonly id: string; readonly name: string }
  readonly authorizedAt: Date
  readonly services: readonly string[]
}

/**
 * The reseller's yes (S4.L1.1-2). One transaction holds the link, the provider and the reseller, judges everything anew, and
 * writes the partnership and the provider's access to the reseller's own organization. It shares no customers [S1.9].
 */
export const authorizeProvider: UseCase<ProviderAuthorization, AuthorizedProvider> = {
  action: 'partnership.authorize',
  linkSecret: ({ secretSha256 }) => secretSha256,

  async run(work, { secretSha256, acknowledged, services }) {
    const { partnership, provider, facts } = await loadPartnershipLink(work, secretSha256, { hold: true })
    const reason = partnershipRefusal(facts)
    if (reason !== null) throw partnershipRefusalOf(reason)
    if (!acknowledged) throw new DomainError('invalidInput', 'The box is not ticked.', { reason: 'accessNotAcknowledged', field: 'acknowledged' })
    const access = facts.manifest.services.map(({ id }) => id)
    if (!sameServices(access, services)) throw new DomainError('changedMeanwhile', 'The access is another one by now.', { reason: 'askChanged' })
    await grantAccess(work, { providerId: provider.id, services: access })
    const { tenantId: resellerId, personId } = work.person
    const saved = await settlePartnership(work, authorize(partnership, { resellerId, personId }, { services: access }, work.now))
    return { partnershipId: saved.id, provider: { id: provider.id, name: provider.name }, authorizedAt: work.now, services: access }
  },
}

/** A real answer, too: it ends the link, and the provider learns of it. */
export const declineProvider: UseCase<{ readonly secretSha256: string | undefined }, { readonly declinedAt: Date }> = {
  action: 'partnership.decline',
  linkSecret: ({ secretSha256 }) => secretSha256,

  async run(work, { secretSha256 }) {
    const { partnership, facts } = await loadPartnershipLink(work, secretSha256, { hold: true })
    if (!mayDeclineProvider(facts)) throw partnershipRefusalOf(partnershipRefusal(facts) ?? 'notAnIndirectReseller')
    const { tenantId: resellerId, personId } = work.person
    await settlePartnership(work, decline(partnership, { resellerId, personId }, work.now))
    return { declinedAt: work.now }
  },
}

function sameServices(now: readonly string[], shown: readonly string[]): boolean {
  return now.length === shown.length && now.every((service) => shown.includes(service))
}

/** A grant over the reseller's own organization, as customers give them over theirs; in no cloud does it exclude another partner's. */
async function grantAccess(work: Work, { providerId, services }: { readonly providerId: string; readonly services: readonly string[] }): Promise<void> {
  const { trx, person, now } = work
  const granted = await insertGrants(
    trx,
    services.map((service) => ({
      partnerId: providerId, customerId: person.tenantId, service, id: work.newId(), grantedAt: now, grantedBy: person.personId, requestId: null, isExclusive: false,
    })),
  )
  const [first] = granted
  if (!first) return
  await work.record({
    type: 'privileges.granted',
    resource: { type: 'privileges', id: first.id },
    readers: bothSides(providerId, person.tenantId),
    data: { services: granted.map(({ service }) => service), requestId: null },
    through: 'link',
  })
}
