import { DomainError } from '../../domain/errors.ts'
import { eventOf } from '../../domain/people/decide.ts'
import type { Portal } from '../../domain/people/portals.ts'
import { sessionExpiry } from '../../domain/people/session.ts'
import { newRecoveryCodes, recoveryCodeHashes } from '../../security/recovery-codes.ts'
import { hashSecret, newSecret, type Secret } from '../../security/secret.ts'
import { acceptedTotpStep } from '../../security/totp.ts'
import type { KnownPerson, KnownSession } from '../../store/actor-store.ts'
import { confirmTotp, replaceRecoveryCodes } from '../../store/credential-store.ts'
import { rotateSession } from '../../store/session-store.ts'
import { noteSessionStart } from '../sign-in/open-session.ts'
import { recordAs } from '../sign-in/record-as.ts'
import { totpSeedOf } from '../sign-in/second-factor.ts'
import type { UseCase, Work } from '../use-case.ts'
import { whoEnrols } from './own-authenticator.ts'

export interface ConfirmAuthenticatorInput {
  readonly session: KnownSession | null
  readonly code: string
}

export interface ConfirmedAuthenticator {
  /** shown once */
  readonly recoveryCodes: readonly string[]
  /** the session's fresh secret; a bearer token has none */
  readonly rotated: { readonly portal: Portal; readonly secret: Secret<'session'> } | undefined
}

/** The first right code puts the new authenticator in force, with fresh recovery codes; a sign-in that awaited it is complete. */
export const confirmAuthenticator: UseCase<ConfirmAuthenticatorInput, ConfirmedAuthenticator> = {
  action: 'self.enrolSecondFactor',

  async run(work, { session, code }) {
    const { person, credentials } = await whoEnrols(work, session)
    const { totpPendingSeed: sealed } = credentials
    if (!sealed) throw new DomainError('invalidTransition', 'No enrolment is under way.', { reason: 'noEnrolment' })
    const now = work.env.clock()
    const step = acceptedTotpStep(totpSeedOf(work.env, person.personId, sealed), code, { now, lastStep: null })
    const key = { id: person.personId, tenantId: person.tenantId }
    if (step === undefined || !(await confirmTotp(work.trx, key, { sealed, step, now }))) {
      throw new DomainError('wrongCode', 'The code is wrong.', { field: 'code' })
    }
    const recoveryCodes = await freshRecoveryCodes(work, key)
    await recordAs(work, person, eventOf({ id: person.personId, tenantId: person.tenantId }, 'person.secondFactorEnrolled'))
    return { recoveryCodes, rotated: session ? await raiseSession(work, person, session, now) : undefined }
  },
}

export async function freshRecoveryCodes(work: Work, person: { readonly id: string; readonly tenantId: string }): Promise<string[]> {
  const codes = newRecoveryCodes(work.env.random)
  const hashes = codes.map((code) => recoveryCodeHashes(work.env.keyRing, person.id, code)[0]!)
  await replaceRecoveryCodes(work.trx, person, hashes, work.env.clock())
  return codes
}

async function raiseSession(work: Work, person: KnownPerson, { portal, awaits }: KnownSession, now: Date) {
  const secret = newSecret('session', work.env.random)
  const isRotated = await rotateSession(work.trx, { tenantId: person.tenantId, sessionId: person.sessionId! }, {
    whileAwaiting: awaits,
    secretHash: hashSecret(secret),
    authenticatedBy: [...new Set([...person.authenticatedBy, 'otp', 'mfa'])],
    steppedUpAt: now,
    ...(awaits && { expiresAt: sessionExpiry(null, now) }),
    now,
  })
  if (!isRotated) throw new DomainError('sessionEnded', 'The session has ended.')
  if (awaits) await noteSessionStart(work, person, { portal })
  return { portal, secret }
}
