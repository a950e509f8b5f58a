import { domainName } from '../addresses.ts'
import type { CapabilityManifest } from '../clouds/manifest.ts'
import { DomainError } from '../errors.ts'
import { canonicalId } from '../ids.ts'
import { type StatedTie, type TieKind, tieKinds } from './known-tie.ts'

/** The cells of one row, as they were written. */
export interface TieCells {
  readonly cloud: string
  readonly partnerDomain: string
  readonly customerId: string
  readonly customerDomain: string
  readonly kind: string
  readonly service: string
  readonly since: string
}

export interface TieRules {
  /** undefined for a cloud that there is not */
  manifestOf(cloud: string): Pick<CapabilityManifest, 'services'> | undefined
  /** `YYYY-MM-DD`; nothing was known later */
  readonly today: string
}

/** The tie that a row states, or the reason code for which it states none. What stands in the installation is not asked here. */
export function readTie(cells: TieCells, { manifestOf, today }: TieRules): StatedTie | string {
  const manifest = manifestOf(cells.cloud)
  if (!manifest) return 'cloudUnknown'
  const partnerDomain = domainOf(cells.partnerDomain)
  if (partnerDomain === undefined) return 'tiePartnerUnreadable'
  const customerId = cells.customerId === '' ? null : canonicalId(cells.customerId)
  const customerDomain = cells.customerDomain === '' ? null : domainOf(cells.customerDomain)
  if (customerId === undefined || customerDomain === undefined || (customerId === null && customerDomain === null)) return 'tieCustomerUnreadable'
  if (!(tieKinds as readonly string[]).includes(cells.kind)) return 'tieKindUnknown'
  if (cells.service !== '' && !manifest.services.some(({ id }) => id === cells.service)) return 'tieServiceUnknown'
  if (cells.since !== '' && !(isDay(cells.since) && cells.since <= today)) return 'tieDayUnreadable'
  return {
    ...{ cloud: cells.cloud, partnerDomain, customerId, customerDomain, kind: cells.kind as TieKind },
    service: cells.service === '' ? null : cells.service,
    since: cells.since === '' ? null : cells.since,
  }
}

function domainOf(text: string): string | undefined {
  try {
    return domainName(text)
  } catch (error) {
    if (error instanceof DomainError) return undefined
    throw error
  }
}

function isDay(text: string): boolean {
  if (!/^(19|20)\d{2}-\d{2}-\d{2}$/.test(text)) return false
  const at = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}
