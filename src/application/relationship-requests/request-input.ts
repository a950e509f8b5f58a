import { countryCode } from '../../domain/countries.ts'
import { domainName } from '../../domain/addresses.ts'
import { DomainError } from '../../domain/errors.ts'
import { canonicalId } from '../../domain/ids.ts'
import { displayName } from '../../domain/names/name.ts'
import type { NamedCustomer, RelationshipRequestKind } from '../../domain/relationship-requests/relationship-request.ts'

/** Whom a request is for, as the partner wrote it; every line may be missing. */
export interface StatedCustomer {
  readonly customerId?: string | undefined
  readonly domain?: string | undefined
  readonly country?: string | undefined
  readonly companyName?: string | undefined
}

export interface RequestWish {
  readonly kind: RelationshipRequestKind
  readonly customer: StatedCustomer | null
  readonly askPrivileges?: boolean | undefined
  /** the provider of a joint request that a reseller asks */
  readonly secondPartnerId?: string | undefined
  /** the reseller of a joint request that its provider asks */
  readonly resellerId?: string | undefined
  readonly validityDays?: number | undefined
  readonly language?: string | undefined
}

/** The names in their one form; refused with the field that does not fit. */
export function readNamedCustomer(stated: StatedCustomer | null): NamedCustomer {
  return {
    customerId: stated?.customerId === undefined ? null : (canonicalId(stated.customerId) ?? null),
    domain: read(stated?.domain, 'customer.domain', domainName),
    country: read(stated?.country, 'customer.country', countryCode),
    companyName: read(stated?.companyName, 'customer.companyName', displayName),
  }
}

function read(text: string | undefined, field: string, form: (text: string) => string): string | null {
  if (text === undefined) return null
  try {
    return form(text)
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    throw new DomainError(error.code, error.message, { ...error.details, field, pointers: [{ pointer: `/${field.replace('.', '/')}`, rule: String(error.details.reason) }] })
  }
}
