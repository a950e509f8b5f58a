import { DomainError, type ErrorCode } from '../../domain/errors.ts'
import { type InvitationReason, invitationReasons, isForeign, type NextStep } from '../../domain/invitations/reasons.ts'
import type { NamedHolder } from './name-holders.ts'

const ownCodes: Partial<Record<InvitationReason, ErrorCode>> = {
  unknownLink: 'notFound',
  notSignedIn: 'notSignedIn',
  agreementChanged: 'agreementChanged',
  askChanged: 'changedMeanwhile',
}

/** The refusal of an answer: the reason that the page shows, and its next step, and who holds what is in the way. */
export function refusalOf(reason: InvitationReason, next: NextStep = invitationReasons[reason].next, heldBy: readonly NamedHolder[] = []): DomainError {
  const code = ownCodes[reason] ?? (isForeign(reason) ? 'notAllowed' : 'invitationNotPossible')
  return new DomainError(code, `The invitation cannot be answered: ${reason}.`, { reason, next, ...(heldBy.length > 0 && { heldBy }) })
}

/** The reason that a refusal carries, as the partner's row keeps it; undefined for refusals that say nothing about the link. */
export function reasonOf(refusal: DomainError): InvitationReason | undefined {
  const reason = String(refusal.details.reason ?? '')
  if (reason === 'roleMissing') return 'wrongRole'
  return Object.hasOwn(invitationReasons, reason) ? (reason as InvitationReason) : undefined
}
