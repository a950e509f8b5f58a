import { DomainError } from '../errors.ts'
import type { LeadDeal } from './lead.ts'

/** What people write about a lead: shown as text, never interpreted. */
export function leadText(text: string, { most = 4_000, field = 'message' }: { most?: number; field?: string } = {}): string {
  const words = text.normalize('NFC').replaceAll('\r\n', '\n').trim()
  const isPlain = !/[\p{Cc}\p{Cs}\p{Bidi_Control}\u2028\u2029]/u.test(words.replaceAll(/[\n\t]/g, ''))
  if (isPlain && /[^\s\p{Cf}]/u.test(words) && [...words].length <= most) return words
  throw new DomainError('invalidInput', `Plain text of 1 to ${most} characters.`, { reason: 'leadTextForm', field })
}

/** Null where none was given; needed by whoever wants to be called. */
export function leadPhone(text: string | null, isNeeded: boolean): string | null {
  const phone = (text ?? '').trim()
  if (phone === '') {
    if (isNeeded) throw new DomainError('invalidInput', 'A telephone number is needed.', { reason: 'leadPhoneMissing', field: 'phone' })
    return null
  }
  if (!/^[+0-9 ()./-]{3,40}$/.test(phone) || !/[0-9]{3}/.test(phone.replaceAll(/[^0-9]/g, ''))) throw new DomainError('invalidInput', 'Not a telephone number.', { reason: 'leadPhoneForm', field: 'phone' })
  return phone
}

/** D.10: name, value and purchase time. Money is exact: no more digits than the currency has. */
export function checkedDeal(deal: LeadDeal, digits: number): LeadDeal {
  const form = (field: string) => new DomainError('invalidInput', 'The deal is not valid.', { reason: 'leadDealForm', field })
  const name = deal.name.normalize('NFC').trim().replaceAll(/ +/g, ' ')
  if (name === '' || [...name].length > 100 || /[\p{Cc}\p{Cs}\p{Bidi_Control}\u2028\u2029]/u.test(name)) throw form('dealName')
  if (!new RegExp(`^[0-9]{1,12}${digits > 0 ? `(\\.[0-9]{1,${digits}})?` : ''}$`).test(deal.value)) throw form('dealValue')
  const day = Date.parse(`${deal.closingOn}T00:00:00Z`)
  if (Number.isNaN(day) || new Date(day).toISOString().slice(0, 10) !== deal.closingOn) throw form('closingOn')
  const plain = (text: string | null, field: string) => (text === null || text.trim() === '' ? null : leadText(text, { most: 60, field }))
  return { ...deal, name, value: plainDecimal(deal.value), crmId: plain(deal.crmId, 'crmId'), campaignId: plain(deal.campaignId, 'campaignId') }
}

/** Without zeros that say nothing. */
export function plainDecimal(value: string): string {
  return value.includes('.') ? value.replace(/\.?0+$/, '') : value
}
