import { Type } from 'typebox'
import { setUpInstallation } from '../../application/set-up/set-up-installation.ts'
import { readerLanguage } from '../reader-language.ts'
import { type AnyRoute, route } from '../route.ts'
import { strict, Text } from '../schemas.ts'
import { NextIsSignIn } from './me.ts'
import { Password } from './session.ts'

export const setUpRoutes: AnyRoute[] = [
  route({
    method: 'POST',
    path: '/set-up',
    summary: 'Become the first operator of an empty installation, with the code of its terminal',
    tag: 'Sign-in',
    useCase: setUpInstallation,
    body: Type.Object(
      { code: Text(100), tenantName: Text(400), displayName: Text(400), userPrincipalName: Text(320), mail: Text(320), password: Password },
      strict,
    ),
    answer: NextIsSignIn,
    status: 201,
    budget: 'setUp',
    input: ({ body, request }) => ({ ...body, language: readerLanguage(request) }),
    present: () => ({ next: 'signIn' as const }),
  }),
]
