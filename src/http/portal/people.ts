import { type Static, Type } from 'typebox'
import { acceptPersonInvitation } from '../../application/people/accept-person-invitation.ts'
import { disablePerson } from '../../application/people/disable-person.ts'
import { enablePerson } from '../../application/people/enable-person.ts'
import { exchangePersonInvitation } from '../../application/people/exchange-person-invitation.ts'
import { invitePerson } from '../../application/people/invite-person.ts'
import { listFormerPeople, listPeople } from '../../application/people/list-people.ts'
import { readPerson } from '../../application/people/read-person.ts'
import { removePerson } from '../../application/people/remove-person.ts'
import { removeSecondFactor } from '../../application/people/remove-second-factor.ts'
import { resendPersonInvitation } from '../../application/people/resend-person-invitation.ts'
import type { ShownPerson } from '../../application/people/shown-person.ts'
import { updatePerson } from '../../application/people/update-person.ts'
import { usualPageSize } from '../../application/page.ts'
import type { UseCase } from '../../application/use-case.ts'
import { type AnyRoute, route } from '../route.ts'
import { Cursor, Id, IdParams, Instant, Maybe, Nothing, OwnLanguage, PageSize, Secret, strict, Text } from '../schemas.ts'
import { NextIsSignIn } from './me.ts'
import { Password } from './session.ts'

export const PersonRow = Type.Object({
  id: Id,
  displayName: Type.String(),
  userPrincipalName: Type.String(),
  mail: Maybe(Type.String()),
  roles: Type.Array(Type.String()),
  status: Type.Union([Type.Literal('invited'), Type.Literal('active'), Type.Literal('disabled')]),
  language: Maybe(Type.String()),
  lastSignInAt: Maybe(Instant),
  hasTotp: Type.Boolean(),
  hasPasskey: Type.Boolean(),
  /** since when letters to the address do not arrive */
  mailUndeliverableSince: Maybe(Instant),
  isReachable: Type.Boolean({ description: 'False where no invitation is mailed to this address; its link is handed over in another way.' }),
  version: Type.Integer(),
  can: Type.Array(Type.String(), { description: 'update, changeRoles, resendInvitation, disable, enable, removeSecondFactor, remove.' }),
})
export type PersonRow = Static<typeof PersonRow>

export const PersonList = Type.Object({ items: Type.Array(PersonRow), next: Maybe(Type.String()), previous: Maybe(Type.String()) })
export type PersonList = Static<typeof PersonList>

export const FormerPerson = Type.Object({ id: Id, displayName: Type.String(), userPrincipalName: Type.String() })
export type FormerPerson = Static<typeof FormerPerson>
const FormerPersonList = Type.Object({ items: Type.Array(FormerPerson), next: Maybe(Type.String()), previous: Maybe(Type.String()) })

/** Which roles fit is the tenant's matter; the words themselves are refused there too, so that one list says which there are. */
const Roles = Type.Array(Text(40), { maxItems: 20, uniqueItems: true })

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
    method: 'GET',
    path: '/people',
    summary: 'List the people of one’s own organization',
    tag: 'People',
    useCase: listPeople,
    query: Type.Object({ size: Type.Optional(PageSize), cursor: Type.Optional(Cursor) }, strict),
    answer: PersonList,
    input: ({ query }) => ({ size: Number(query.size ?? usualPageSize), cursor: query.cursor }),
    present: ({ items, next, previous }) => ({ items: items.map(presentPerson), next, previous }),
  }),
  route({
    method: 'GET',
    path: '/former-people',
    summary: 'List the people who were removed from one’s own organization and not erased',
    tag: 'People',
    useCase: listFormerPeople,
    query: Type.Object({ size: Type.Optional(PageSize), cursor: Type.Optional(Cursor) }, strict),
    answer: FormerPersonList,
    input: ({ query }) => ({ size: Number(query.size ?? usualPageSize), cursor: query.cursor }),
    present: ({ items, next, previous }) => ({ items: items.map(({ id, displayName, userPrincipalName }) => ({ id, displayName, userPrincipalName })), next, previous }),
  }),
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
  route({
    method: 'GET',
    path: '/people/:id',
    summary: 'Read a person of one’s own organization',
    tag: 'People',
    useCase: readPerson,
    params: IdParams,
    answer: PersonRow,
    input: ({ params }) => ({ id: params.id.toLowerCase() }),
    present: presentPerson,
    version: ({ version }) => version,
  }),
  route({
    method: 'PATCH',
    path: '/people/:id',
    summary: 'Change a colleague’s name or roles',
    tag: 'People',
    useCase: updatePerson,
    params: IdParams,
    body: Type.Object({ displayName: Type.Optional(Text(400)), roles: Type.Optional(Roles) }, strict),
    answer: PersonRow,
    ifMatch: true,
    input: ({ params, body, version }) => ({ ...body, id: params.id.toLowerCase(), version }),
    present: presentPerson,
    version: ({ version }) => version,
  }),
  actOnPerson('invitation', 'Send a colleague a fresh invitation; the one before ends', resendPersonInvitation),
  actOnPerson('disabling', 'Disable an account; sessions and tokens end at once', disablePerson),
  actOnPerson('enabling', 'Enable an account again', enablePerson),
  route({
    method: 'POST',
    path: '/people/:id/removal',
    summary: 'Remove a person who left; rights and sessions end at once, the history keeps the name',
    tag: 'People',
    useCase: removePerson,
    params: IdParams,
    answer: Nothing,
    status: 204,
    keyKeptForDays: 1,
    budget: 'revoke',
    input: ({ params }) => ({ id: params.id.toLowerCase() }),
    present: () => null,
  }),
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
    ...(act === 'invitation' ? { budget: 'personInvitation' } : act === 'disabling' && { budget: 'revoke' }),
    input: ({ params }) => ({ id: params.id.toLowerCase() }),
    present: presentPerson,
    version: ({ version }) => version,
  })
}

function presentPerson({ id, displayName, userPrincipalName, mail, roles, status, language, lastSignedInAt, hasTotp, hasPasskey, mailUndeliverableSince, isReachable, version, can }: ShownPerson): PersonRow {
  return {
    id,
    displayName,
    userPrincipalName,
    mail,
    roles: [...roles],
    status: status as PersonRow['status'],
    language,
    lastSignInAt: lastSignedInAt?.toISOString() ?? null,
    hasTotp,
    hasPasskey,
    mailUndeliverableSince: mailUndeliverableSince?.toISOString() ?? null,
    isReachable,
    version,
    can: [...can],
  }
}
