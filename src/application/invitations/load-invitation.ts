import { DomainError } from '../../domain/errors.ts'
import type { AskingPartner, InvitationFacts, InvitedBy, Viewer } from '../../domain/invitations/invitation-facts.ts'
import { mayStillAsk } from '../../domain/invitations/standing.ts'
import { claimsAgree, type LinkClaims } from '../../domain/links/invitation-url.ts'
import { partnerLinkClaims, partnerLinkServices, requestLinkClaims } from '../../domain/relationship-requests/link-claims.ts'
import { effectiveStatus, isAwaiting, type RelationshipRequest } from '../../domain/relationship-requests/relationship-request.ts'
import { lockTenant, type Organization } from '../../store/organization-store.ts'
import { domainsOf, type PartnerFacts, partnerFacts, type StandingOfAsker, standingBehindLink, tiesOfCustomer } from '../../store/partner-facts-store.ts'
import { type PartnerLink, partnerLinkBySecret } from '../../store/partner-link-store.ts'
import { jointPartnershipStands, providersOfReseller } from '../../store/partnership-standing-store.ts'
import { lockRequestBySecret } from '../../store/relationship-request-store.ts'
import { type AgreementForCustomer, agreementForCustomer } from '../agreements/agreement-for-customer.ts'
import type { Work } from '../use-case.ts'
import { refusalOf } from './refuse.ts'

export interface LinkPresented {
  /** SHA-256 of the secret, hex; undefined where what was sent is no such secret */
  readonly secretSha256: string | undefined
  /** what the names in the address said; null where the program does not carry them along */
  readonly claims: LinkClaims | null
}

export interface Invitation {
  /** null for a partner link */
  readonly request: RelationshipRequest | null
  readonly partners: readonly PartnerFacts[]
  readonly facts: InvitationFacts
  readonly agreement: AgreementForCustomer
  /** the customer's own row, where it is held */
  readonly organization: Organization | null
}

export interface LoadWishes {
  readonly link: LinkPresented
  readonly languages: readonly string[]
  /** hold everything the verdict rests on until the act has committed (rules R6, R7, R10) */
  readonly hold: boolean
}

/**
 * Everything about a link and whoever presents it. Order of the locks: the request, who asks, their partnership, the customer's own row.
 * A secret that never existed is told so in one way, whatever was sent.
 */
export async function loadInvitation(work: Work, { link, languages, hold }: LoadWishes): Promise<Invitation> {
  const { trx, now, env, actor } = work
  if (link.secretSha256 === undefined) throw unknownLink()
  const hash = Buffer.from(link.secretSha256, 'hex')
  const request = (await lockRequestBySecret(trx, hash)) ?? null
  const standing = inOrder(await standingBehindLink(trx, hash, { hold }), request)
  if (!standing[0]) throw unknownLink()
  const stands = request?.secondPartnerId == null || (await jointPartnershipStands(trx, hash, { hold }))
  const organization = hold && actor.kind === 'person' ? await lockTenant(trx, actor.tenantId) : null
  // Closed while this waited for the row: whoever asked then has no tenant to answer for any more.
  if (organization?.isClosed) throw refusalOf('tenantClosed')
  // Only now, under the locks: a rotation or an answer either came before and is seen, or waits.
  const [partnerLink, partners, viewer] = await Promise.all([
    request ? null : partnerLinkBySecret(trx, hash),
    partnerFacts(trx, standing.map(({ partnerId }) => partnerId)),
    viewerOf(work),
  ])
  const manifest = env.manifestOf(partners[0]!.cloud)
  const agreement = await agreementForCustomer(work, {
    manifest,
    country: viewer?.country ?? request?.named.country ?? partners[0]!.country,
    customerId: viewer?.tenantId ?? null,
    // Whose language is none of ours reads the agreement in that of the letter.
    languages: [...languages, ...(request ? [request.language] : [])],
  })
  const facts: InvitationFacts = {
    link: linkFacts({ request, partnerLink: partnerLink ?? null, partners, standing, now, manifest, claims: link.claims }),
    partners: asking(partners, standing),
    mayStillAsk: mayStillAsk(request ? standing[0].asker : null, standing, manifest),
    hasPartnershipEnded: !stands,
    kind: request?.kind ?? 'establish',
    services: request?.services ?? partnerLinkServices(manifest, partners[0]!.kinds),
    manifest,
    viewer,
    agreement: agreement.standing,
  }
  return { request, partners, facts, agreement, organization }
}

/** The reseller stands first, the provider second, whichever of the two asked. */
function inOrder(standing: StandingOfAsker[], request: RelationshipRequest | null): StandingOfAsker[] {
  return request?.isAskedByProvider ? [...standing].reverse() : standing
}

export function unknownLink(): DomainError {
  return new DomainError('notFound', 'No link has this secret.', { reason: 'unknownLink', next: 'contactPartner' })
}

async function viewerOf({ actor, trx }: Work): Promise<Viewer | null> {
  if (actor.kind !== 'person') return null
  const { tenantId, cloud, country, isCustomer, roles } = actor
  const [domains, ties, ownProviders] = await Promise.all([domainsOf(trx, tenantId), tiesOfCustomer(trx, tenantId), providersOfReseller(trx, tenantId)])
  return { tenantId, cloud, country, isCustomer, roles, domains, ownProviders, ...ties }
}

interface LinkRows {
  readonly request: RelationshipRequest | null
  readonly partnerLink: PartnerLink | null
  readonly partners: readonly PartnerFacts[]
  readonly standing: readonly StandingOfAsker[]
  readonly manifest: InvitationFacts['manifest']
  readonly claims: LinkClaims | null
  readonly now: Date
}

function linkFacts({ request, partnerLink, partners, standing, manifest, claims, now }: LinkRows): InvitedBy {
  const [first] = partners
  const stated = request ? requestLinkClaims(request, first!.programmeId ?? '0') : partnerLinkClaims(first!, manifest)
  const isAltered = claims !== null && !claimsAgree(claims, stated)
  if (!request) {
    const state = partnerLink!.endedAt ? 'replaced' : 'open'
    return { id: partnerLink!.id, kind: 'partnerLink', state, isAltered, named: null, isNamedTenantClosed: false, answeredBy: null }
  }
  const status = effectiveStatus(request, now)
  return {
    id: request.id,
    kind: 'relationshipRequest',
    state: isAwaiting(status) ? 'open' : (status as Exclude<InvitedBy['state'], 'open' | 'replaced'>),
    isAltered,
    named: request.named,
    isNamedTenantClosed: standing[0]!.isNamedTenantClosed,
    answeredBy: request.customerId,
  }
}

function asking(partners: readonly PartnerFacts[], standing: readonly StandingOfAsker[]): InvitationFacts['partners'] {
  const [first, ...others] = partners.map((partner, index): AskingPartner => {
    const { id, cloud, country, kinds } = partner
    const { isSuspended, isClosed } = standing[index]!
    return { id, cloud, country, kinds, isActive: !isSuspended && !isClosed, hasSigned: partner.agreementSignedAt !== null }
  })
  return [first!, ...others]
}
