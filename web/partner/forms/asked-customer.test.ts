import { expect, it } from 'vitest'
import { askedCustomer, noWishes } from './asked-customer.ts'

it('nobody needs to be named', () => {
  expect(askedCustomer(noWishes)).toBeNull()
})

it.each([
  ['contoso.es', { domain: 'contoso.es' }],
  ['  Ventas.Contoso.ES ', { domain: 'ventas.contoso.es' }],
  ['3F2504E0-4F89-11D3-9A0C-0305E82C3301', { customerId: '3f2504e0-4f89-11d3-9a0c-0305e82c3301' }],
])('%s names a customer', (domainOrId, named) => {
  expect(askedCustomer({ ...noWishes, way: 'named', domainOrId })).toEqual(named)
})

it.each(['', 'contoso', 'ana@contoso.es', 'https://contoso.es', 'conto so.es'])('%j names nobody yet', (domainOrId) => {
  expect(askedCustomer({ ...noWishes, way: 'named', domainOrId })).toBeUndefined()
})

it('a way chosen without its answer names nobody yet', () => {
  expect(askedCustomer({ ...noWishes, way: 'known' })).toBeUndefined()
  expect(askedCustomer({ ...noWishes, way: 'country' })).toBeUndefined()
  expect(askedCustomer({ ...noWishes, way: 'country', country: 'PT' })).toEqual({ country: 'PT' })
})
