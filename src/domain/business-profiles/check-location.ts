import { DomainError } from '../errors.ts'
import { nameProblem } from '../names/name.ts'
import { profileLimits, type ProfileLocation } from './business-profile.ts'

export type LocationInput = Omit<ProfileLocation, 'id' | 'profileId' | 'createdAt' | 'country'>

const longest = { name: 100, addressLine1: 200, addressLine2: 200, city: 100, state: 100, postalCode: 20, phone: 40 } as const

/** An address in its one form; the country is the market of its profile (S4.L2.3). */
export function checkedLocation(given: LocationInput): LocationInput {
  const one = (field: keyof typeof longest): string | null => {
    const stated = (given[field] ?? '').normalize('NFC').trim()
    // Before blanks are made one: a line break is no blank.
    if (/[\p{Cc}\p{Cs}\p{Bidi_Control}\u2028\u2029]/u.test(stated)) throw refused(field)
    const text = stated.replaceAll(/\s+/gu, ' ')
    if (text === '') return null
    if ([...text].length > longest[field]) throw refused(field)
    return text
  }
  const needed = (field: 'name' | 'addressLine1' | 'city'): string => one(field) ?? fail(refused(field))
  if (nameProblem(given.name)) throw refused('name')
  const phone = one('phone')
  if (phone !== null && !/^[+0-9 ()./-]{3,40}$/.test(phone)) throw refused('phone')
  return {
    name: needed('name'), addressLine1: needed('addressLine1'), addressLine2: one('addressLine2'), city: needed('city'),
    state: one('state'), postalCode: one('postalCode'), phone,
  }
}

export function requireRoom(count: number): void {
  if (count >= profileLimits.locations) throw new DomainError('referralNotPossible', 'There are five already.', { reason: 'profileLocationsFull' })
}

function fail(error: DomainError): never {
  throw error
}

function refused(field: string): DomainError {
  return new DomainError('invalidInput', `Not valid: ${field}.`, { reason: 'profileLocationForm', field })
}
