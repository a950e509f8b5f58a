import { expect, it } from 'vitest'
import { testEnvironment } from '../../test/support/environment.ts'
import { aCustomer, aPartner } from '../../test/support/world.ts'
import { noTenant } from '../domain/ids.ts'
import { findAccount, openAccount } from './customer-account-store.ts'
import { listCustomers } from './customer-list-store.ts'

const env = await testEnvironment()

it('a second channel joins the first on one row of the list, and the same again changes nothing [S4.L6.6]', async () => {
  const [partner, customer] = [await aPartner({ kinds: ['directBill', 'indirectReseller'] }), await aCustomer()]
  const inside = <Result>(work: Parameters<typeof env.database.transaction<Result>>[1]) => env.database.transaction({ tenant: noTenant, scope: 'system' }, work)
  const open = (channel: 'direct' | 'indirectReseller') =>
    inside((trx) => openAccount(trx, { partnerId: partner.id, customerId: customer.id, companyName: customer.name, primaryDomain: customer.domain, country: 'ES', channel, at: new Date() }))
  await open('direct')
  await open('indirectReseller')
  await open('direct')
  expect((await inside((trx) => findAccount(trx, partner.id, customer.id)))?.channels).toEqual(['direct', 'indirectReseller'])
  const listed = await inside((trx) => listCustomers(trx, partner.id, { sort: 'name', descending: false }, { start: undefined, most: 10 }))
  expect(listed.map(({ account }) => account.channels)).toEqual([['direct', 'indirectReseller']])
})
