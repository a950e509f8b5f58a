import { paths } from '../../shared/paths.ts'
import type { RequestKind } from './request-api.ts'

export type Prefill = {
  customerId: string
  kind: RequestKind
  /** As it was before, where that is known. */
  askPrivileges?: boolean | undefined
}

/** "New relationship" with the customer and the purpose already filled in. */
export function newRequestHref({ customerId, kind, askPrivileges }: Prefill): string {
  const search = new URLSearchParams({ customer: customerId, kind, ...(askPrivileges !== undefined && { privileges: askPrivileges ? 'asked' : 'left' }) })
  return `${paths.partner.newRequest}?${search.toString()}`
}

/** "New relationship" with a customer that is not on the list: nothing is known of it but what the partner typed. */
export function requestForDomainHref({ domain, companyName }: { domain: string; companyName: string }): string {
  const search = new URLSearchParams({ domain, ...(companyName && { company: companyName }) })
  return `${paths.partner.newRequest}?${search.toString()}`
}

/** The other end of `newRequestHref`: what an address says; anything else in it is ignored. */
export function readPrefill(search: Readonly<Record<string, string | undefined>>): Omit<Prefill, 'customerId'> & { customerId: string | undefined } {
  const askPrivileges = { asked: true, left: false }[search.privileges ?? '']
  return { customerId: search.customer, kind: search.kind === 'restorePrivileges' ? 'restorePrivileges' : 'establish', askPrivileges }
}
