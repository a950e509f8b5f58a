import { type Static, Type } from 'typebox'
import type { FastifyRequest } from 'fastify'
import { endOwnSessions } from '../../application/sign-in/end-own-sessions.ts'
import { endSession } from '../../application/sign-in/end-session.ts'
import { listSessions } from '../../application/sign-in/list-sessions.ts'
import { passSecondFactor } from '../../application/sign-in/pass-second-factor.ts'
import { readSession } from '../../application/sign-in/read-session.ts'
import { signIn } from '../../application/sign-in/sign-in.ts'
import { stepUp } from '../../application/sign-in/step-up.ts'
import { DomainError } from '../../domain/errors.ts'
import type { Portal } from '../../domain/people/portals.ts'
import { bindingOf, sessionCookies } from '../authentication.ts'
import { type AnyRoute, route } from '../route.ts'
import { Id, IdParams, Instant, Maybe, Nothing, strict, Text } from '../schemas.ts'
import { clearSessionCookie, setSessionCookie, setVisitorCookie } from '../session-cookies.ts'
import { presentSession, Session } from './session-view.ts'

export const SignInStep = Type.Object({
  next: Type.Union([Type.Literal('signedIn'), Type.Literal('secondFactor'), Type.Literal('enrolSecondFactor'), Type.Literal('chooseOwnPassword')]),
  invitation: Type.Optional(Type.String({ description: 'With chooseOwnPassword: opens the page on which an own password is chosen, once.' })),
})
export type SignInStep = Static<typeof SignInStep>

/** Longer than any password or code that is accepted, so that what is too long gets the answer of what is wrong. */
export const Password = Text(1_024)
export const Code = Text(64)

export const OpenSession = Type.Object({
  id: Id,
  portal: Type.String(),
  createdAt: Instant,
  lastSeenAt: Instant,
  expiresAt: Instant,
  address: Maybe(Type.String()),
  userAgent: Maybe(Type.String()),
  isCurrent: Type.Boolean(),
})
export type OpenSession = Static<typeof OpenSession>

export const sessionRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    path: '/session',
    summary: 'Read who is signed in, with the token of the page',
    tag: 'Sign-in',
    useCase: readSession,
    answer: Session,
    input: ({ request }) => ({ session: request.session, binding: bindingOf(request) }),
    present: presentSession,
    reply({ freshVisitor, signedIn }, reply, request) {
      if (freshVisitor) setVisitorCookie(reply, freshVisitor)
      const { portal } = request
      if (!signedIn && portal && request.cookies[sessionCookies[portal]] !== undefined) clearSessionCookie(reply, portal)
    },
  }),
  route({
    method: 'POST',
    path: '/sessions',
    summary: 'Sign in with name and password',
    tag: 'Sign-in',
    useCase: signIn,
    body: Type.Object({ userPrincipalName: Text(320), password: Password }, strict),
    answer: SignInStep,
    status: 201,
    budget: 'signIn',
    input: ({ body, request }) => ({ ...body, portal: portalNamed(request), replaces: request.session }),
    present: (step) => ({ next: step.next, ...('invitation' in step && { invitation: step.invitation }) }),
    reply: (step, reply) => void ('secret' in step && setSessionCookie(reply, step)),
  }),
  route({
    method: 'POST',
    path: '/sessions/second-factor',
    summary: 'Finish signing in with the code of the authenticator or a recovery code',
    tag: 'Sign-in',
    useCase: passSecondFactor,
    body: Type.Object({ code: Code }, strict),
    answer: SignInStep,
    budget: 'secondFactor',
    input: ({ body, request }) => ({ code: body.code, session: request.session }),
    present: ({ next }) => ({ next }),
    reply: (opened, reply) => setSessionCookie(reply, opened),
  }),
  route({
    method: 'POST',
    path: '/session/step-up',
    summary: 'Prove again who is signed in, for fifteen minutes',
    tag: 'Session',
    useCase: stepUp,
    body: Type.Object({ password: Password, code: Type.Optional(Code) }, strict),
    answer: Type.Object({ steppedUpUntil: Instant }),
    budget: 'stepUp',
    input: ({ body }) => body,
    present: ({ steppedUpUntil }) => ({ steppedUpUntil: steppedUpUntil.toISOString() }),
    reply: ({ secret }, reply, request) => setSessionCookie(reply, { portal: request.session!.portal, secret }),
  }),
  route({
    method: 'DELETE',
    path: '/session',
    summary: 'Sign out',
    tag: 'Sign-in',
    useCase: endSession,
    answer: Nothing,
    status: 204,
    budget: 'revoke',
    input: ({ request }) => ({ session: request.session }),
    present: () => null,
    reply: (_output, reply, request) => void (request.portal && clearSessionCookie(reply, request.portal)),
  }),
  route({
    method: 'GET',
    path: '/sessions',
    summary: 'List where the person is signed in',
    tag: 'Session',
    useCase: listSessions,
    answer: Type.Object({ items: Type.Array(OpenSession), next: Type.Null(), previous: Type.Null() }),
    input: () => undefined,
    present: (sessions) => ({
      items: sessions.map((session) => ({
        ...session,
        createdAt: session.createdAt.toISOString(),
        lastSeenAt: session.lastSeenAt.toISOString(),
        expiresAt: session.expiresAt.toISOString(),
      })),
      next: null,
      previous: null,
    }),
  }),
  route({
    method: 'DELETE',
    path: '/sessions',
    summary: 'Sign out everywhere, here too',
    tag: 'Session',
    useCase: endOwnSessions,
    answer: Nothing,
    status: 204,
    budget: 'revoke',
    input: () => ({}),
    present: () => null,
    reply: (_output, reply, request) => void (request.portal && clearSessionCookie(reply, request.portal)),
  }),
  route({
    method: 'DELETE',
    path: '/sessions/:id',
    summary: 'End one session',
    tag: 'Session',
    useCase: endOwnSessions,
    params: IdParams,
    answer: Nothing,
    status: 204,
    budget: 'revoke',
    input: ({ params }) => ({ id: params.id.toLowerCase() }),
    present: () => null,
    reply: ({ endedCurrent }, reply, request) => void (endedCurrent && request.portal && clearSessionCookie(reply, request.portal)),
  }),
]

/** Which portal's cookie is to be set; a program uses a bearer token instead. */
export function portalNamed(request: FastifyRequest): Portal {
  if (request.portal) return request.portal
  throw new DomainError('malformed', 'X-Portal says which portal signs in: partner, customer or operator.')
}
