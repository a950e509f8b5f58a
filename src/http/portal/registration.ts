import { Type } from 'typebox'
import { beginRegistration } from '../../application/registrations/begin-registration.ts'
import { completeRegistration } from '../../application/registrations/complete-registration.ts'
import { DomainError } from '../../domain/errors.ts'
import { hashSecret, parseSecret } from '../../security/secret.ts'
import { type AnyRoute, route } from '../route.ts'
import { Country, OwnLanguage, Secret, strict, Text } from '../schemas.ts'
import { setSessionCookie } from '../session-cookies.ts'
import { presented } from './invitations.ts'
import { Code, Password } from './session.ts'

export const registrationRoutes: AnyRoute[] = [
  route({
    method: 'POST',
    path: '/invitations/registration',
    summary: 'Register a company on the way to an invitation; a code is mailed',
    tag: 'Invitation',
    useCase: beginRegistration,
    budget: 'registration',
    keyKeptForDays: 1,
    body: Type.Object({ secret: Secret, companyName: Text(400), country: Country, language: OwnLanguage, displayName: Text(400), mail: Text(320) }, strict),
    answer: Type.Object({ registrationSecret: Type.String() }),
    status: 202,
    input: ({ body: { secret, ...details } }) => ({ ...details, link: presented(secret, null) }),
    present: ({ registrationSecret }) => ({ registrationSecret }),
  }),
  route({
    method: 'POST',
    path: '/invitations/registration/confirmation',
    summary: 'Confirm the mail address; the organization and its first administrator come into being',
    tag: 'Invitation',
    useCase: completeRegistration,
    budget: 'oneTimeSecret',
    body: Type.Object({ registrationSecret: Secret, code: Code, password: Password, timeZone: Type.Optional(Text(64)) }, strict),
    answer: Type.Object({ next: Type.Literal('signedIn'), userPrincipalName: Type.String() }),
    status: 201,
    input: ({ body }) => {
      const secret = parseSecret('registration', body.registrationSecret)
      return { secretSha256: secret && hashSecret(secret).toString('hex'), code: body.code, password: body.password, timeZone: body.timeZone ?? null }
    },
    present: (completed) => {
      // The try was counted and committed; only now is it told as a refusal.
      if (!completed.isConfirmed) throw new DomainError('wrongCode', 'The code does not match.', { reason: 'wrongMailCode', field: 'code' })
      return { next: 'signedIn' as const, userPrincipalName: completed.userPrincipalName }
    },
    reply: (completed, reply) => {
      if (completed.isConfirmed) setSessionCookie(reply, completed.session)
    },
  }),
]
