import type { CountryRules, NewCustomer, NewCustomerRules } from '../parts/new-customer-api.ts'
import type { NewBuyer } from '../parts/new-customer-order.ts'

export const customerFields = [
  'companyName', 'country', 'domainPrefix', 'registrationNumber',
  'addressLine1', 'addressLine2', 'postalCode', 'city', 'state',
  'firstName', 'lastName', 'mail', 'phone', 'language',
] as const

export const signerFields = ['signerFirstName', 'signerLastName', 'signerMail', 'signerPhone', 'agreedOn'] as const

export type FieldName = (typeof customerFields)[number] | (typeof signerFields)[number] | 'agreement' | 'resellerId' | 'providerId' | 'note'
export type Values = Record<FieldName, string>

/** The languages in which bills and letters are usually written, beside the main one of the country. */
export const billLanguages = ['ca', 'cs', 'da', 'de', 'el', 'en', 'es', 'fi', 'fr', 'hu', 'it', 'ja', 'kk', 'ko', 'nl', 'no', 'pl', 'pt', 'ro', 'ru', 'sv', 'tr', 'uk', 'zh']

/** The form as it opens: the partner's own country, whose rules it knows best. */
export function noValues(rules: NewCustomerRules, ownCountry: string): Values {
  const own = rulesIn(rules, ownCountry) ?? rules.countries[0]
  const empty = Object.fromEntries([...customerFields, ...signerFields, 'agreement', 'resellerId', 'providerId', 'note'].map((name) => [name, ''])) as Values
  return { ...empty, country: own?.country ?? '', language: own?.language ?? 'en' }
}

/** As a reseller filled it in; what its provider adds is empty. */
export function askedValues(empty: Values, customer: NewCustomer, resellerId: string): Values {
  return { ...empty, ...Object.fromEntries(customerFields.map((name) => [name, customer[name]])), resellerId } as Values
}

export function rulesIn(rules: NewCustomerRules, country: string): CountryRules | undefined {
  return rules.countries.find((one) => one.country === country)
}

/** What cannot stay empty, as the rules of the country say. */
export function requiredFields(values: Values, rules: NewCustomerRules): FieldName[] {
  const own = rulesIn(rules, values.country)
  const isAttested = values.agreement === 'attested'
  return [
    'companyName', 'country', 'domainPrefix', 'addressLine1', 'city', 'firstName', 'lastName', 'mail', 'language',
    ...(own?.registrationNumber === 'required' ? (['registrationNumber'] as const) : []),
    ...(own?.phone === 'required' ? (['phone'] as const) : []),
    ...(own?.postalCode === 'required' ? (['postalCode'] as const) : []),
    ...(own?.state === 'required' ? (['state'] as const) : []),
    ...(isAttested ? (['signerFirstName', 'signerLastName', 'signerMail', 'agreedOn'] as const) : []),
  ]
}

/** Dates and amounts are written as in the customer's country, in its language. */
export const cultureOf = ({ language, country }: Pick<Values, 'language' | 'country'>): string => `${language}-${country}`

/** What the server judges. A field that the country does not have is left out, though it may have been typed for another country. */
export function customerOf(values: Values, rules: NewCustomerRules): NewCustomer {
  const own = rulesIn(rules, values.country)
  const customer = Object.fromEntries(customerFields.map((name) => [name, values[name]])) as unknown as NewCustomer
  return { ...customer, registrationNumber: own?.registrationNumber === 'required' ? values.registrationNumber : '', culture: cultureOf(values) }
}

export function agreementOf(values: Values, rules: NewCustomerRules): object | null {
  if (!rules.agreement.isRequired) return null
  if (values.agreement !== 'attested') return { choice: 'customerIsAsked' }
  const { signerFirstName: firstName, signerLastName: lastName, signerMail: mail, signerPhone, agreedOn } = values
  return { choice: 'attested', statement: { firstName, lastName, mail, phone: signerPhone.trim() === '' ? null : signerPhone, agreedOn } }
}

/** For whom offers are asked before the customer is there. */
export function newBuyerOf({ country, agreement }: Values, rules: NewCustomerRules): NewBuyer {
  return { country, ...(rules.agreement.isRequired && { agreement: agreement === 'attested' ? 'attested' : 'customerIsAsked' }) }
}

const keptAs = (personId: string) => `vinculo.new-customer.${personId}`

/** What was typed lives as long as the tab, for this person only; the credentials are never among it. */
export function keepValues(personId: string, values: Values | null): void {
  try {
    if (values) sessionStorage.setItem(keptAs(personId), JSON.stringify(values))
    else sessionStorage.removeItem(keptAs(personId))
  } catch {
    // Without a place to keep it, it lives as long as the page.
  }
}

export function keptValues(personId: string, otherwise: Values): Values {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(keptAs(personId)) ?? 'null')
    if (typeof kept !== 'object' || kept === null) return otherwise
    const entries = Object.entries(otherwise).map(([name, empty]) => [name, textIn(kept as Record<string, unknown>, name) ?? empty])
    return Object.fromEntries(entries) as Values
  } catch {
    return otherwise
  }
}

function textIn(kept: Record<string, unknown>, name: string): string | undefined {
  const value = kept[name]
  return typeof value === 'string' ? value : undefined
}
