import { expect, it } from 'vitest'
import { newRequestHref, readPrefill } from './new-request-href.ts'

const searchOf = (href: string) => Object.fromEntries(new URL(href, 'https://portal.invalid').searchParams)

it.each([
  { customerId: 'a-1', kind: 'establish', askPrivileges: true },
  { customerId: 'a-1', kind: 'establish', askPrivileges: false },
  { customerId: 'a-1', kind: 'restorePrivileges', askPrivileges: undefined },
] as const)('what the address was made of is read back: %j', (prefill) => {
  expect(readPrefill(searchOf(newRequestHref(prefill)))).toEqual(prefill)
})

it('an address that says something else asks for an ordinary relationship', () => {
  expect(readPrefill({ kind: 'everything', privileges: 'all' })).toEqual({ customerId: undefined, kind: 'establish', askPrivileges: undefined })
})
