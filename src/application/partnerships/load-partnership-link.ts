import { DomainError } from '../../domain/errors.ts'
import { effectivePartnershipStatus, type Partnership } from '../../domain/partnerships/partnership.ts'
import { isForeignPartnership, type PartnershipFacts, type PartnershipNext, type PartnershipReason, partnershipReasons, type PartnershipViewer } from '../../domain/partnerships/verdict.ts'
import { roleAllows } from '../../domain/rights.ts'
import { type PartnerFacts, partnerFacts } from '../../store/partner-facts-store.ts'
import { lockPartnershipBySecret } from '../../store/partnership-store.ts'
import { standingBehindPartnership, tiesToProvider } from '../../store/partnership-standing-store.ts'
import { holdStanding } from '../../store/rights-store.ts'
import { tenantIsClosed } from '../../store/tenant-closing-store.ts'
import type { Work } from '../use-case.ts'

export interface PartnershipInvitation {
  readonly partnership: Partnership
  readonly provider: PartnerFacts
  readonly facts: PartnershipFacts
}

/**
 * Everything about a provider's link and whoever presents it. Order of the locks: the partnership, the provider, the viewer's
 * own profile. A secret that never existed is told so in one way, whatever was sent.
 */
export async function loadPartnershipLink(work: Work, secretSha256: string | undefined, { hold }: { readonly hold: boolean }): Promise<PartnershipInvitation> {
  const { trx, now, env } = work
  if (secretSha256 === undefined) throw unknownPartnershipLink()
  const hash = Buffer.from(secretSha256, 'hex')
  const partnership = await lockPartnershipBySecret(trx, hash)
  const standing = partnership && (await standingBehindPartnership(trx, hash, { hold }))
  const [provider] = partnership ? await partnerFacts(trx, [partnership.providerId]) : []
  if (!partnership || !standing || !provider) throw unknownPartnershipLink()
  const { asker } = standing
  const facts: PartnershipFacts = {
    link: { status: effectivePartnershipStatus(partnership, now) },
    provider: { ...provider, isActive: !standing.isSuspended && !standing.isClosed, hasSigned: provider.agreementSignedAt !== null },
    mayStillAsk: asker.isActive && roleAllows(asker.roles, 'partnership.ask'),
    viewer: await viewerOf(work, partnership.providerId, hold),
    manifest: env.manifestOf(provider.cloud),
  }
  return { partnership, provider, facts }
}

async function viewerOf({ actor, trx }: Work, providerId: string, hold: boolean): Promise<PartnershipViewer | null> {
  if (actor.kind !== 'person') return null
  const { tenantId: id, cloud, country, partnerKinds: kinds, roles } = actor
  const standing = hold ? await holdStanding(trx, id) : undefined
  const [[own], ties] = await Promise.all([partnerFacts(trx, [id]), tiesToProvider(trx, id, providerId)])
  // Closed while this waited for the profile: whoever answers then has no organization to answer for any more.
  const isActive = standing ? standing.partnerStatus === 'active' && !(await tenantIsClosed(trx, id)) : own?.isSuspended === false
  return {
    id,
    cloud,
    country,
    kinds,
    roles,
    isActive,
    hasSigned: own?.agreementSignedAt != null,
    programmeId: own?.programmeId ?? null,
    isInPartnership: ties.isInPartnership,
    isCustomerOfProvider: ties.isCustomer,
  }
}

export function unknownPartnershipLink(): DomainError {
  return new DomainError('notFound', 'No link has this secret.', { reason: 'unknownLink', next: 'contactProvider' satisfies PartnershipNext })
}

/** The refusal of an answer: the reason that the page shows, and its next step. */
export function partnershipRefusalOf(reason: PartnershipReason): DomainError {
  const code = reason === 'notSignedIn' ? 'notSignedIn' : isForeignPartnership(reason) ? 'notAllowed' : 'partnershipNotPossible'
  return new DomainError(code, `The provider cannot be authorised: ${reason}.`, { reason, next: partnershipReasons[reason].next })
}
