import type { CustomerLanguage } from '../countries.ts'
import { DomainError } from '../errors.ts'
import type { CapabilityManifest, DeniedAct, LocalName, NarrowedRole } from './manifest.ts'

export interface PrivilegesAsked {
  /** What the asker ticked; undefined where it said nothing. */
  readonly wanted?: boolean | undefined
  /** The asker is an indirect reseller that asks alone [S1.24]. */
  readonly asIndirectReseller?: boolean
}

/**
 * Whether a request of this cloud asks for delegated admin privileges (decision 12).
 * Refused, not silently corrected, where somebody tries to leave out what the cloud always asks.
 */
export function privilegesAsked(manifest: CapabilityManifest, { wanted, asIndirectReseller = false }: PrivilegesAsked): boolean {
  if (manifest.privileges === 'optionalOn') {
    return wanted ?? (asIndirectReseller ? manifest.indirectResellerAsksPrivileges : true)
  }
  if (wanted === false) {
    throw new DomainError('privilegesRuledByCloud', `A request in the cloud ${manifest.id} always asks for delegated admin privileges.`, {
      cloud: manifest.id,
      rule: manifest.privileges,
    })
  }
  return true
}

/** Partner MFA is on by default (decision 10): only a source that says "recommended" switches it off. */
export function requiresPartnerMfa(manifest: CapabilityManifest): boolean {
  return manifest.partnerMfa !== 'recommended'
}

/** Whether the cloud's "cannot" list takes this act from the role (decision 8). */
export function isDeniedInCloud(manifest: CapabilityManifest, role: NarrowedRole, act: DeniedAct): boolean {
  return manifest.roleDenials[role]?.includes(act) ?? false
}

/** The language of a draft: the customer's where the cloud has it, else English. */
export function draftLanguage(manifest: CapabilityManifest, customerLanguage: CustomerLanguage | undefined): CustomerLanguage {
  return customerLanguage && manifest.draftLanguages.includes(customerLanguage) ? customerLanguage : 'en'
}

export function localName(name: LocalName, language: CustomerLanguage): string {
  return name[language] ?? name.en
}
