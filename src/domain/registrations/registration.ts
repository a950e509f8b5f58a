import type { CountryCode } from '../countries.ts'
import { searchKey } from '../names/search-key.ts'

/** How long a mailed code works, and how often it may be entered wrongly. */
export const registrationMinutes = 30
export const codeTries = 5

/** A company without a tenant on its way to an invitation (decision 27). Nothing exists until its mail address is confirmed. */
export interface Registration {
  readonly id: string
  readonly cloud: string
  readonly companyName: string
  readonly country: CountryCode
  readonly language: string
  readonly displayName: string
  readonly mail: string
  readonly attempts: number
  readonly expiresAt: Date
  readonly confirmedAt: Date | null
}

export type RegistrationState = 'open' | 'over' | 'triesUsedUp'

export function registrationState({ confirmedAt, expiresAt, attempts }: Registration, now: Date): RegistrationState {
  if (confirmedAt !== null || now.getTime() >= expiresAt.getTime()) return 'over'
  return attempts >= codeTries ? 'triesUsedUp' : 'open'
}

/**
 * The domain of a company that has proved none: a name of our own below the installation's host, readable where the
 * company's name can be written in it. `mark` tells one Contoso from the next; it is empty at the first try.
 */
export function ownSubdomain(companyName: string, host: string, mark: string): string {
  const plain = searchKey(companyName)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '')
  const label = [plain || 'customer', mark].filter((part) => part !== '').join('-')
  return `${label}.${isNamedHost(host) ? host : 'customers.example'}`
}

/** Loopback, bare names and addresses are no domain of anybody. */
function isNamedHost(host: string): boolean {
  return /^(?!.*\.localhost$)([a-z0-9-]+\.)+[a-z][a-z0-9-]+$/.test(host)
}
