import { DomainError } from './errors.ts'

/** The languages in which the product has texts for customers. */
export const customerLanguages = ['en', 'es', 'de', 'zh-Hans'] as const

export type CustomerLanguage = (typeof customerLanguages)[number]

/** ISO 3166-1 alpha-2, and XK (Kosovo), which ISO leaves to users and the market table needs. */
export type CountryCode = string

/** Every code ISO 3166-1 has assigned, and XK. Names come from Intl, where they are shown. */
export const countryCodes: readonly CountryCode[] = `
AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ
CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR
GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP
KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT
MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW
SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ
UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW
`
  .trim()
  .split(/\s+/)

const known: ReadonlySet<string> = new Set(countryCodes)

export function isCountryCode(text: string): boolean {
  return known.has(text)
}

/** Accepts either letter case and gives the canonical code; refuses what ISO 3166-1 does not know. */
export function countryCode(text: string): CountryCode {
  const code = text.length === 2 ? text.toUpperCase() : text
  if (!known.has(code)) throw new DomainError('invalidInput', `There is no country with the code ${JSON.stringify(text.slice(0, 10))}.`, { reason: 'unknownCountry' })
  return code
}

/**
 * The language in which a first letter to a company of that country is written:
 * its main official language where we have it, English elsewhere.
 */
export function defaultLanguage(country: CountryCode): CustomerLanguage {
  for (const [language, countries] of Object.entries(mainLanguage)) {
    if (countries.includes(country)) return language as CustomerLanguage
  }
  return 'en'
}

/**
 * The language most spoken in that country, by Unicode's likely subtags, whether we have texts in it or not: `fr` for FR,
 * `zh-Hant` for TW. Where we have texts for it, ours comes first.
 */
export function mainLanguageOf(country: CountryCode): string {
  const ours = defaultLanguage(country)
  if (ours !== 'en') return ours
  const { language, script } = new Intl.Locale('und', { region: country }).maximize()
  return language === 'zh' && script ? `zh-${script}` : (language ?? 'en')
}

// PR has two official languages, and business is mostly done in Spanish; GQ likewise.
// HK, MO and TW write traditional characters, which we do not have. CH: German is the language of most companies.
const mainLanguage: Readonly<Partial<Record<CustomerLanguage, readonly CountryCode[]>>> = {
  es: ['AR', 'BO', 'CL', 'CO', 'CR', 'CU', 'DO', 'EC', 'ES', 'GQ', 'GT', 'HN', 'MX', 'NI', 'PA', 'PE', 'PR', 'PY', 'SV', 'UY', 'VE'],
  de: ['AT', 'CH', 'DE', 'LI'],
  'zh-Hans': ['CN'],
}
