import type { Customer } from '../parts/customer-api.ts'

const billingFields = ['firstName', 'lastName', 'mail', 'phone', 'language', 'addressLine1', 'addressLine2', 'postalCode', 'city', 'state'] as const

/** In the order of the form. */
export const fieldNames = ['companyName', ...billingFields, 'tags'] as const

export type CustomerValues = Record<(typeof fieldNames)[number], string>

export function valuesOf(customer: Customer): CustomerValues {
  const billing = Object.fromEntries(billingFields.map((name) => [name, customer.billing[name] ?? '']))
  return { companyName: customer.companyName, ...(billing as Record<(typeof billingFields)[number], string>), tags: customer.tags.join(', ') }
}

/** Only what was changed. An emptied field is known to be empty: null, not a blank. */
export function bodyOf({ companyName, tags, ...billing }: Partial<CustomerValues>) {
  const changed = Object.entries(billing).map(([name, value]) => [name, value.trim() || null])
  return {
    ...(companyName !== undefined && { companyName: companyName.trim() }),
    ...(tags !== undefined && { tags: tagsOf(tags) }),
    ...(changed.length > 0 && { billing: Object.fromEntries(changed) as Record<string, string | null> }),
  }
}

/** Typed with commas between them, as the form shows them. */
export function tagsOf(text: string): string[] {
  return [...new Set(text.split(',').map((tag) => tag.trim()).filter(Boolean))]
}
