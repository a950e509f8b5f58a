import type { CheckedCustomer, RequestKind } from '../parts/request-api.ts'

/** How the partner says whom it asks: somebody it knows, a domain or tenant id, only a country, or nobody. */
export const waysToName = ['nobody', 'known', 'named', 'country'] as const

export type WayToName = (typeof waysToName)[number]

export type KnownCustomer = { customerId: string; companyName: string; primaryDomain: string; isRelated: boolean }

export type Wishes = {
  way: WayToName
  known: KnownCustomer | null
  domainOrId: string
  country: string
  companyName: string
  kind: RequestKind
  /** Null until the person touches the box: the cloud's own setting. */
  askPrivileges: boolean | null
  /** Null until chosen: the customer's language where it is known. */
  language: string | null
  days: number | null
  /** the provider of a joint invitation */
  provider: { id: string; name: string } | null
  /** the reseller of one that its provider asks */
  reseller: { id: string; name: string } | null
}

export const noWishes: Wishes = {
  way: 'nobody',
  known: null,
  domainOrId: '',
  country: '',
  companyName: '',
  kind: 'establish',
  askPrivileges: null,
  language: null,
  days: null,
  provider: null,
  reseller: null,
}

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** What has been said of the customer so far: null where nobody is named, undefined where a name is still missing. */
export function askedCustomer({ way, known, domainOrId, country }: Wishes): CheckedCustomer | null | undefined {
  const text = domainOrId.trim()
  if (way === 'nobody') return null
  if (way === 'known') return known ? { customerId: known.customerId } : undefined
  if (way === 'country') return country ? { country } : undefined
  if (guid.test(text)) return { customerId: text.toLowerCase() }
  return /^[^\s@/]+\.[^\s@/.]{2,}$/.test(text) ? { domain: text.toLowerCase() } : undefined
}
