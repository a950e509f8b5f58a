import { describe, expect, it } from 'vitest'
import type { CustomerAccount } from './customer-account.ts'
import { editAccount, mostTags } from './edit-account.ts'

const empty = { mail: null, language: null, culture: null, firstName: null, lastName: null, phone: null, addressLine1: null, addressLine2: null, city: null, state: null, postalCode: null }
const account: CustomerAccount = {
  partnerId: 'partner',
  customerId: 'customer',
  companyName: 'Contoso',
  primaryDomain: 'contoso.example',
  country: 'ES',
  tags: ['gold'],
  channels: ['direct'],
  privilegedServices: [],
  relatedSince: new Date('2026-01-01T00:00:00Z'),
  endedAt: null, customerClosedAt: null, knownTies: [],
  billing: { ...empty, city: 'Madrid' },
  version: 1,
}
const edit = (change: Parameters<typeof editAccount>[1]) => editAccount(account, change, 'relationship')

describe('a change of the account', () => {
  it('that changes nothing is none', () => {
    expect(edit({})).toBeUndefined()
    expect(edit({ companyName: ' Contoso ', tags: ['gold'], billing: { city: 'Madrid', state: null } })).toBeUndefined()
  })

  it('says which lines changed, and only to the partner', () => {
    const { next, event } = edit({ companyName: 'Contoso Sur', billing: { city: null, mail: 'a@B.example' } })!
    expect(next).toMatchObject({ companyName: 'Contoso Sur', billing: { city: null, mail: 'a@b.example' }, tags: ['gold'] })
    expect(event).toEqual({
      type: 'customerAccount.updated',
      resource: { type: 'customerAccount', id: 'relationship' },
      readers: [{ tenantId: 'partner', counterpartId: 'customer' }],
      data: { fields: ['companyName', 'billing.mail', 'billing.city'] },
    })
  })

  it('leaves the ids, the channels and the dates alone', () => {
    const { next } = edit({ companyName: 'Another' })!
    expect({ ...next, companyName: account.companyName }).toEqual(account)
  })

  it('keeps each tag once, whatever its letters, in the order given', () => {
    expect(edit({ tags: ['EU', 'Über', 'uber', 'eu', ' vip  customer '] })!.next.tags).toEqual(['eu', 'uber', 'vip customer'])
  })

  it('refuses more tags than anybody reads', () => {
    const tags = Array.from({ length: mostTags }, (_, at) => `tag ${at}`)
    expect(edit({ tags })!.next.tags).toHaveLength(mostTags)
    expect(() => edit({ tags: [...tags, 'one more'] })).toThrow(expect.objectContaining({ details: expect.objectContaining({ reason: 'tooManyTags', field: 'tags' }) }))
  })

  it('takes address lines of 200 characters and no longer', () => {
    expect(edit({ billing: { addressLine1: 'x'.repeat(200) } })!.next.billing.addressLine1).toHaveLength(200)
    expect(() => edit({ billing: { addressLine1: 'x'.repeat(201) } })).toThrow(expect.objectContaining({ details: expect.objectContaining({ reason: 'lineTooLong', field: 'billing.addressLine1' }) }))
  })
})
