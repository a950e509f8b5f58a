import { Type } from 'typebox'
import { authorizeProvider, declineProvider } from '../../application/partnerships/authorize-provider.ts'
import { openPartnershipLink } from '../../application/partnerships/open-partnership-link.ts'
import { hashSecret, parseSecret } from '../../security/secret.ts'
import { readerLanguage } from '../reader-language.ts'
import { type AnyRoute, route } from '../route.ts'
import { Instant, Secret, strict, Text } from '../schemas.ts'
import { AuthorizedProvider, ProviderInvitation } from './partnership-schemas.ts'

const tag = 'Partnerships'

/** What an indirect reseller does with the link of a provider; each answer is about whoever is signed in. */
export const providerInvitationRoutes: AnyRoute[] = [
  route({
    method: 'POST',
    path: '/provider-invitations/opening',
    summary: "Exchange the secret of a provider's link for the page it opens",
    tag,
    useCase: openPartnershipLink,
    budget: 'invitationOpening',
    body: Type.Object({ secret: Secret }, strict),
    answer: ProviderInvitation,
    input: ({ body, request }) => ({ secretSha256: hashed(body.secret), reader: readerLanguage(request) }),
    present: (opened, actor) => ({
      ...opened,
      viewer: actor.kind === 'person' ? { tenantName: actor.tenantName, displayName: actor.displayName, userPrincipalName: actor.userPrincipalName } : null,
    }),
  }),
  route({
    method: 'POST',
    path: '/provider-invitations/authorization',
    summary: 'Authorise an indirect provider',
    tag,
    useCase: authorizeProvider,
    keyKeptForDays: 30,
    body: Type.Object(
      {
        secret: Secret,
        acknowledged: Type.Boolean({ description: "That the provider gets administrative access to the reseller's own organization was read." }),
        services: Type.Array(Text(60), { maxItems: 50, description: 'The services of that access, as the page showed them.' }),
      },
      strict,
    ),
    answer: AuthorizedProvider,
    status: 201,
    input: ({ body }) => ({ secretSha256: hashed(body.secret), acknowledged: body.acknowledged, services: body.services }),
    present: ({ authorizedAt, services, ...rest }) => ({ ...rest, authorizedAt: authorizedAt.toISOString(), services: [...services] }),
  }),
  route({
    method: 'POST',
    path: '/provider-invitations/decline',
    summary: "Decline a provider's request",
    tag,
    useCase: declineProvider,
    keyKeptForDays: 1,
    body: Type.Object({ secret: Secret }, strict),
    answer: Type.Object({ declinedAt: Instant }),
    input: ({ body }) => ({ secretSha256: hashed(body.secret) }),
    present: ({ declinedAt }) => ({ declinedAt: declinedAt.toISOString() }),
  }),
]

/** What is no such secret opens nothing and is answered like one that never was. */
function hashed(text: string): string | undefined {
  const secret = parseSecret('partnership', text)
  return secret && hashSecret(secret).toString('hex')
}
