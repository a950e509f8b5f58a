import { dayOf, startOfDay } from '../activity/day-bounds.ts'
import { mailAddress } from '../addresses.ts'
import type { CapabilityManifest } from '../clouds/manifest.ts'
import { readBillingLine } from '../customers/edit-account.ts'
import { DomainError } from '../errors.ts'
import type { AgreementStanding } from '../invitations/invitation-facts.ts'
import { isOnlyIndirectReseller } from '../relationship-requests/link-claims.ts'

/** Who at the customer accepted the agreement outside this product, as the partner states it (D.6). */
export interface Signer {
  readonly firstName: string
  readonly lastName: string
  readonly mail: string
  readonly phone: string | null
}

export interface Statement extends Signer {
  /** `YYYY-MM-DD`, a day in the partner's time zone */
  readonly agreedOn: string
}

export interface StatementInput {
  readonly firstName: string
  readonly lastName: string
  readonly mail: string
  readonly phone?: string | null | undefined
  readonly agreedOn: string
}

export type AttestationBlocked = 'agreementNotRequired' | 'resellerCannotAttest' | 'cloudWithoutAttestation' | 'agreementAcceptedDirectly' | 'agreementUnavailable'

/** Why this partner cannot attest; undefined where it may. `standing` is what the customer itself signed. */
export function attestationBlocked(partnerKinds: readonly string[], manifest: CapabilityManifest, standing: AgreementStanding): AttestationBlocked | undefined {
  if (manifest.customerAgreement === 'none') return 'agreementNotRequired'
  // Before the cloud: whoever is told that its kind cannot attest anywhere need not look for another cloud.
  if (isOnlyIndirectReseller(partnerKinds)) return 'resellerCannotAttest'
  if (!manifest.attestedBy.some((kind) => partnerKinds.includes(kind))) return 'cloudWithoutAttestation'
  if (standing === 'accepted') return 'agreementAcceptedDirectly'
  return standing === 'unavailable' ? 'agreementUnavailable' : undefined
}

/** Each text in its one form; the day never lies in the future of whoever states it. */
export function readStatement(input: StatementInput, { now, timeZone }: { readonly now: Date; readonly timeZone: string }): Statement {
  const phone = input.phone?.trim() ?? ''
  return {
    firstName: at('firstName', () => filled(readBillingLine('firstName', input.firstName))),
    lastName: at('lastName', () => filled(readBillingLine('lastName', input.lastName))),
    mail: at('mail', () => mailAddress(input.mail.trim()).address),
    phone: phone === '' ? null : at('phone', () => readBillingLine('phone', phone)),
    agreedOn: at('agreedOn', () => pastDay(input.agreedOn, dayOf(now, timeZone), timeZone)),
  }
}

/** A second identical attestation is refused; a new one needs another name, mail or phone (D.6). The day alone does not count. */
export function isSameSigner(one: Signer, other: Signer): boolean {
  return one.firstName === other.firstName && one.lastName === other.lastName && one.mail.toLowerCase() === other.mail.toLowerCase() && one.phone === other.phone
}

function pastDay(day: string, today: string, timeZone: string): string {
  try {
    startOfDay(day, timeZone)
  } catch {
    throw new DomainError('invalidInput', 'There is no such day.', { reason: 'agreedOnForm' })
  }
  if (day > today) throw new DomainError('invalidInput', 'The day lies in the future.', { reason: 'agreedInFuture' })
  return day
}

function filled(text: string): string {
  if (text === '') throw new DomainError('invalidInput', 'The line is empty.', { reason: 'fieldMissing' })
  return text
}

function at<Result>(field: string, read: () => Result): Result {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    const { reason = error.code } = error.details
    throw new DomainError('invalidInput', error.message, { reason, field, pointers: [{ pointer: `/${field}`, rule: reason }] })
  }
}
