import { DomainError } from '../errors.ts'
import type { EventDraft, EventType } from '../events.ts'
import { transition } from '../transition.ts'
import { type Partner, programmeIdOf, verificationMethods, type VerificationMethod } from './partner.ts'
import { partnerTransitions } from './transitions.ts'

export interface DecidedPartner {
  readonly next: Partner
  readonly event: EventDraft
}

/** An operator's recorded check: who, when, how (decision 7). A second check replaces the first. */
export function verify(partner: Partner, check: { readonly method: string; readonly by: string | null }, now: Date): DecidedPartner {
  const verificationMethod = methodOf(check.method)
  const next = { ...partner, verifiedAt: now, verifiedBy: check.by, verificationMethod }
  return { next, event: fact(next, 'partner.verified', { method: verificationMethod }) }
}

/** Effective at once, also for requests under way: every act of the partner holds this row (rule R10). */
export function suspend(partner: Partner, reason: string | null): DecidedPartner {
  const next = { ...partner, status: transition(partnerTransitions, partner.status, 'suspend'), statusReason: reason }
  return { next, event: fact(next, 'partner.suspended', { hasReason: reason !== null }) }
}

export function reinstate(partner: Partner): DecidedPartner {
  const next = { ...partner, status: transition(partnerTransitions, partner.status, 'reinstate'), statusReason: null }
  return { next, event: fact(next, 'partner.reinstated', {}) }
}

/** What debt blocks is the cloud's to say (S2.L5.2). Marking what is marked already is refused, so that no mail comes twice. */
export function markDebt(partner: Partner, inDebt: boolean): DecidedPartner {
  if (partner.inDebt === inDebt) {
    throw new DomainError('invalidTransition', `The partner is ${inDebt ? 'in debt already' : 'not in debt'}.`, { reason: inDebt ? 'inDebtAlready' : 'notInDebt' })
  }
  const next = { ...partner, inDebt }
  return { next, event: fact(next, inDebt ? 'partner.markedInDebt' : 'partner.debtCleared', {}) }
}

/** The programme's number for the partner's location, which lies in the partner's own country (S4.L1.5). */
export function recordProgrammeId(partner: Partner, programmeId: string, countries: { readonly ofLocation: string; readonly ofPartner: string }): DecidedPartner {
  if (countries.ofLocation !== countries.ofPartner) {
    throw new DomainError('invalidInput', 'The location of the programme id is in another country.', { reason: 'programmeIdOtherCountry', field: 'country' })
  }
  const next = { ...partner, programmeId: programmeIdOf(programmeId) }
  return { next, event: fact(next, 'partner.programmeIdRecorded', { programmeId: next.programmeId }) }
}

/** Once, and only when the programme id is known: both may wait, and everything else waits for them (S4.L1.6). */
export function signPartnerAgreement(partner: Partner, by: 'portal' | 'outside', now: Date): DecidedPartner {
  if (partner.agreementSignedAt) throw new DomainError('invalidTransition', 'The partner agreement is signed.', { reason: 'partnerAgreementSignedAlready' })
  if (partner.programmeId === null) throw new DomainError('invalidTransition', 'The partner has no programme id yet.', { reason: 'programmeIdMissing' })
  const next = { ...partner, agreementSignedAt: now }
  return { next, event: fact(next, 'partnerAgreement.signed', { by }) }
}

function methodOf(method: string): VerificationMethod {
  const known = verificationMethods.find((candidate) => candidate === method)
  if (!known) throw new DomainError('invalidInput', `A partner is verified by ${verificationMethods.join(' or ')}.`, { reason: 'verificationMethodUnknown', field: 'method' })
  return known
}

function fact(partner: Partner, type: EventType, data: Record<string, unknown>): EventDraft {
  return { type, resource: { type: 'partner', id: partner.id }, readers: [{ tenantId: partner.id }], data }
}
