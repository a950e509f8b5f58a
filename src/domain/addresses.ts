import { DomainError } from './errors.ts'
import { punycodeDecode } from './names/punycode.ts'
import { isMixedScript } from './names/scripts.ts'

export interface MailAddress {
  /** localPart@domain: the form in which addresses are kept, compared and mailed. */
  readonly address: string
  /** In the letter case it was given: only the receiving server knows whether it matters (B55). */
  readonly localPart: string
  /** A-labels in lower case. */
  readonly domain: string
}

/**
 * A strict dot-atom address (R13, B48-B55), judged before any mail library sees it: no quotes, comments, groups,
 * spaces or control characters. Free web mail is not refused: who may act is never decided by an address.
 */
export function mailAddress(text: string): MailAddress {
  const at = text.lastIndexOf('@')
  const localPart = text.slice(0, at)
  if (at < 1 || localPart.length > 64 || !/^[\w!#$%&'*+\-/=?^`{|}~]+(\.[\w!#$%&'*+\-/=?^`{|}~]+)*$/.test(localPart)) {
    throw invalidAddress('A mail address reads name@company.example.', 'addressForm')
  }
  const domain = addressDomain(text.slice(at + 1))
  const address = `${localPart}@${domain}`
  if (address.length > 254) throw invalidAddress('A mail address has at most 254 characters.', 'addressTooLong')
  return { address, localPart, domain }
}

/** The name a person signs in with; like a mail address, but told apart by no letter case and with fewer signs. */
export function userPrincipalName(text: string): string {
  const { localPart, domain } = mailAddress(text)
  if (!/^[A-Za-z0-9'._\-!#^~]+$/.test(localPart)) {
    throw invalidAddress('A sign-in name has letters, digits and . _ - \' ! # ^ ~ before the @.', 'addressForm')
  }
  return `${localPart.toLowerCase()}@${domain}`
}

/**
 * A domain name in its one form: A-labels, lower case, no dot at the end. At least two labels, no address of a machine.
 * A label of mixed scripts is refused (B53), whether it comes as letters or as xn--.
 */
export function domainName(text: string): string {
  const name = asciiName(text)
  if (name === undefined || !isHostName(name)) {
    throw new DomainError('invalidInput', 'A domain name reads company.example.', { reason: 'invalidDomain' })
  }
  if (name.split('.').some((label) => isMixedScript(letters(label) ?? ''))) {
    throw new DomainError('invalidInput', 'A domain name cannot mix the letters of different scripts.', { reason: 'mixedScriptDomain' })
  }
  return name
}

/** The letters a reader knows; for showing only. */
export function readableDomain(domain: string): string {
  return domain
    .split('.')
    .map((label) => letters(label) ?? label)
    .join('.')
}

function addressDomain(text: string): string {
  try {
    return domainName(text)
  } catch (error) {
    if (error instanceof DomainError) throw invalidAddress(error.message, error.details.reason)
    throw error
  }
}

// The URL parser knows UTS 46 but also reads percent codes, ports and numbers; only letters, digits, hyphens and dots reach it.
function asciiName(text: string): string | undefined {
  if (text.length > 253 || !/^[\p{L}\p{M}\p{N}.-]+$/u.test(text)) return undefined
  try {
    return new URL(`http://${text}/`).hostname
  } catch {
    return undefined
  }
}

function isHostName(name: string): boolean {
  const labels = name.split('.')
  const rightLabels = labels.every(
    (label) => /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(label) && (label.slice(2, 4) !== '--' || !!letters(label)),
  )
  return rightLabels && labels.length >= 2 && name.length <= 253 && /^([a-z]{2,}|xn--.+)$/.test(labels.at(-1)!)
}

function letters(label: string): string | undefined {
  return label.startsWith('xn--') ? punycodeDecode(label.slice(4)) : label.slice(2, 4) === '--' ? undefined : label
}

function invalidAddress(message: string, reason: unknown): DomainError {
  return new DomainError('invalidMailAddress', message, { reason })
}
