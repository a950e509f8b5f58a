import { type Static, Type } from 'typebox'
import { acceptPersonInvitation } from '../../application/people/accept-person-invitation.ts'
import { exchangePersonInvitation } from '../../application/people/exchange-person-invitation.ts'
import { invitePerson } from '../../application/people/invite-person.ts'
import { removeSecondFactor } from '../../application/people/remove-second-factor.ts'
import { resendPersonInvitation } from '../../application/people/resend-person-invitation.ts'
import type { ShownPerson } from '../../application/people/shown-person.ts'
import type { UseCase } from '../../application/use-case.ts'
import { type AnyRoute, route } from '../route.ts'
import { IdParams, OwnLanguage, Secret, strict, Text } from '../schemas.ts'
import { NextIsSignIn } from './me.ts'
import { PersonRow, presentPerson, Roles } from './people-schemas.ts'
import { Password } from './session.ts'

export const PersonInvitation = Type.Object({
  displayName: Type.String(),
  tenantName: Type.String(),
  userPrincipalName: Type.String(),
  portal: Type.Union([Type.Literal('partner'), Type.Literal('customer'), Type.Literal('operator')]),
  hasProvider: Type.Boolean({ description: 'Whether one may join with an account of the organization’s own provider.' }),
})
export type PersonInvitation = Static<typeof PersonInvitation>

export const peopleRoutes: AnyRoute[] = [
  route({
    method: 'POST',
    path: '/people',
    summary: 'Invite a colleague',
    tag: 'People',
    useCase: invitePerson,
    body: Type.Object({ displayName: Text(400), userPrincipalName: Text(320), mail: Text(320), roles: Roles, language: OwnLanguage }, strict),
    answer: PersonRow,
    status: 201,
    keyKeptForDays: 1,
    budget: 'personInvitation',
    input: ({ body }) => body,
    present: presentPerson,
    version: ({ version }) => version,
  }),
  actOnPerson('invitation', 'Send a colleague a fresh invitation; the one before ends', resendPersonInvitation),
  actOnPerson('second-factor-removal', 'Remove the authenticator of a colleague who lost it', removeSecondFactor),
  route({
    method: 'POST',
    path: '/person-invitations/exchange',
    summary: 'Read what an invitation is about; uses nothing up',
    tag: 'Sign-in',
    useCase: exchangePersonInvitation,
    body: Type.Object({ secret: Secret }, strict),
    answer: PersonInvitation,
    budget: 'oneTimeSecret',
    input: ({ body }) => body,
    present: (invitation) => invitation,
  }),
  route({
    method: 'POST',
    path: '/person-invitations/acceptance',
    summary: 'Join with a password of one’s own',
    tag: 'Sign-in',
    useCase: acceptPersonInvitation,
    body: Type.Object({ secret: Secret, password: Password, language: Type.Optional(OwnLanguage) }, strict),
    answer: NextIsSignIn,
    status: 201,
    budget: 'oneTimeSecret',
    input: ({ body }) => body,
    present: () => ({ next: 'signIn' as const }),
  }),
]

function actOnPerson(act: string, summary: string, useCase: UseCase<{ readonly id: string }, ShownPerson>): AnyRoute {
  return route({
    method: 'POST',
    path: `/people/:id/${act}`,
    summary,
    tag: 'People',
    useCase,
    params: IdParams,
    answer: PersonRow,
    keyKeptForDays: 1,
    ...(act === 'invitation' ? { budget: 'personInvitation' } : {}),
    input: ({ params }) => ({ id: params.id.toLowerCase() }),
    present: presentPerson,
    version: ({ version }) => version,
  })
}
