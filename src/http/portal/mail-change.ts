import { type Static, Type } from 'typebox'
import { askMailChange } from '../../application/people/ask-mail-change.ts'
import { cancelMailChange } from '../../application/people/cancel-mail-change.ts'
import { confirmMailChange, exchangeMailLink } from '../../application/people/confirm-mail-change.ts'
import { type AnyRoute, route } from '../route.ts'
import { Nothing, Secret, strict, Text } from '../schemas.ts'
import { Me, presentMe } from './me.ts'

export const AskedMail = Type.Object({ mail: Type.String(), userPrincipalName: Type.String() })
export type AskedMail = Static<typeof AskedMail>

export const mailChangeRoutes: AnyRoute[] = [
  route({
    method: 'POST',
    path: '/me/mail-change',
    summary: 'Ask for another mail address; it counts once the link mailed to it comes back',
    tag: 'Account',
    useCase: askMailChange,
    body: Type.Object({ mail: Text(320) }, strict),
    answer: Me,
    status: 202,
    keyKeptForDays: 1,
    budget: 'mailChange',
    input: ({ body }) => body,
    present: presentMe,
    version: ({ version }) => version,
  }),
  route({
    method: 'DELETE',
    path: '/me/mail-change',
    summary: 'Keep the mail address; the link that was mailed ends',
    tag: 'Account',
    useCase: cancelMailChange,
    answer: Nothing,
    status: 204,
    budget: 'revoke',
    input: () => undefined,
    present: () => null,
  }),
  route({
    method: 'POST',
    path: '/mail-confirmations/exchange',
    summary: 'Read which address a mailed link confirms; uses nothing up',
    tag: 'Sign-in',
    useCase: exchangeMailLink,
    body: Type.Object({ secret: Secret }, strict),
    answer: AskedMail,
    budget: 'oneTimeSecret',
    input: ({ body }) => body,
    present: (asked) => asked,
  }),
  route({
    method: 'POST',
    path: '/mail-confirmations/completion',
    summary: 'Confirm a mail address with its mailed link; sessions stay',
    tag: 'Sign-in',
    useCase: confirmMailChange,
    body: Type.Object({ secret: Secret }, strict),
    answer: AskedMail,
    budget: 'oneTimeSecret',
    input: ({ body }) => body,
    present: (asked) => asked,
  }),
]
