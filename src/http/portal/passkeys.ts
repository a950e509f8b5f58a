import { type Static, Type } from 'typebox'
import { addPasskey } from '../../application/passkeys/add-passkey.ts'
import { beginPasskey } from '../../application/passkeys/begin-passkey.ts'
import { listPasskeys } from '../../application/passkeys/list-passkeys.ts'
import { offerPasskeySignIn, offerPasskeyStepUp } from '../../application/passkeys/offer-passkeys.ts'
import { readPasskey } from '../../application/passkeys/read-passkey.ts'
import { removePasskey } from '../../application/passkeys/remove-passkey.ts'
import { renamePasskey } from '../../application/passkeys/rename-passkey.ts'
import { signInWithPasskey } from '../../application/passkeys/sign-in-with-passkey.ts'
import { stepUpWithPasskey } from '../../application/passkeys/step-up-with-passkey.ts'
import type { Passkey as PasskeyOutput } from '../../domain/people/passkey.ts'
import { challengeBinding } from '../challenge-binding.ts'
import { type AnyRoute, route } from '../route.ts'
import { IdParams, Instant, Nothing, strict, Text } from '../schemas.ts'
import { setSessionCookie } from '../session-cookies.ts'
import { Passkey, PasskeyAssertion, PasskeyAttestation, PasskeyCreation, PasskeyRequest } from './passkey-schemas.ts'
import { portalNamed, SignInStep } from './session.ts'

export const PasskeyAdded = Type.Object({ passkey: Passkey, recoveryCodes: Type.Array(Type.String({ description: 'Shown once, where it is the first second factor.' })) })
export type PasskeyAdded = Static<typeof PasskeyAdded>

export const passkeyRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    path: '/me/passkeys',
    summary: 'List one’s own passkeys',
    tag: 'Account',
    useCase: listPasskeys,
    answer: Type.Object({ items: Type.Array(Passkey), next: Type.Null(), previous: Type.Null() }),
    input: () => undefined,
    present: (passkeys) => ({ items: passkeys.map(presentPasskey), next: null, previous: null }),
  }),
  route({
    method: 'POST',
    path: '/me/passkeys/options',
    summary: 'Ask what a browser needs to make a passkey',
    tag: 'Account',
    useCase: beginPasskey,
    answer: PasskeyCreation,
    input: ({ request }) => ({ binding: challengeBinding(request) }),
    present: ({ algorithms, known, ...creation }) => ({ ...creation, algorithms: [...algorithms], known: known.map(({ id, transports }) => ({ id, transports: [...transports] })) }),
  }),
  route({
    method: 'POST',
    path: '/me/passkeys',
    summary: 'Add a passkey',
    tag: 'Account',
    useCase: addPasskey,
    body: Type.Object({ name: Text(400), credential: PasskeyAttestation }, strict),
    answer: PasskeyAdded,
    status: 201,
    keyKeptForDays: 1,
    input: ({ body, request }) => ({ name: body.name, made: body.credential, binding: challengeBinding(request) }),
    present: ({ passkey, recoveryCodes }) => ({ passkey: presentPasskey(passkey), recoveryCodes: [...recoveryCodes] }),
    version: ({ passkey }) => passkey.version,
  }),
  route({
    method: 'GET',
    path: '/me/passkeys/:id',
    summary: 'Read one of one’s own passkeys',
    tag: 'Account',
    useCase: readPasskey,
    params: IdParams,
    answer: Passkey,
    input: ({ params }) => ({ id: params.id.toLowerCase() }),
    present: presentPasskey,
    version: ({ version }) => version,
  }),
  route({
    method: 'PATCH',
    path: '/me/passkeys/:id',
    summary: 'Rename a passkey',
    tag: 'Account',
    useCase: renamePasskey,
    params: IdParams,
    body: Type.Object({ name: Text(400) }, strict),
    answer: Passkey,
    ifMatch: true,
    input: ({ params, body, version }) => ({ id: params.id.toLowerCase(), name: body.name, version }),
    present: presentPasskey,
    version: ({ version }) => version,
  }),
  route({
    method: 'DELETE',
    path: '/me/passkeys/:id',
    summary: 'Remove a passkey; it opens nothing any more',
    tag: 'Account',
    useCase: removePasskey,
    params: IdParams,
    answer: Nothing,
    status: 204,
    budget: 'revoke',
    input: ({ params }) => ({ id: params.id.toLowerCase() }),
    present: () => null,
  }),
  route({
    method: 'POST',
    path: '/sessions/passkey/options',
    summary: 'Ask for a challenge to sign in with a passkey; the same for everybody',
    tag: 'Sign-in',
    useCase: offerPasskeySignIn,
    answer: PasskeyRequest,
    budget: 'passkeyChallenge',
    input: ({ request }) => ({ binding: challengeBinding(request) }),
    present: presentRequest,
  }),
  route({
    method: 'POST',
    path: '/sessions/passkey',
    summary: 'Sign in with a passkey; it counts as both factors',
    tag: 'Sign-in',
    useCase: signInWithPasskey,
    body: Type.Object({ credential: PasskeyAssertion }, strict),
    answer: SignInStep,
    status: 201,
    budget: 'passkeySignIn',
    input: ({ body, request }) => ({ used: body.credential, binding: challengeBinding(request), portal: portalNamed(request), replaces: request.session }),
    present: ({ next }) => ({ next }),
    reply: (opened, reply) => setSessionCookie(reply, opened),
  }),
  route({
    method: 'POST',
    path: '/session/step-up/passkey/options',
    summary: 'Ask for a challenge to prove again who is signed in',
    tag: 'Session',
    useCase: offerPasskeyStepUp,
    answer: PasskeyRequest,
    input: ({ request }) => ({ binding: challengeBinding(request) }),
    present: presentRequest,
  }),
  route({
    method: 'POST',
    path: '/session/step-up/passkey',
    summary: 'Prove again who is signed in, with a passkey, for fifteen minutes',
    tag: 'Session',
    useCase: stepUpWithPasskey,
    body: Type.Object({ credential: PasskeyAssertion }, strict),
    answer: Type.Object({ steppedUpUntil: Instant }),
    budget: 'stepUp',
    input: ({ body, request }) => ({ used: body.credential, binding: challengeBinding(request) }),
    present: ({ steppedUpUntil }) => ({ steppedUpUntil: steppedUpUntil.toISOString() }),
    reply: ({ secret }, reply, request) => setSessionCookie(reply, { portal: request.session!.portal, secret }),
  }),
]

function presentPasskey({ id, name, isSynced, createdAt, lastUsedAt, version }: PasskeyOutput): Passkey {
  return { id, name, isSynced, createdAt: createdAt.toISOString(), lastUsedAt: lastUsedAt?.toISOString() ?? null, version }
}

function presentRequest({ challenge, relyingPartyId, allowed }: { challenge: string; relyingPartyId: string; allowed: readonly { id: string; transports: readonly string[] }[] }): PasskeyRequest {
  return { challenge, relyingPartyId, allowed: allowed.map(({ id, transports }) => ({ id, transports: [...transports] })) }
}
