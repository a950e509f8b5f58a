import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { acceptInvitation } from '../../application/invitations/accept-invitation.ts'
import { declineInvitation } from '../../application/invitations/decline-invitation.ts'
import { describeInvitation } from '../../application/invitations/describe-invitation.ts'
import type { LinkPresented } from '../../application/invitations/load-invitation.ts'
import { openInvitation } from '../../application/invitations/open-invitation.ts'
import { requestFreshLink } from '../../application/invitations/request-fresh-link.ts'
import { canonicalId } from '../../domain/ids.ts'
import { freeText } from '../../domain/invitations/free-text.ts'
import type { LinkClaims } from '../../domain/links/invitation-url.ts'
import { hashSecret, parseSecret } from '../../security/secret.ts'
import { visitorCookie } from '../authentication.ts'
import { readerLanguage, textLanguages } from '../reader-language.ts'
import { type AnyRoute, route } from '../route.ts'
import { Instant, Secret, strict, Text } from '../schemas.ts'
import { AcceptedInvitationView, AgreementShown, InvitationView, LinkNames } from './invitation-schemas.ts'

const claims = Type.Optional(Type.Union([LinkNames, Type.Null()]))

export const invitationRoutes: AnyRoute[] = [
  route({
    method: 'POST',
    path: '/invitations/opening',
    summary: 'Exchange the secret of a link for the page it opens',
    tag: 'Invitation',
    useCase: openInvitation,
    budget: 'invitationOpening',
    body: Type.Object({ secret: Secret, claims, agreementLanguage: Type.Optional(Text(10)) }, strict),
    answer: InvitationView,
    input: ({ body, request }) => ({
      link: presented(body.secret, body.claims),
      visitorKey: visitorKey(request),
      language: readerLanguage(request),
      agreementLanguages: [...(body.agreementLanguage === undefined ? [] : [body.agreementLanguage]), ...textLanguages(request)],
    }),
    present: (opened, actor) => {
      const { verdict, agreement, ...view } = describeInvitation(opened)
      const viewer = actor.kind === 'person' ? actor : null
      return {
        ...view,
        verdict,
        agreement: agreement && { ...agreement, languages: [...agreement.languages] },
        partners: view.partners.map((partner) => ({ ...partner, kinds: [...partner.kinds], warnings: [...partner.warnings] })),
        viewer: viewer && {
          signedIn: true as const,
          tenantName: viewer.tenantName,
          displayName: viewer.displayName,
          userPrincipalName: viewer.userPrincipalName,
          roles: [...viewer.roles],
        },
      }
    },
  }),
  route({
    method: 'POST',
    path: '/invitations/acceptance',
    summary: 'Accept what the link asks, with the customer agreement where it is missing',
    tag: 'Invitation',
    useCase: acceptInvitation,
    keyKeptForDays: 30,
    body: Type.Object({ secret: Secret, claims, agreement: Type.Union([AgreementShown, Type.Null()]), version: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }) }, strict),
    answer: AcceptedInvitationView,
    status: 201,
    input: ({ body, request }) => ({ link: presented(body.secret, body.claims), agreement: body.agreement, version: body.version, language: readerLanguage(request) }),
    present: ({ relationshipId, partner, privileges, signature }) => ({
      relationshipId,
      partner,
      privileges: [...privileges],
      signature: signature && { id: signature.id, versionNumber: signature.number, language: signature.language, signedAt: signature.signedAt.toISOString() },
    }),
  }),
  route({
    method: 'POST',
    path: '/invitations/decline',
    summary: 'Decline what the link asks',
    tag: 'Invitation',
    useCase: declineInvitation,
    keyKeptForDays: 1,
    body: Type.Object({ secret: Secret, reason: Type.Optional(Type.Union([Type.String({ maxLength: 1_000 }), Type.Null()])) }, strict),
    answer: Type.Object({ declinedAt: Instant }),
    input: ({ body }) => ({ link: presented(body.secret, null), reason: freeText(body.reason, 'reason') }),
    present: ({ declinedAt }) => ({ declinedAt: declinedAt.toISOString() }),
  }),
  route({
    method: 'POST',
    path: '/invitations/fresh-link-requests',
    summary: 'Ask the partner for a fresh link in place of one that has ended',
    tag: 'Invitation',
    useCase: requestFreshLink,
    // Not the budget of mails: the request itself remembers that it was asked, and a second click gets the first answer.
    budget: 'invitationOpening',
    keyKeptForDays: 1,
    body: Type.Object({ secret: Secret }, strict),
    answer: Type.Object({ askedAt: Instant }),
    status: 202,
    input: ({ body }) => ({ link: presented(body.secret, null) }),
    present: ({ askedAt }) => ({ askedAt: askedAt.toISOString() }),
  }),
]

/** Either kind of link, told apart by its prefix alone; what is neither opens nothing and is answered like one that never was. */
export function presented(text: string, names: LinkNames | null | undefined): LinkPresented {
  const secret = parseSecret('relationshipRequest', text) ?? parseSecret('partnerLink', text)
  return { secretSha256: secret && hashSecret(secret).toString('hex'), claims: names ? claimsFrom(names) : null }
}

/** Names that cannot be read agree with nothing; where none came along, none can disagree. */
function claimsFrom(names: LinkNames): LinkClaims | null {
  if (Object.values(names).every((value) => value === undefined)) return null
  const dap = String(names.dap ?? '').toLowerCase()
  const isReadable = dap === 'true' || dap === 'false'
  return {
    invType: (isReadable ? (names.invType ?? '') : '') as LinkClaims['invType'],
    partnerId: canonicalId(names.partnerId ?? '') ?? '',
    msppId: names.msppId ?? '',
    dap: dap === 'true',
    ...(names.indirectCSPId !== undefined && { indirectCspId: canonicalId(names.indirectCSPId) ?? '' }),
  }
}

/** Tells one anonymous browser from another without keeping its cookie. */
function visitorKey(request: FastifyRequest): string | null {
  const cookie = request.cookies[visitorCookie]
  return cookie === undefined ? null : createHash('sha256').update(cookie).digest('base64url')
}
