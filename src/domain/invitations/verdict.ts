import { mayBeRelated } from '../markets/markets.ts'
import { isOnlyIndirectReseller } from '../relationship-requests/link-claims.ts'
import { bindingRefusal } from '../relationship-requests/relationship-request.ts'
import type { HeldPrivilege, InvitationFacts, Viewer } from './invitation-facts.ts'
import { type AcceptancePlan, planOf } from './plan.ts'
import { type InvitationReason, invitationReasons, type NextStep } from './reasons.ts'

/** Another partner of the customer's: with privileges on a service, or (null) with a relationship where the cloud allows one. */
export interface InTheWay {
  readonly partnerId: string
  readonly service: string | null
}

export interface InvitationVerdict {
  readonly canAccept: boolean
  readonly canDecline: boolean
  readonly canRegister: boolean
  readonly reasonCode: InvitationReason | null
  readonly next: NextStep
  /** who stands in the way of this customer's yes, and with what; only its own administrators learn it */
  readonly inTheWay: readonly InTheWay[]
  /** what a yes of this viewer would change; null where nobody is signed in */
  readonly plan: AcceptancePlan | null
}

/**
 * Whether this viewer may say yes to this invitation now, and if not, why and what helps. The one judgement for the page,
 * for the answer itself and for the partner's row, made from facts alone. What helps most is told first: a link that has
 * ended before whose it was, the wrong organization before the wrong role.
 */
export function verdict(facts: InvitationFacts): InvitationVerdict {
  const { viewer } = facts
  const plan = viewer && planOf(facts, viewer)
  const ended = linkRefusal(facts)
  const foreign = viewer ? viewerRefusal(facts, viewer) : ('notSignedIn' as const)
  const reasonCode = ended ?? standingRefusal(facts) ?? foreign ?? (viewer && plan ? tieRefusal(facts, viewer, plan) : null)
  return {
    canAccept: reasonCode === null,
    canDecline: facts.link.state === 'open' && !facts.link.isAltered && foreign === null,
    canRegister: mayRegister(facts, reasonCode),
    reasonCode,
    next: nextOf(facts, reasonCode),
    inTheWay: viewer && plan ? inTheWay(reasonCode, facts, plan) : [],
    plan,
  }
}

function linkRefusal({ link, partners, manifest, hasPartnershipEnded }: InvitationFacts): InvitationReason | null {
  if (link.isAltered) return 'linkAltered'
  if (link.state === 'accepted') return 'alreadyAccepted'
  if (link.state === 'replaced') return 'linkReplaced'
  if (link.state === 'declined' || link.state === 'withdrawn') return link.state
  // Before expiry: a fresh link of a suspended partner would help nobody. The asker before its provider, as where it drafts.
  const [asker, provider] = partners
  const bar = barOf(asker)
  if (bar) return bar
  if (provider && !manifest.jointRequests) return 'jointRequestsNotOffered'
  if (hasPartnershipEnded) return 'jointPartnershipEnded'
  return (provider && barOf(provider)) ?? (link.state === 'expired' ? 'expired' : null)
}

function barOf({ isActive, hasSigned }: InvitationFacts['partners'][number]): InvitationReason | null {
  if (!isActive) return 'partnerSuspended'
  return hasSigned ? null : 'partnerAgreementUnsigned'
}

function standingRefusal({ mayStillAsk, link, manifest, partners }: InvitationFacts): InvitationReason | null {
  if (!mayStillAsk) return 'askerLostRight'
  // Also a link from the days when the cloud allowed it [S2.L2.3].
  if (!manifest.indirectResellersMayInvite && isOnlyIndirectReseller(partners[0].kinds)) return 'indirectResellerMayNotInvite'
  return link.isNamedTenantClosed ? 'tenantClosed' : null
}

function viewerRefusal(facts: InvitationFacts, viewer: Viewer): InvitationReason | null {
  const { link, partners, manifest } = facts
  if (partners.some(({ id }) => id === viewer.tenantId)) return 'ownTenant'
  const binding = link.named && bindingRefusal(link.named, { id: viewer.tenantId, country: viewer.country, domains: viewer.domains })
  if (binding === 'anotherOrganizationNamed') return 'wrongAccount'
  if (!viewer.isCustomer) return 'noCustomerTenant'
  if (viewer.cloud !== manifest.id) return 'wrongCloud'
  if (binding === 'anotherCountryNamed') return 'wrongRegion'
  if (!partners.every(({ country }) => mayBeRelated(manifest, country, viewer.country))) return 'wrongRegion'
  return mayAnswer(viewer.roles, manifest) ? null : 'wrongRole'
}

/** Decision 8: the Global administrator; Billing administrators where the cloud's manifest says so. */
function mayAnswer(roles: readonly string[], { billingAdministratorMayAccept }: InvitationFacts['manifest']): boolean {
  return roles.includes('globalAdministrator') || (billingAdministratorMayAccept && roles.includes('billingAdministrator'))
}

function tieRefusal(facts: InvitationFacts, viewer: Viewer, plan: AcceptancePlan): InvitationReason | null {
  const { partners, manifest, link, agreement } = facts
  if (plan.relationships.length > 0 && manifest.onePartnerPerCustomer === true && otherPartners(facts, viewer).length > 0) return 'onePartnerOnly'
  if (plan.relationships.some(({ partnerId }) => viewer.ownProviders?.includes(partnerId))) return 'pairedWithProvider'
  if (plan.kind === 'restorePrivileges') {
    if (!viewer.relatedPartners.includes(partners[0].id)) return 'notRelated'
    if (plan.grants.length === 0) return link.kind === 'partnerLink' ? 'alreadyRelated' : 'privilegesHeld'
  } else if (plan.relationships.length === 0) return 'alreadyRelated'
  if (takenServices(viewer, plan).length > 0) return 'exclusiveServiceTaken'
  return agreement === 'unavailable' ? 'agreementUnavailable' : null
}

function inTheWay(reason: InvitationReason | null, facts: InvitationFacts, plan: AcceptancePlan): readonly InTheWay[] {
  const viewer = facts.viewer!
  if (reason === 'exclusiveServiceTaken') return takenServices(viewer, plan)
  return reason === 'onePartnerOnly' ? otherPartners(facts, viewer).map((partnerId) => ({ partnerId, service: null })) : []
}

/** Services of which the cloud allows one holder, and another partner is it [S2.23]. */
function takenServices({ privileges }: Viewer, { grants }: AcceptancePlan): readonly HeldPrivilege[] {
  return privileges.filter((held) => grants.some((grant) => grant.isExclusive && grant.service === held.service && grant.partnerId !== held.partnerId))
}

function otherPartners({ partners }: InvitationFacts, { relatedPartners }: Viewer): readonly string[] {
  return relatedPartners.filter((id) => partners.every((partner) => partner.id !== id))
}

/** Decision 27: a company without a tenant may come into being on the way, unless the cloud creates none or another is named. */
function mayRegister({ manifest, link }: InvitationFacts, reason: InvitationReason | null): boolean {
  if (reason !== 'notSignedIn' && reason !== 'noCustomerTenant') return false
  return !manifest.closedToCreatingTenants && !link.named?.customerId && !link.named?.domain
}

function nextOf(facts: InvitationFacts, reason: InvitationReason | null): NextStep {
  if (reason === null) return 'none'
  const { viewer, link } = facts
  if (reason === 'alreadyAccepted' && viewer && viewer.tenantId === link.answeredBy) return 'seePartner'
  if (reason === 'noCustomerTenant' && !mayRegister(facts, reason)) return 'switchAccount'
  return invitationReasons[reason].next
}
