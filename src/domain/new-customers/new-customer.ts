import { mailAddress } from '../addresses.ts'
import type { CapabilityManifest } from '../clouds/manifest.ts'
import { countryCode } from '../countries.ts'
import type { BillingProfile } from '../customers/customer-account.ts'
import { readBillingLine } from '../customers/edit-account.ts'
import { DomainError } from '../errors.ts'
import { customerCountries } from '../markets/markets.ts'
import { displayName } from '../names/name.ts'
import { countryProblems } from './country-rules.ts'
import { domainPrefix, prefixProblem } from './domain-prefix.ts'
import { addressHints, isTestName, nameHints } from './name-hygiene.ts'

/** What the partner writes about the customer; an empty text is the same as none. */
export interface NewCustomerInput {
  readonly companyName: string
  readonly domainPrefix: string
  readonly country: string
  /** two letters */
  readonly language: string
  /** such as es-ES */
  readonly culture: string
  readonly firstName: string
  readonly lastName: string
  readonly mail: string
  readonly phone: string
  readonly addressLine1: string
  readonly addressLine2: string
  readonly city: string
  readonly state: string
  readonly postalCode: string
  readonly registrationNumber: string
}

export type NewCustomerField = keyof NewCustomerInput

/** A remark on one field: a problem stops the creation, a hint does not. */
export interface FieldRemark {
  readonly field: NewCustomerField
  readonly reason: string
}

/** The customer as it will stand, each text in its one form. */
export interface NewCustomer {
  readonly companyName: string
  readonly domainPrefix: string
  readonly country: string
  readonly billing: BillingProfile
  readonly registrationNumber: string | null
}

export interface ReadCustomer {
  readonly customer: NewCustomer
  readonly problems: readonly FieldRemark[]
  readonly hints: readonly FieldRemark[]
}

export interface Circumstances {
  readonly manifest: CapabilityManifest
  readonly partnerCountry: string
}

const required: readonly NewCustomerField[] = ['companyName', 'country', 'language', 'culture', 'firstName', 'lastName', 'mail', 'addressLine1', 'city']
const lines = ['language', 'culture', 'firstName', 'lastName', 'phone', 'addressLine1', 'addressLine2', 'city', 'state', 'postalCode'] as const

/** Judges every field and says all that is wrong at once, so that a form is mended in one go (S1.L1.4, S1.L1.7, S1.L1.8). */
export function readNewCustomer(input: NewCustomerInput, circumstances: Circumstances): ReadCustomer {
  const problems: FieldRemark[] = required.filter((field) => isEmpty(input[field])).map((field) => ({ field, reason: 'fieldMissing' }))
  const read = (field: NewCustomerField, one: (text: string) => string): string | null => {
    if (isEmpty(input[field])) return null
    try {
      return one(input[field])
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      problems.push({ field, reason: String(error.details.reason ?? error.code) })
      return null
    }
  }
  const companyName = read('companyName', displayName) ?? ''
  const country = read('country', countryCode) ?? ''
  const billing = Object.fromEntries(lines.map((line) => [line, read(line, (text) => readBillingLine(line, text))])) as unknown as BillingProfile
  const customer = {
    companyName,
    country,
    domainPrefix: domainPrefix(input.domainPrefix),
    billing: { ...billing, mail: read('mail', (text) => mailAddress(text.trim()).address) },
    registrationNumber: isEmpty(input.registrationNumber) ? null : input.registrationNumber.trim(),
  }
  return {
    customer,
    problems: [...problems, ...ownProblems(customer, circumstances), ...placeProblems(customer, problems, circumstances)],
    hints: [
      ...nameHints(companyName).map((reason) => ({ field: 'companyName', reason }) as const),
      ...addressHints(billing.addressLine1 ?? '').map((reason) => ({ field: 'addressLine1', reason }) as const),
    ],
  }
}

function ownProblems({ companyName, domainPrefix: prefix, billing: { language, culture } }: NewCustomer, { manifest }: Circumstances): FieldRemark[] {
  const ofPrefix = prefixProblem(prefix, manifest)
  const isStrange = language !== null && culture !== null && culture.split('-')[0] !== language.split('-')[0]
  return [
    ...(isTestName(companyName) ? [{ field: 'companyName', reason: 'testName' } as const] : []),
    ...(ofPrefix ? [{ field: 'domainPrefix', reason: ofPrefix } as const] : []),
    ...(isStrange ? [{ field: 'culture', reason: 'cultureOfAnotherLanguage' } as const] : []),
  ]
}

/** The market first: rules of a country in which this partner has no customers help nobody. What is unreadable was said already. */
function placeProblems(customer: NewCustomer, said: readonly FieldRemark[], { manifest, partnerCountry }: Circumstances): FieldRemark[] {
  const { country, registrationNumber, billing } = customer
  if (country === '') return []
  if (!customerCountries(manifest, partnerCountry).includes(country)) return [{ field: 'country', reason: 'outsideMarket' }]
  const { phone, postalCode, state } = billing
  return countryProblems(country, { registrationNumber, phone, postalCode, state }).filter(({ field }) => !said.some((one) => one.field === field))
}

function isEmpty(text: string): boolean {
  return text.trim() === ''
}
