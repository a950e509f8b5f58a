import type { AcceptancePlan } from '../../domain/invitations/plan.ts'
import { versionOfAsk } from '../../domain/invitations/plan.ts'
import { verdict } from '../../domain/invitations/verdict.ts'
import { accept, open } from '../../domain/relationship-requests/decide.ts'
import type { Language } from '../../language/languages.ts'
import { saveRequest } from '../../store/relationship-request-store.ts'
import { lockActiveRelationships } from '../../store/reseller-relationship-store.ts'
import type { Signature } from '../../store/signature-store.ts'
import { serviceName } from '../service-name.ts'
import type { UseCase, Work } from '../use-case.ts'
import { bothSides, carryOut } from './carry-out.ts'
import { type Invitation, type LinkPresented, loadInvitation } from './load-invitation.ts'
import { nameHolders } from './name-holders.ts'
import { recordUnnamed, recordVisit } from './record-visit.ts'
import { reasonOf, refusalOf } from './refuse.ts'
import { type AgreementShown, signIfMissing } from './sign-agreement.ts'

export interface AcceptInvitation {
  readonly link: LinkPresented
  /** what the page showed; null where it showed none */
  readonly agreement: AgreementShown | null
  /** of what was asked, as the page showed it */
  readonly version: number
  readonly language: Language
}

export interface AcceptedInvitation {
  /** null where only privileges were given */
  readonly relationshipId: string | null
  readonly privileges: readonly { readonly service: string; readonly serviceName: string }[]
  readonly partner: { readonly id: string; readonly name: string }
  readonly signature: (Signature & { readonly number: number }) | null
}

/**
 * The customer's yes. One transaction holds the link, who asks and the customer, judges everything anew (R6, R7), and writes
 * signature, relationship, privileges, list entries and their events together or not at all. A refusal uses nothing up.
 */
export const acceptInvitation: UseCase<AcceptInvitation, AcceptedInvitation> = {
  action: 'invitation.accept',
  linkSecret: ({ link }) => link.secretSha256,

  async run(work, { link, agreement, version, language }) {
    const languages = agreement ? [agreement.language] : []
    const invitation = await loadInvitation(work, { link, languages, hold: true })
    const { canAccept, reasonCode, next, plan, inTheWay } = verdict(invitation.facts)
    if (!canAccept || !plan) {
      throw refusalOf(reasonCode ?? 'notSignedIn', next, await nameHolders(work, inTheWay, { manifest: invitation.facts.manifest, language }))
    }
    if (version !== versionOfAsk(plan)) throw refusalOf('askChanged')
    await holdRelationship(work, plan, invitation)
    const signature = await signIfMissing(work, invitation, agreement)
    await answerLink(work, invitation, plan)
    const { relationshipId, services } = await carryOut(work, invitation, { plan, signatureId: signature?.id ?? invitation.agreement.signatureId })
    const { id, name } = invitation.partners[0]!
    const privileges = services.map((service) => ({ service, serviceName: serviceName(invitation.facts.manifest, service, language) }))
    return { relationshipId, privileges, partner: { id, name }, signature }
  },

  async onRefusal(work, { link }, refusal) {
    const reason = reasonOf(refusal)
    if (!reason || reason === 'unknownLink' || refusal.code === 'stepUpRequired') return
    await recordVisit(work, await loadInvitation(work, { link, languages: [], hold: false }), reason, null)
  },
}

/** Privileges are restored within a relationship: its removal waits for this, or this sees the removal. */
async function holdRelationship({ trx, person }: Work, plan: AcceptancePlan, { partners }: Invitation): Promise<void> {
  if (plan.kind !== 'restorePrivileges') return
  const active = await lockActiveRelationships(trx, partners[0]!.id, person.tenantId)
  if (active.length === 0) throw refusalOf('notRelated')
}

/** A tracked request is used up; a partner link is not, it only tells both sides that somebody came through it. */
async function answerLink(work: Work, { request, partners, facts }: Invitation, plan: AcceptancePlan): Promise<void> {
  const { trx, person, now } = work
  if (!request) {
    return work.record({
      type: 'partnerLink.accepted',
      resource: { type: 'partnerLink', id: facts.link.id },
      readers: bothSides(partners[0]!.id, person.tenantId),
      data: { kind: plan.kind, services: plan.grants.map(({ service }) => service) },
      through: 'link',
    })
  }
  const opened = open(request, now)
  if (opened) await recordUnnamed(work, opened.event)
  const { tenantId, personId, country } = person
  const answer = { tenant: { id: tenantId, country, domains: facts.viewer!.domains }, personId }
  const accepted = accept(opened?.next ?? request, answer, now)
  await saveRequest(trx, accepted.next)
  return work.record(accepted.event)
}
