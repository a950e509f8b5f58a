import { partnershipBlocked } from '../../domain/partnerships/decide.ts'
import { isAwaitingReseller } from '../../domain/partnerships/partnership.ts'
import { mayDeclineProvider, type PartnershipReason, partnershipReasons, partnershipRefusal } from '../../domain/partnerships/verdict.ts'
import { reasonText } from '../../language/error-text.ts'
import type { Language } from '../../language/languages.ts'
import { noteBlockedPartnership } from '../../store/partnership-store.ts'
import { recordUnnamed } from '../invitations/record-visit.ts'
import { serviceName } from '../service-name.ts'
import type { UseCase, Work } from '../use-case.ts'
import { loadPartnershipLink, type PartnershipInvitation } from './load-partnership-link.ts'

export interface PartnershipOpening {
  /** SHA-256 of the secret, hex; undefined where what was sent is no such secret */
  readonly secretSha256: string | undefined
  readonly reader: Language
}

export type OpenedPartnership = ReturnType<typeof describe>

/** The page exchanges its secret for what it shows. It grants nothing; that somebody could not go on is noted (decisions 4 and 6). */
export const openPartnershipLink: UseCase<PartnershipOpening, OpenedPartnership> = {
  action: 'partnership.open',
  linkSecret: ({ secretSha256 }) => secretSha256,

  async run(work, { secretSha256, reader }) {
    const invitation = await loadPartnershipLink(work, secretSha256, { hold: false })
    const reason = partnershipRefusal(invitation.facts)
    await noteBlocked(work, invitation, reason)
    return describe(invitation, reason, reader)
  },
}

/** Only while the link waits, once for each reason, and not the provider looking at its own link. */
async function noteBlocked(work: Work, { partnership, facts }: PartnershipInvitation, reason: PartnershipReason | null): Promise<void> {
  if (reason === null || reason === 'notSignedIn' || reason === 'ownPartnerTenant' || reason === partnership.blockedReason) return
  if (!isAwaitingReseller(facts.link.status)) return
  await noteBlockedPartnership(work.trx, partnership, reason, work.now)
  await recordUnnamed(work, partnershipBlocked(partnership, reason))
}

function describe({ partnership, provider, facts }: PartnershipInvitation, reason: PartnershipReason | null, reader: Language) {
  const { manifest } = facts
  return {
    status: facts.link.status,
    verdict: {
      canAuthorize: reason === null,
      reasonCode: reason,
      reasonText: reason && (reasonText(reader, reason) ?? null),
      next: reason === null ? ('none' as const) : partnershipReasons[reason].next,
    },
    can: [...(reason === null ? ['authorize'] : []), ...(mayDeclineProvider(facts) ? ['decline'] : [])],
    provider: {
      id: provider.id,
      name: provider.name,
      country: provider.country,
      domain: provider.domain,
      programmeId: provider.programmeId,
      isVerified: provider.verifiedAt !== null,
      since: provider.enrolledAt.toISOString(),
    },
    // Where the provider may act as an administrator of the reseller's own organization, once authorised.
    access: manifest.services.map(({ id }) => ({ id, name: serviceName(manifest, id, reader) })),
    validUntil: partnership.expiresAt.toISOString(),
    timeZone: provider.timeZone,
  }
}
