import { mailAddress } from '../addresses.ts'
import { DomainError } from '../errors.ts'
import type { EventDraft } from '../events.ts'
import { displayName, nameProblem } from '../names/name.ts'
import { searchKey } from '../names/search-key.ts'
import type { BillingProfile, CustomerAccount } from './customer-account.ts'

/** What may be changed; a line that is left out stays, null empties it. */
export interface AccountChange {
  readonly companyName?: string | undefined
  readonly tags?: readonly string[] | undefined
  readonly billing?: { readonly [Line in keyof BillingProfile]?: string | null | undefined } | undefined
}

export const longestTag = 50
export const mostTags = 20

/** In what a reader counts as characters; the address lines as documented (domain.md K). */
const longestLine: Readonly<Record<keyof BillingProfile, number>> = {
  mail: 254,
  language: 10,
  culture: 20,
  firstName: 100,
  lastName: 100,
  phone: 40,
  addressLine1: 200,
  addressLine2: 200,
  city: 100,
  state: 100,
  postalCode: 20,
}

/** Undefined where nothing is different. Only this partner's list and bills change (S4.L6.2), so only this partner is told. */
export function editAccount(
  account: CustomerAccount,
  change: AccountChange,
  relationshipId: string,
): { readonly next: CustomerAccount; readonly event: EventDraft } | undefined {
  const next = {
    ...account,
    companyName: change.companyName === undefined ? account.companyName : at('companyName', () => displayName(change.companyName!)),
    tags: change.tags === undefined ? account.tags : readTags(change.tags),
    billing: { ...account.billing, ...readBilling(change.billing ?? {}) },
  }
  const fields = changedFields(account, next)
  if (fields.length === 0) return undefined
  return {
    next,
    event: {
      type: 'customerAccount.updated',
      resource: { type: 'customerAccount', id: relationshipId },
      readers: [{ tenantId: account.partnerId, counterpartId: account.customerId }],
      // Which lines, never what stands in them: personal data stay out of events.
      data: { fields },
    },
  }
}

/** Each once, whatever its letter case; in the order given. */
function readTags(tags: readonly string[]): string[] {
  const byKey = new Map(tags.map((tag) => at('tags', () => readLine(tag, longestTag))).map((tag) => [searchKey(tag), tag]))
  if (byKey.size > mostTags) throw refused('tags', 'tooManyTags', `At most ${mostTags} tags.`)
  return [...byKey.values()]
}

function readBilling(billing: NonNullable<AccountChange['billing']>): Partial<BillingProfile> {
  const lines = Object.entries(billing) as [keyof BillingProfile, string | null | undefined][]
  return Object.fromEntries(
    lines.filter(([, text]) => text !== undefined).map(([line, text]) => [line, text === null ? null : at(`billing.${line}`, () => readBillingLine(line, text!))]),
  )
}

/** One line in its one form; a refusal names it as `billing.<line>`. */
export function readBillingLine(line: keyof BillingProfile, text: string): string {
  if (line === 'mail') return mailAddress(text).address
  const read = readLine(text, longestLine[line])
  if (line === 'phone' && !/^\+?[\p{Nd}\p{L}().,/ -]*$/u.test(read)) throw refused('billing.phone', 'phoneForm', 'A telephone number.')
  if (line === 'language' && !/^[a-z]{2,3}(-[A-Za-z]{2,4})?$/.test(read)) throw refused('billing.language', 'languageForm', 'A language code.')
  if (line === 'culture' && !/^[a-z]{2,3}(-[A-Z][a-z]{3})?-[A-Z]{2}$/.test(read)) throw refused('billing.culture', 'cultureForm', 'A culture such as es-ES.')
  return read
}

function readLine(text: string, longest: number): string {
  const problem = nameProblem(text)
  if (problem && problem !== 'nameTooLong') throw new DomainError('invalidName', 'The text cannot be kept.', { reason: problem })
  const line = text.normalize('NFC').replace(/\p{Zs}+/gu, ' ').trim()
  if ([...line].length > longest) throw new DomainError('invalidInput', `At most ${longest} characters.`, { reason: 'lineTooLong' })
  return line
}

function changedFields(before: CustomerAccount, after: CustomerAccount): string[] {
  const billing = (Object.keys(after.billing) as (keyof BillingProfile)[]).filter((line) => before.billing[line] !== after.billing[line])
  return [
    ...(before.companyName !== after.companyName ? ['companyName'] : []),
    ...(before.tags.join('\n') !== after.tags.join('\n') ? ['tags'] : []),
    ...billing.map((line) => `billing.${line}`),
  ]
}

/** Says which field a refusal is about. */
function at<Result>(field: string, read: () => Result): Result {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof DomainError) || error.details.field !== undefined) throw error
    throw new DomainError(error.code, error.message, { ...error.details, ...place(field, error.details.reason) })
  }
}

function refused(field: string, reason: string, message: string): DomainError {
  return new DomainError('invalidInput', message, { reason, ...place(field, reason) })
}

function place(field: string, reason: unknown) {
  return { field, pointers: [{ pointer: `/${field.replace('.', '/')}`, rule: String(reason) }] }
}
