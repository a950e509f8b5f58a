import { localName } from '../../domain/clouds/cloud-rules.ts'
import { manifestLines } from '../../domain/clouds/manifest-lines.ts'
import { ruleOfReason } from '../../domain/clouds/rule-of-reason.ts'
import { planOf, versionOfAsk } from '../../domain/invitations/plan.ts'
import { maskedDomain } from '../../domain/invitations/visit.ts'
import { nameWarnings } from '../../domain/names/name-warnings.ts'
import { listed } from '../../domain/formats.ts'
import { consentText } from '../../language/consent-text.ts'
import { reasonText } from '../../language/error-text.ts'
import type { Language } from '../../language/languages.ts'
import { skeleton } from '../../text/confusables.ts'
import type { PartnerFacts } from '../../store/partner-facts-store.ts'
import { serviceName } from '../service-name.ts'
import type { OpenedInvitation } from './open-invitation.ts'
import type { Invitation } from './load-invitation.ts'

/** The page in the reader's language: who asks, what for, what would change, and why it can or cannot be accepted. */
export function describeInvitation({ invitation, verdict, heldBy, language }: OpenedInvitation) {
  const { request, facts, partners } = invitation
  const plan = verdict.plan ?? planOf(facts, { relatedPartners: [], privileges: [] })
  const { canAccept, reasonCode, next } = verdict
  return {
    kind: facts.link.kind,
    requestKind: plan.kind,
    state: facts.link.state,
    verdict: { canAccept, reasonCode, reasonText: reasonCode && (reasonText(language, reasonCode) ?? null), next, ...ruleBehind(reasonCode, language), heldBy: [...heldBy] },
    can: openActs(verdict),
    partners: partners.map(describePartner),
    asks: {
      relationship: plan.kind === 'establish',
      services: facts.services.map((id) => ({ id, name: serviceName(facts.manifest, id, language) })),
      plainWords: plainWords(invitation, plan.kind, language),
    },
    changes: changes(invitation, plan.kind, language),
    agreement: describeAgreement(invitation),
    cloud: { id: facts.manifest.id, portalName: localName(facts.manifest.customerPortalName, language) },
    validUntil: request?.expiresAt.toISOString() ?? null,
    timeZone: partners[0]!.timeZone,
    maskedFor: request?.named.domain ? maskedDomain(request.named.domain) : null,
    version: versionOfAsk(plan),
  }
}

/** The rule of the cloud by its name and in words; null where none is behind the verdict. */
function ruleBehind(reasonCode: string | null, language: Language) {
  const rule = reasonCode === null ? null : ruleOfReason(reasonCode)
  return { rule, ruleTitle: rule && manifestLines[rule].title[language] }
}

function openActs({ canAccept, canDecline, canRegister, next }: OpenedInvitation['verdict']): string[] {
  return [
    ...(canAccept ? ['accept'] : []),
    ...(canDecline ? ['decline'] : []),
    ...(canRegister ? ['register'] : []),
    ...(next === 'askFreshLink' ? ['askFreshLink'] : []),
  ]
}

/** Public facts only; a name that could mislead is shown with its warnings (decision 7). */
function describePartner(partner: PartnerFacts) {
  return {
    id: partner.id,
    name: partner.name,
    country: partner.country,
    programmeId: partner.programmeId,
    kinds: partner.kinds,
    isVerified: partner.verifiedAt !== null,
    verifiedHow: partner.verificationMethod,
    domain: partner.domain,
    since: partner.enrolledAt.toISOString(),
    warnings: nameWarnings(partner.name, { skeleton }),
  }
}

function plainWords(invitation: Invitation, kind: 'establish' | 'restorePrivileges', language: Language): string[] {
  const { partners, facts } = invitation
  const values = { partner: partners[0]!.name, provider: partners[1]?.name ?? '', services: serviceNames(invitation, language) }
  const say = (text: Parameters<typeof consentText>[1]) => consentText(language, text, values)
  if (kind === 'restorePrivileges') return [say('asksPrivilegesBack')]
  return [
    say('asksRelationship'),
    say(facts.services.length > 0 ? 'asksPrivileges' : 'asksNoPrivileges'),
    ...(partners.length > 1 ? [say('asksWithProvider')] : []),
  ]
}

function changes(invitation: Invitation, kind: 'establish' | 'restorePrivileges', language: Language): string[] {
  const { partners, facts, agreement } = invitation
  const services = serviceNames(invitation, language)
  const page = localName(facts.manifest.partnerRelationshipsPageName, language)
  const say = (text: Parameters<typeof consentText>[1], partner = partners[0]!.name) => consentText(language, text, { partner, services, page })
  return [
    ...(kind === 'establish' ? partners.map(({ name }) => say('changesList', name)) : [say('staysRelationship')]),
    ...(facts.services.length > 0 ? [say('changesRoles'), say('changesNoEnd')] : []),
    ...(agreement.standing === 'missing' ? [say('changesAgreement')] : []),
    say('staysOthers'),
    ...(hasOtherPartners(facts) ? [say('staysOtherSellers')] : []),
    ...(kind === 'establish' ? [say('staysEnd')] : []),
  ]
}

/** What the additional partner may not do is said where one comes along [S2.7-11]; only the customer's own people read who it has. */
function hasOtherPartners({ viewer, partners }: Invitation['facts']): boolean {
  return viewer?.relatedPartners.some((id) => partners.every((partner) => partner.id !== id)) ?? false
}

function describeAgreement({ agreement, facts }: Invitation) {
  const { text, standing } = agreement
  if (!text) return null
  return {
    required: facts.manifest.customerAgreement === 'required',
    alreadyAccepted: standing === 'accepted',
    versionId: text.versionId,
    versionNumber: text.number,
    language: text.language,
    languages: agreement.languages,
    title: text.title,
    body: text.body,
    sha256: text.sha256.toString('hex'),
  }
}

function serviceNames({ facts }: Invitation, language: Language): string {
  return listed(language, facts.services.map((id) => serviceName(facts.manifest, id, language)))
}
