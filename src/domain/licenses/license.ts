/** A user's license of a SKU ("product:sku"), with the service plans that are switched off. */
export interface License {
  readonly sku: string
  readonly disabledPlans: readonly string[]
}

/** What somebody wants of a user's license of one SKU; what is named by no wish stays as it is (tri-state). */
export interface LicenseWish {
  readonly sku: string
  readonly act: 'assign' | 'remove'
  /** only of an assignment: these off, every other plan on */
  readonly disabledPlans: readonly string[]
}

/** A SKU that a customer owns seats of, whoever sold them, in the words of the compatible interface. */
export interface SubscribedSku {
  readonly sku: string
  readonly name: { readonly en: string; readonly es: string }
  readonly productName: { readonly en: string; readonly es: string }
  readonly servicePlans: readonly string[]
  /** directory-managed ones are group 1, those of the store group 2 */
  readonly licenseGroup: 'group1' | 'group2'
  readonly active: number
  readonly suspended: number
  readonly consumed: number
}

export type CapabilityStatus = 'enabled' | 'warning' | 'suspended' | 'deleted'

/**
 * What can be assigned never falls below zero: after a suspension or an end more may be assigned than there are seats, which
 * then is said as such. total = active + warning; nothing is ever in warning here, as no subscription works on after its end.
 */
export function unitsOf({ active, suspended, consumed }: Pick<SubscribedSku, 'active' | 'suspended' | 'consumed'>) {
  return { active, suspended, consumed, warning: 0, total: active, available: Math.max(0, active - consumed), overassigned: Math.max(0, consumed - active) }
}

export function capabilityOf({ active, suspended }: Pick<SubscribedSku, 'active' | 'suspended'>): CapabilityStatus {
  if (active > 0) return 'enabled'
  return suspended > 0 ? 'suspended' : 'deleted'
}
