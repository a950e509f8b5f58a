import { randomBytes, randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { testEnvironment } from '../../../test/support/environment.ts'
import { aCustomer, sql, type TestPerson } from '../../../test/support/world.ts'
import { isKnownAddress } from './known-address.ts'

const env = await testEnvironment()

async function signedInFrom(person: TestPerson, address: string, awaits: string | null = null): Promise<void> {
  await sql(
    `insert into sessions (tenant_id, id, person_id, secret_hash, portal, awaits, authenticated_by, created_at, last_seen_at, expires_at, address)
     values ($1, $2, $3, $4, 'customer', $5, '{pwd}', now(), now(), now(), $6)`,
    [person.tenantId, randomUUID(), person.id, randomBytes(32), awaits, address],
  )
}

describe('the address of a sign-in', () => {
  it.each([
    ['where the person signed in before', '192.0.2.7', true],
    ['another one', '192.0.2.8', false],
    ['another of the same IPv6 block', '2001:db8:1:2:ffff::1', true],
    ['one of another IPv6 block', '2001:db8:1:3::1', false],
    ['where only a password was given, but no second factor', '198.51.100.1', false],
  ])('is known: %s', async (_title, address, isKnown) => {
    const person = await (await aCustomer()).person()
    await signedInFrom(person, '192.0.2.7')
    await signedInFrom(person, '2001:db8:1:2::1')
    await signedInFrom(person, '198.51.100.1', 'secondFactor')
    expect(await isKnownAddress(env, person.userPrincipalName.toUpperCase(), address)).toBe(isKnown)
  })

  it('is known for nobody else and for no name that nobody has', async () => {
    const tenant = await aCustomer()
    const [person, colleague] = [await tenant.person('globalAdministrator'), await tenant.person('billingAdministrator')]
    await signedInFrom(person, '192.0.2.7')
    expect(await isKnownAddress(env, colleague.userPrincipalName, '192.0.2.7')).toBe(false)
    expect(await isKnownAddress(env, 'nobody@nowhere.example', '192.0.2.7')).toBe(false)
    expect(await isKnownAddress(env, '', '192.0.2.7')).toBe(false)
  })
})
