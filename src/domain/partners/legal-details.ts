import { mailAddress } from '../addresses.ts'
import { DomainError } from '../errors.ts'
import { displayName } from '../names/name.ts'
import { requireFirmDomain } from './enrolment.ts'

/** The firm behind a partner as its register knows it, whom the operator reaches, and where its customers find support (S4.L1.5). */
export interface LegalDetails {
  readonly legalName: string
  readonly addressLine1: string
  readonly addressLine2: string | null
  readonly city: string
  readonly state: string | null
  readonly postalCode: string | null
  readonly contactName: string
  readonly contactMail: string
  readonly contactPhone: string | null
  readonly supportMail: string
  readonly supportPhone: string | null
}

/** Each field in its one form. Contact and support write from the firm's own domain, never from free web mail. */
export function legalDetails(given: LegalDetails): LegalDetails {
  return {
    legalName: displayName(given.legalName),
    addressLine1: line('addressLine1', given.addressLine1),
    addressLine2: maybeLine('addressLine2', given.addressLine2),
    city: line('city', given.city),
    state: maybeLine('state', given.state),
    postalCode: maybeLine('postalCode', given.postalCode),
    contactName: displayName(given.contactName),
    contactMail: firmMail('contactMail', given.contactMail),
    contactPhone: given.contactPhone,
    supportMail: firmMail('supportMail', given.supportMail),
    supportPhone: given.supportPhone,
  }
}

function firmMail(field: string, text: string): string {
  const { address, domain } = mailAddress(text)
  requireFirmDomain(domain, field)
  return address
}

function maybeLine(field: string, text: string | null): string | null {
  return text === null || text.trim() === '' ? null : line(field, text)
}

/** A line of an address: plain, on one line. */
function line(field: string, text: string): string {
  const plain = text.normalize('NFC').trim()
  if (plain !== '' && !/[\p{Cc}\p{Cs}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\u2028\u2029]/u.test(plain)) return plain
  throw new DomainError('invalidInput', 'A line of an address is plain text on one line.', { reason: 'addressLineForm', field })
}
