import { mailAddress, userPrincipalName } from '../../domain/addresses.ts'
import { countryCode } from '../../domain/countries.ts'
import { DomainError } from '../../domain/errors.ts'
import { displayName } from '../../domain/names/name.ts'
import type { PersonFacts } from '../../domain/people/decide.ts'
import type { Tenant } from '../../store/tenant-store.ts'

/** What somebody writes about a person; null takes a fact away, and what is missing stays. */
export interface PersonWish {
  readonly displayName?: string | undefined
  readonly firstName?: string | null | undefined
  readonly lastName?: string | null | undefined
  readonly usageLocation?: string | null | undefined
  readonly mail?: string | null | undefined
}

/** As it is kept; throws `invalidName`, `invalidMailAddress` or `invalidInput`. */
export function wishedFacts({ displayName: shown, firstName, lastName, usageLocation, mail }: PersonWish): Partial<PersonFacts> {
  return {
    ...(shown !== undefined && { displayName: displayName(shown) }),
    ...(firstName !== undefined && { firstName: firstName && displayName(firstName) }),
    ...(lastName !== undefined && { lastName: lastName && displayName(lastName) }),
    ...(usageLocation !== undefined && { usageLocation: usageLocation && countryCode(usageLocation) }),
    ...(mail !== undefined && { mail: mail && mailAddress(mail).address }),
  }
}

/** A name ends in a domain of the organization: nobody reserves the names of others, or learns which exist. */
export function ownUserName(text: string, tenant: Pick<Tenant, 'domains'>): string {
  const name = userPrincipalName(text)
  const domain = name.slice(name.lastIndexOf('@') + 1)
  if (tenant.domains.includes(domain)) return name
  throw new DomainError('invalidInput', 'The name has to end in a domain of the organization.', { reason: 'domainNotOwn', field: 'userPrincipalName' })
}
