import type { CountryCode } from '../countries.ts'
import { postalCodes } from './postal-codes.ts'
import { statesOf } from './states.ts'

/** What a new customer's data need in one country. Elsewhere than where a rule stands, everything that is written is taken. */
export interface CountryRules {
  readonly country: CountryCode
  /** the number of the organization in its country's register: asked in some countries, refused in all others (S1.L1.8) */
  readonly registrationNumber: 'required' | 'refused'
  readonly phone: 'required' | 'optional'
  /** `none`: the country has no postal codes, so none is asked; what is written is kept */
  readonly postalCode: 'required' | 'optional' | 'none'
  /** such as 28001; null where we know no shape */
  readonly postalCodeExample: string | null
  readonly state: 'required' | 'optional'
  /** the only values there are, ISO 3166-2 without the country; empty where any text is taken */
  readonly states: readonly string[]
}

/**
 * S1.L1.8. https://learn.microsoft.com/partner-center/developer/create-a-customer-for-an-indirect-reseller:
 * these need the registration number and a phone; for every other country a number is refused.
 */
export const registrationCountries: readonly CountryCode[] = ['AM', 'AZ', 'BY', 'HU', 'KZ', 'KG', 'MD', 'RU', 'TJ', 'UZ', 'UA']

/** Where an address is not complete without its state or province, by the postal services' own address formats. */
const stateRequired: readonly CountryCode[] = ['AU', 'BR', 'CA', 'CN', 'IN', 'MX', 'US']

/** Where letters go without a postal code: the post of these countries has none. */
const withoutPostalCodes: ReadonlySet<CountryCode> = new Set(
  'AE AG AN AO AW BF BI BJ BO BS BW BZ CD CF CG CI CK CM DJ DM ER FJ GA GD GH GM GQ GY HK JM KI KM KN LC LY ML MO MR MW NR NU QA RW SB SC SL SR SS ST SY TD TG TK TL TO TT TV UG VU WS YE ZW'.split(' '),
)

/** The rules of one country, as the form shows them before anything is typed. */
export function rulesOf(country: CountryCode): CountryRules {
  const isRegistered = registrationCountries.includes(country)
  const known = postalCodes[country]
  return {
    country,
    registrationNumber: isRegistered ? 'required' : 'refused',
    phone: isRegistered ? 'required' : 'optional',
    postalCode: known ? 'required' : withoutPostalCodes.has(country) ? 'none' : 'optional',
    postalCodeExample: known?.example ?? null,
    state: stateRequired.includes(country) ? 'required' : 'optional',
    states: statesOf(country),
  }
}

/** What stands in the way in that country; each names its field. The texts are in their one form already. */
export function countryProblems(
  country: CountryCode,
  given: { readonly registrationNumber: string | null; readonly phone: string | null; readonly postalCode: string | null; readonly state: string | null },
): { readonly field: 'registrationNumber' | 'phone' | 'postalCode' | 'state'; readonly reason: string }[] {
  const rules = rulesOf(country)
  const { registrationNumber, phone, postalCode, state } = given
  const isAsked = rules.registrationNumber === 'required'
  return [
    ...(isAsked && registrationNumber === null ? [{ field: 'registrationNumber', reason: 'registrationNumberMissing' } as const] : []),
    ...(isAsked && registrationNumber !== null && !registrationForm.test(registrationNumber) ? [{ field: 'registrationNumber', reason: 'registrationNumberForm' } as const] : []),
    ...(!isAsked && registrationNumber !== null ? [{ field: 'registrationNumber', reason: 'registrationNumberRefused' } as const] : []),
    ...(rules.phone === 'required' && phone === null ? [{ field: 'phone', reason: 'phoneMissing' } as const] : []),
    ...(rules.postalCode === 'required' && postalCode === null ? [{ field: 'postalCode', reason: 'postalCodeMissing' } as const] : []),
    ...(postalCode !== null && !isPostalCode(country, postalCode) ? [{ field: 'postalCode', reason: 'postalCodeForm' } as const] : []),
    ...(rules.state === 'required' && state === null ? [{ field: 'state', reason: 'stateMissing' } as const] : []),
    ...(state !== null && rules.states.length > 0 && !rules.states.includes(state) ? [{ field: 'state', reason: 'stateUnknown' } as const] : []),
  ]
}

/** We know the registers of none of these countries well enough to judge more than the look of a number. */
const registrationForm = /^(?=.*[0-9])[\p{L}0-9][\p{L}0-9 ./-]{3,29}$/u

function isPostalCode(country: CountryCode, text: string): boolean {
  return postalCodes[country]?.form.test(text.toUpperCase()) ?? true
}
