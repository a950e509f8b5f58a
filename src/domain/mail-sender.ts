import { mailAddress } from './addresses.ts'
import { DomainError } from './errors.ts'
import { displayName } from './names/name.ts'

/** Who mails of this installation come from; where nothing is set, the address that SMTP_URL gives and no name. */
export interface MailSender {
  /** shown beside the address */
  readonly name: string | null
  readonly address: string | null
  /** where answers go; null says that replies are not read */
  readonly replyTo: string | null
  /** 1 while nothing was ever set */
  readonly version: number
}

export const plainMailSender: MailSender = { name: null, address: null, replyTo: null, version: 1 }

/** Each part in its strict form: nothing in it can end a header's line (rule R13). */
export function checkedMailSender({ name, address, replyTo }: Omit<MailSender, 'version'>): Omit<MailSender, 'version'> {
  return {
    name: name === null ? null : displayName(name),
    address: addressOf('address', address),
    replyTo: addressOf('replyTo', replyTo),
  }
}

/** The refusal names the field, since there are two. */
function addressOf(field: 'address' | 'replyTo', text: string | null): string | null {
  if (text === null) return null
  try {
    return mailAddress(text).address
  } catch (error) {
    throw error instanceof DomainError ? new DomainError(error.code, error.message, { ...error.details, field }) : error
  }
}
