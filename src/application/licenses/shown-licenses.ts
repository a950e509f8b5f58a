import { capabilityOf, type SubscribedSku, unitsOf } from '../../domain/licenses/license.ts'
import type { Language } from '../../language/languages.ts'
import type { HeldLicense } from '../../store/license-store.ts'

export type ShownSku = ReturnType<typeof shownSku>
export type ShownLicense = ReturnType<typeof shownLicense>

/** A SKU and how many of it can be assigned; the sum over all who sold it, so it names no seller and no price. */
export function shownSku(sku: SubscribedSku, reader: Language) {
  return { ...namesOf(sku, reader), licenseGroup: sku.licenseGroup, servicePlans: [...sku.servicePlans], units: unitsOf(sku) }
}

/** What a user has; its plans each on or off. */
export function shownLicense({ sku, disabledPlans, assignedAt }: HeldLicense, owned: readonly SubscribedSku[], reader: Language) {
  const found = owned.find((one) => one.sku === sku)!
  return {
    ...namesOf(found, reader),
    servicePlans: found.servicePlans.map((name) => ({ name, isOn: !disabledPlans.includes(name) })),
    assignedAt: assignedAt.toISOString(),
  }
}

function namesOf(sku: SubscribedSku, reader: Language) {
  return { sku: sku.sku, name: sku.name[reader], productName: sku.productName[reader], capabilityStatus: capabilityOf(sku) }
}
