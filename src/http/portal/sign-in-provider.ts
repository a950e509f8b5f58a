import { type Static, Type } from 'typebox'
import { beginIdentityLink, beginOutsideSignIn } from '../../application/outside-sign-in/begin-outside-sign-in.ts'
import { finishOutsideSignIn } from '../../application/outside-sign-in/finish-outside-sign-in.ts'
import { beginOutsideStepUp } from '../../application/outside-sign-in/step-up-outside.ts'
import { unlinkOwnIdentity } from '../../application/outside-sign-in/link-identity.ts'
import { changeSignInProvider, createSignInProvider, readSignInProvider, type ShownProvider } from '../../application/outside-sign-in/manage-provider.ts'
import { readOwnIdentity } from '../../application/outside-sign-in/read-own-identity.ts'
import { challengeBinding } from '../challenge-binding.ts'
import { type AnyRoute, route } from '../route.ts'
import { Id, Instant, Maybe, Nothing, Secret, strict, Text } from '../schemas.ts'
import { setSessionCookie } from '../session-cookies.ts'
import { portalNamed } from './session.ts'

const Provider = Type.Object({
  issuer: Type.String({ description: 'Exactly as the provider names itself.' }),
  clientId: Type.String(),
  isEnabled: Type.Boolean(),
  version: Type.Integer(),
})

export const SignInProvider = Type.Object({ provider: Type.Union([Provider, Type.Null()]), redirectUris: Type.Array(Type.String({ description: 'To be registered at the provider.' })) })
export type SignInProvider = Static<typeof SignInProvider>

export const OwnIdentity = Type.Object({ isOffered: Type.Boolean(), issuer: Maybe(Type.String()), linkedAt: Maybe(Instant), lastUsedAt: Maybe(Instant) })
export type OwnIdentity = Static<typeof OwnIdentity>

export const WayOut = Type.Object({ location: Type.String({ description: 'Where the browser navigates to.' }) })
export type WayOut = Static<typeof WayOut>

export const OutsideStep = Type.Object({ next: Type.Union([Type.Literal('signedIn'), Type.Literal('secondFactor'), Type.Literal('enrolSecondFactor'), Type.Literal('linked'), Type.Literal('steppedUp')]) })
export type OutsideStep = Static<typeof OutsideStep>

const Issuer = Type.String({ minLength: 8, maxLength: 400, pattern: '^https?://[^\\s?#]+$', description: 'The issuer’s address, without query or fragment.' })
const ClientSecret = Type.String({ minLength: 1, maxLength: 1_000, description: 'Kept sealed; never shown again.' })

