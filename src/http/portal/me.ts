import { type Static, Type } from 'typebox'
import { askPasswordReset } from '../../application/people/ask-password-reset.ts'
import { beginAuthenticator } from '../../application/people/begin-authenticator.ts'
import { changePassword } from '../../application/people/change-password.ts'
import { completePasswordReset } from '../../application/people/complete-password-reset.ts'
import { confirmAuthenticator } from '../../application/people/confirm-authenticator.ts'
import { type Me as MeOutput, readMe } from '../../application/people/read-me.ts'
import { removeOwnAuthenticator } from '../../application/people/remove-own-authenticator.ts'
import { renewRecoveryCodes } from '../../application/people/renew-recovery-codes.ts'
import { updateMe } from '../../application/people/update-me.ts'
import { product } from '../../product.ts'
import { type AnyRoute, route } from '../route.ts'
import { Id, Instant, Maybe, Nothing, OwnLanguage, Secret, strict, Text } from '../schemas.ts'
import { setSessionCookie } from '../session-cookies.ts'
import { Code, Password } from './session.ts'

export const Me = Type.Object({
  id: Id,
  displayName: Type.String(),
  userPrincipalName: Type.String(),
  mail: Maybe(Type.String()),
  isMailConfirmed: Type.Boolean(),
  language: Maybe(Type.String()),
  roles: Type.Array(Type.String()),
  hasTotp: Type.Boolean(),
  hasPasskey: Type.Boolean(),
  mustHaveSecondFactor: Type.Boolean({ description: 'Whether the cloud, or being an operator, asks for a second factor.' }),
  recoveryCodesLeft: Type.Integer(),
  pendingMail: Type.Union([Type.Object({ mail: Type.String(), expiresAt: Instant }), Type.Null()], { description: 'A new address that waits to be confirmed.' }),
  version: Type.Integer(),
})
export type Me = Static<typeof Me>

export const TotpEnrolment = Type.Object({ secret: Type.String(), uri: Type.String(), qrSvg: Type.String() })
export type TotpEnrolment = Static<typeof TotpEnrolment>

export const RecoveryCodes = Type.Object({ recoveryCodes: Type.Array(Type.String({ description: 'Shown once.' })) })
export type RecoveryCodes = Static<typeof RecoveryCodes>

/** Where to go on: a password that was chosen by a link is no sign-in yet. */
export const NextIsSignIn = Type.Object({ next: Type.Literal('signIn') })

export const meRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    path: '/me',
    summary: 'Read one’s own account',
    tag: 'Account',
    useCase: readMe,
    answer: Me,
    input: () => undefined,
    present: presentMe,
    version: ({ version }) => version,
  }),
  route({
    method: 'PATCH',
    path: '/me',
    summary: 'Change one’s own name or language',
    tag: 'Account',
    useCase: updateMe,
    body: Type.Object({ displayName: Type.Optional(Text(400)), language: Type.Optional(OwnLanguage) }, strict),
    answer: Me,
    ifMatch: true,
    input: ({ body, version }) => ({ ...body, version }),
    present: presentMe,
    version: ({ version }) => version,
  }),
  route({
    method: 'POST',
    path: '/me/password',
    summary: 'Change one’s own password; every other session ends',
    tag: 'Account',
    useCase: changePassword,
    body: Type.Object({ currentPassword: Password, password: Password }, strict),
    answer: Nothing,
    status: 204,
    budget: 'stepUp',
    input: ({ body }) => body,
    present: () => null,
    reply({ secret }, reply, request) {
      if (secret && request.session) setSessionCookie(reply, { portal: request.session.portal, secret })
    },
  }),
  route({
    method: 'POST',
    path: '/me/totp',
    summary: 'Begin to set up an authenticator',
    tag: 'Sign-in',
    useCase: beginAuthenticator,
    answer: TotpEnrolment,
    input: ({ request }) => ({ session: request.session, issuer: product.name }),
    present: (begun) => begun,
  }),
  route({
    method: 'POST',
    path: '/me/totp/confirmation',
    summary: 'Confirm the authenticator with its first code',
    tag: 'Sign-in',
    useCase: confirmAuthenticator,
    body: Type.Object({ code: Code }, strict),
    answer: RecoveryCodes,
    budget: 'secondFactor',
    input: ({ body, request }) => ({ code: body.code, session: request.session }),
    present: ({ recoveryCodes }) => ({ recoveryCodes: [...recoveryCodes] }),
    reply({ rotated }, reply) {
      if (rotated) setSessionCookie(reply, rotated)
    },
  }),
  route({
    method: 'DELETE',
    path: '/me/totp',
    summary: 'Remove the authenticator where none is demanded',
    tag: 'Account',
    useCase: removeOwnAuthenticator,
    answer: Nothing,
    status: 204,
    input: () => undefined,
    present: () => null,
  }),
  route({
    method: 'POST',
    path: '/me/recovery-codes',
    summary: 'Replace the recovery codes',
    tag: 'Account',
    useCase: renewRecoveryCodes,
    answer: RecoveryCodes,
    input: () => undefined,
    present: ({ recoveryCodes }) => ({ recoveryCodes: [...recoveryCodes] }),
  }),
  route({
    method: 'POST',
    path: '/password-resets',
    summary: 'Ask for a link to choose a new password; the answer never says whether the name is known',
    tag: 'Sign-in',
    useCase: askPasswordReset,
    body: Type.Object({ userPrincipalName: Text(320) }, strict),
    answer: Type.Object({}),
    status: 202,
    budget: 'passwordReset',
    input: ({ body, request }) => ({ userPrincipalName: body.userPrincipalName, portal: request.portal }),
    present: () => ({}),
  }),
  route({
    method: 'POST',
    path: '/password-resets/completion',
    summary: 'Choose a new password with a mailed link; every session ends',
    tag: 'Sign-in',
    useCase: completePasswordReset,
    body: Type.Object({ secret: Secret, password: Password }, strict),
    answer: NextIsSignIn,
    budget: 'oneTimeSecret',
    input: ({ body }) => body,
    present: () => ({ next: 'signIn' as const }),
  }),
]

export function presentMe({ id, displayName, userPrincipalName, mail, mailConfirmedAt, language, roles, hasTotp, hasPasskey, mustHaveSecondFactor, recoveryCodesLeft, pendingMail, version }: MeOutput): Me {
  return { id, displayName, userPrincipalName, mail, isMailConfirmed: mailConfirmedAt !== null, language, roles: [...roles], hasTotp, hasPasskey, mustHaveSecondFactor, recoveryCodesLeft, pendingMail: pendingMail ? { mail: pendingMail.mail, expiresAt: pendingMail.expiresAt.toISOString() } : null, version }
}
