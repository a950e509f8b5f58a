import { DomainError } from '../errors.ts'
import type { EventDraft, EventType } from '../events.ts'
import { transition } from '../transition.ts'
import { type Partner, verificationMethods, type VerificationMethod } from './partner.ts'
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

function methodOf(method: string): VerificationMethod {
  const known = verificationMethods.find((candidate) => candidate === method)
  if (!known) throw new DomainError('invalidInput', `A partner is verified by ${verificationMethods.join(' or ')}.`, { reason: 'verificationMethodUnknown', field: 'method' })
  return known
}

function fact(partner: Partner, type: EventType, data: Record<string, unknown>): EventDraft {
  return { type, resource: { type: 'partner', id: partner.id }, readers: [{ tenantId: partner.id }], data }
}
