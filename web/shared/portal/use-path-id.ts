import { useParams } from '@tanstack/react-router'

/** A variable segment of the address: `usePathId('customerId')` under `paths.partner.customerAccount('$customerId')`. */
export function usePathId(name: string): string {
  const value = (useParams({ strict: false }) as Record<string, string | undefined>)[name]
  if (value === undefined) throw new TypeError(`The address of this page has no ${name}`)
  return value
}
