import { domainName } from '../addresses.ts'
import { countryCode, customerLanguages } from '../countries.ts'
import { DomainError } from '../errors.ts'
import { displayName } from '../names/name.ts'
import type { ManifestLine } from './manifest-lines.ts'
import { deniedActs, narrowedRoles } from './manifest.ts'

/** Longest validity of a request (decision 3). */
const longestValidityDays = 365
const longestRetentionDays = 3650
/** Bounds an operator's table, far above any real one. */
const mostEntries = 400

/** Holds an operator's value against the shape of its line and gives a clean copy; throws invalidInput naming the line. */
export function checkLine(line: ManifestLine, value: unknown): unknown {
  switch (line.shape) {
    case 'id':
      return refuse('the code of a cloud cannot be changed')
    case 'name':
      return localName(value)
    case 'domain':
      return value === 'unknown' && line.mayBeUnknown ? value : domain(value)
    case 'yesNo':
      return typeof value === 'boolean' || (line.mayBeUnknown && value === 'unknown') ? value : refuse('true or false is expected')
    case 'choice':
      return oneOf(value, Object.keys(line.of))
    case 'list':
      return choices(value, Object.keys(line.of), line.atLeast)
    case 'days':
      return days(value, line.min, line.max)
    case 'validity':
      return validity(value)
    case 'retention':
      return value === 'unknown' ? value : retention(value)
    case 'services':
      return entries(value, 1, (entry) => {
        const { id, name, adminPortalName } = fields(entry, ['id', 'name', 'adminPortalName'])
        return { id: identifier(id), name: localName(name), adminPortalName: localName(adminPortalName) }
      })
    case 'markets':
      return markets(value)
    case 'marketExceptions':
      return entries(value, 0, (entry) => {
        const { partnerCountry, customerCountry, allowed, reason } = fields(entry, ['partnerCountry', 'customerCountry', 'allowed', 'reason'])
        if (typeof allowed !== 'boolean') refuse('an exception says whether it allows')
        return { partnerCountry: country(partnerCountry), customerCountry: country(customerCountry), allowed, reason: plainName(reason) }
      })
    case 'roleDenials':
      return Object.fromEntries(
        Object.entries(record(value)).map(([role, acts]) => [oneOf(role, narrowedRoles), choices(acts, deniedActs)]),
      )
  }
}

/** Stands for the sentence of a refusal while the line it belongs to is not yet known. */
export class LineProblem extends Error {}

function refuse(sentence: string): never {
  throw new LineProblem(sentence)
}

function record(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) refuse('an object is expected')
  return value as Record<string, unknown>
}

function fields(value: unknown, required: readonly string[], optional: readonly string[] = []): Record<string, unknown> {
  const entry = record(value)
  if (Object.keys(entry).some((key) => !required.includes(key) && !optional.includes(key)) || required.some((key) => !Object.hasOwn(entry, key))) {
    refuse(`exactly these are expected: ${required.join(', ')}`)
  }
  return entry
}

function list(value: unknown, atLeast: number): readonly unknown[] {
  if (!Array.isArray(value) || value.length < atLeast || value.length > mostEntries) refuse('a list is expected')
  return value
}

/** Entries of which no two have the same id. */
function entries<Entry extends object>(value: unknown, atLeast: number, read: (entry: unknown) => Entry): readonly Entry[] {
  const all = list(value, atLeast).map(read)
  const ids = all.flatMap((entry) => ('id' in entry ? [entry.id] : []))
  if (new Set(ids).size !== ids.length) refuse('an id stands twice')
  return all
}

function oneOf(value: unknown, allowed: readonly string[]): string {
  return typeof value === 'string' && allowed.includes(value) ? value : refuse(`one of these is expected: ${allowed.join(', ')}`)
}

function choices(value: unknown, allowed: readonly string[], atLeast?: string): readonly string[] {
  const chosen = list(value, 0).map((entry) => oneOf(entry, allowed))
  if (new Set(chosen).size !== chosen.length) refuse('a value stands twice')
  return atLeast === undefined || chosen.includes(atLeast) ? chosen : refuse(`${atLeast} must be among them`)
}

function days(value: unknown, min: number, max: number): number {
  return Number.isInteger(value) && (value as number) >= min && (value as number) <= max ? (value as number) : refuse(`whole days from ${min} to ${max} are expected`)
}

function validity(value: unknown): { default: number; max: number } {
  const asked = fields(value, ['default', 'max'])
  const max = days(asked.max, 1, longestValidityDays)
  return { default: days(asked.default, 1, max), max }
}

function retention(value: unknown): { usual: number; max: number } {
  const asked = fields(value, ['usual', 'max'])
  const max = days(asked.max, 1, longestRetentionDays)
  return { usual: days(asked.usual, 1, max), max }
}

function plainName(value: unknown): string {
  if (typeof value !== 'string') refuse('a text is expected')
  try {
    return displayName(value)
  } catch (error) {
    return error instanceof DomainError ? refuse(error.message) : refuse('a text is expected')
  }
}

function localName(value: unknown): Record<string, string> {
  const texts = fields(value, ['en', 'es'], customerLanguages)
  return Object.fromEntries(Object.entries(texts).map(([language, text]) => [language, plainName(text)]))
}

function domain(value: unknown): string {
  if (typeof value !== 'string') refuse('a domain name is expected')
  try {
    return domainName(value)
  } catch {
    return refuse('a domain name is expected')
  }
}

function identifier(value: unknown): string {
  return typeof value === 'string' && /^[a-z][A-Za-z0-9]{1,39}$/.test(value) ? value : refuse('an id has letters and digits, and begins with a small letter')
}

function country(value: unknown): string {
  if (typeof value !== 'string') refuse('a country code is expected')
  try {
    return countryCode(value)
  } catch {
    return refuse(`there is no country ${value.slice(0, 10)}`)
  }
}

function markets(value: unknown): readonly object[] {
  const all = entries(value, 1, (entry) => {
    const { id, name, countries, currency } = fields(entry, ['id', 'name', 'countries'], ['currency'])
    const market = { id: identifier(id), name: localName(name), countries: list(countries, 1).map(country) }
    return currency === undefined ? market : { ...market, currency: marketCurrency(currency) }
  })
  const members = all.flatMap((market) => market.countries)
  return new Set(members).size === members.length ? all : refuse('a country stands in two markets')
}

function marketCurrency(value: unknown): object {
  const { usual, except } = fields(value, ['usual'], ['except'])
  if (except === undefined) return { usual: currencyCode(usual) }
  const own = Object.entries(record(except)).map(([code, currency]) => [country(code), currency === null ? null : currencyCode(currency)])
  return { usual: currencyCode(usual), except: Object.fromEntries(own) }
}

function currencyCode(value: unknown): string {
  return typeof value === 'string' && /^[A-Z]{3}$/.test(value) ? value : refuse('a currency has three capital letters')
}