export const signInProviderRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    path: '/tenant/sign-in-provider',
    summary: 'Read through which OpenID provider the organization’s people may sign in',
    tag: 'Tenant',
    useCase: readSignInProvider,
    answer: SignInProvider,
    input: () => undefined,
    present: presentProvider,
    version: ({ provider }) => provider?.version ?? 1,
  }),
  route({
    method: 'POST',
    path: '/tenant/sign-in-provider',
    summary: 'Name the organization’s OpenID provider',
    tag: 'Tenant',
    useCase: createSignInProvider,
    body: Type.Object({ issuer: Issuer, clientId: Text(400), clientSecret: ClientSecret, isEnabled: Type.Optional(Type.Boolean()) }, strict),
    answer: SignInProvider,
    status: 201,
    keyKeptForDays: 1,
    budget: 'outsideSignIn',
    input: ({ body }) => ({ ...body, version: 1 }),
    present: presentProvider,
    version: ({ provider }) => provider!.version,
  }),
  route({
    method: 'PATCH',
    path: '/tenant/sign-in-provider',
    summary: 'Change the organization’s OpenID provider, or switch it off or on',
    tag: 'Tenant',
    useCase: changeSignInProvider,
    body: Type.Object({ issuer: Type.Optional(Issuer), clientId: Type.Optional(Text(400)), clientSecret: Type.Optional(ClientSecret), isEnabled: Type.Optional(Type.Boolean()) }, strict),
    answer: SignInProvider,
    ifMatch: true,
    budget: 'outsideSignIn',
    input: ({ body, version }) => ({ ...body, version }),
    present: presentProvider,
    version: ({ provider }) => provider!.version,
  }),
  route({
    method: 'GET',
    path: '/me/outside-identity',
    summary: 'Read whether one’s account opens with the organization’s provider',
    tag: 'Account',
    useCase: readOwnIdentity,
    answer: OwnIdentity,
    input: () => undefined,
    present: ({ isOffered, issuer, linkedAt, lastUsedAt }) => ({ isOffered, issuer, linkedAt: linkedAt?.toISOString() ?? null, lastUsedAt: lastUsedAt?.toISOString() ?? null }),
  }),
  route({
    method: 'POST',
    path: '/me/outside-identity',
    summary: 'Go to the organization’s provider and come back with an identity to link',
    tag: 'Account',
    useCase: beginIdentityLink,
    answer: WayOut,
    budget: 'outsideSignIn',
    input: ({ request }) => ({ binding: challengeBinding(request), portal: request.portal }),
    present: ({ location }) => ({ location }),
  }),
  route({
    method: 'DELETE',
    path: '/me/outside-identity',
    summary: 'Unlink the identity; the provider no longer opens the account',
    tag: 'Account',
    useCase: unlinkOwnIdentity,
    answer: Nothing,
    status: 204,
    budget: 'revoke',
    input: () => undefined,
    present: () => null,
  }),
  route({
    method: 'POST',
    path: '/session/step-up/provider',
    summary: 'Go to the organization’s provider to prove again who is signed in',
    tag: 'Session',
    useCase: beginOutsideStepUp,
    answer: WayOut,
    budget: 'outsideSignIn',
    input: ({ request }) => ({ binding: challengeBinding(request), portal: request.portal }),
    present: ({ location }) => ({ location }),
  }),
  route({
    method: 'POST',
    path: '/outside-sign-ins',
    summary: 'Go to an organization’s provider to sign in, or to join with an invitation',
    tag: 'Sign-in',
    useCase: beginOutsideSignIn,
    body: Type.Union([Type.Object({ organization: Text(320) }, strict), Type.Object({ invitation: Secret }, strict)]),
    answer: WayOut,
    budget: 'outsideSignIn',
    input: ({ body, request }) => ({ ...body, binding: challengeBinding(request), portal: portalNamed(request) }),
    present: ({ location }) => ({ location }),
  }),
  route({
    method: 'POST',
    path: '/outside-sign-ins/completion',
    summary: 'Come back from an organization’s provider',
    tag: 'Sign-in',
    useCase: finishOutsideSignIn,
    body: Type.Object({ organization: Id, returned: Type.String({ minLength: 1, maxLength: 8_000, description: 'The query that the provider sent the browser back with.' }) }, strict),
    answer: OutsideStep,
    budget: 'outsideSignIn',
    input: ({ body, request }) => ({ returned: body.returned, tenantId: body.organization.toLowerCase(), binding: challengeBinding(request), portal: portalNamed(request), replaces: request.session }),
    present: (finished) => ({ next: finished.kind === 'opened' ? finished.opened.next : finished.kind }),
    reply: (finished, reply, request) => {
      if (finished.kind === 'opened') setSessionCookie(reply, finished.opened)
      if (finished.kind === 'steppedUp') setSessionCookie(reply, { portal: request.session!.portal, secret: finished.steppedUp.secret })
    },
  }),
]

function presentProvider({ provider, redirectUris }: ShownProvider): SignInProvider {
  const shown = provider && { issuer: provider.issuer, clientId: provider.clientId, isEnabled: provider.isEnabled, version: provider.version }
  return { provider: shown ?? null, redirectUris: [...redirectUris] }
}
