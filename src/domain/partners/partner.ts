import { DomainError } from '../errors.ts'

/** A partner may be several at once (product.md, first migration). */
export const partnerKinds = ['directBill', 'indirectProvider', 'indirectReseller'] as const
export type PartnerKind = (typeof partnerKinds)[number]

export const partnerStatuses = ['active', 'suspended'] as const
export type PartnerStatus = (typeof partnerStatuses)[number]

/** How an operator found out that a partner is who it says (decision 7). */
export const verificationMethods = ['operatorCheck', 'dnsProof'] as const
export type VerificationMethod = (typeof verificationMethods)[number]

/** What the programme says about a partner; its name and country are its tenant's. */
export interface Partner {
  readonly id: string
  readonly kinds: readonly PartnerKind[]
  /** null until the programme gave one (S4.L1.6) */
  readonly programmeId: string | null
  readonly status: PartnerStatus
  /** the operator's reason for the status; shown to the partner */
  readonly statusReason: string | null
  readonly inDebt: boolean
  /** when the partner agreement was signed, here or outside; until then the partner asks for nothing (S4.L1.6) */
  readonly agreementSignedAt: Date | null
  readonly verifiedAt: Date | null
  readonly verifiedBy: string | null
  readonly verificationMethod: VerificationMethod | null
  readonly version: number
}

/** Each once, in the order of the list; at least one. */
export function partnerKindsOf(kinds: readonly string[]): PartnerKind[] {
  const stray = kinds.find((kind) => !(partnerKinds as readonly string[]).includes(kind))
  if (stray !== undefined || kinds.length === 0) {
    throw new DomainError('invalidInput', `A partner is one or more of ${partnerKinds.join(', ')}.`, { reason: 'partnerKindUnknown', field: 'kinds' })
  }
  return partnerKinds.filter((kind) => kinds.includes(kind))
}

/** The number by which the programme knows the partner's location: digits, not the tenant id. */
export function programmeIdOf(text: string): string {
  if (/^[0-9]{1,10}$/.test(text)) return text
  throw new DomainError('invalidInput', 'A programme id has 1 to 10 digits.', { reason: 'programmeIdForm', field: 'programmeId' })
}
