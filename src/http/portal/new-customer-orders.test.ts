import { beforeAll, describe, expect, it } from 'vitest'
import { aCatalogue, items, lineOf } from '../../../test/support/catalogue.ts'
import { testServer } from '../../../test/support/server.ts'
import { aPartner, anAgreement } from '../../../test/support/world.ts'

const server = await testServer()
beforeAll(async () => {
  await anAgreement()
  await aCatalogue(server)
})

const ids = ({ items: all }: { items: { catalogItemId: string }[] }) => all.map(({ catalogItemId }) => catalogItemId)

describe('ordering together with creating a customer', () => {
  it('offers what a customer of that country can have, in its currency [S1.L1.2]', async () => {
    const agent = await (await aPartner()).person('adminAgent')
    const offers = (query: string) => server.ask(agent, 'GET', `/new-customer-offers${query}`)
    const spanish = await offers('?country=ES&agreement=attested')
    expect(spanish).toMatchObject({ status: 200, body: { refusal: null, resellers: [] } })
    expect(ids(spanish.body)).toEqual(expect.arrayContaining([items.office, items.archive, items.trial]))
    expect((await offers('?country=SE&agreement=attested&search=stratus')).body.items[0].plans[0].currency).toBe('SEK')
    expect((await offers('?country=ES&agreement=customerIsAsked')).body.refusal).toMatchObject({ reasonCode: 'agreementMissing' })
    expect((await offers('?country=US&agreement=attested')).body.refusal).toMatchObject({ reasonCode: 'outsideMarket' })
    expect((await offers('')).body).toMatchObject({ items: [], refusal: { reasonCode: expect.any(String) } })
  })

  it('shows before what it would cost and why a line is not possible', async () => {
    const agent = await (await aPartner()).person('adminAgent')
    const preview = (lines: object[], agreement = 'attested') => server.ask(agent, 'POST', '/new-customer-order-previews', { body: { country: 'ES', agreement, lines } })
    expect((await preview([lineOf(items.office), lineOf(items.archive, { baseLine: 1, quantity: 4 })])).body).toMatchObject({ refusal: null, currency: 'EUR', total: '115.20', lines: [{ amount: '105.00' }, { amount: '10.20', refusal: null }] })
    expect((await preview([lineOf(items.office, { quantity: 301 })])).body.lines[0].refusal).toMatchObject({ reasonCode: 'quantityAboveMaximum' })
    expect((await preview([lineOf(items.office)], 'customerIsAsked')).body.refusal).toMatchObject({ reasonCode: 'agreementMissing' })
    expect((await preview([lineOf(items.archive, { baseSubscriptionId: '11111111-1111-4111-8111-111111111111' })])).body.lines[0].refusal).toMatchObject({ reasonCode: 'baseMissing' })
  })

  it('is not for a role that creates customers and orders nothing, and says so', async () => {
    const partner = await aPartner()
    const clerk = await partner.person('userManagementAdmin')
    expect((await server.ask(clerk, 'GET', '/new-customer-offers?country=ES&agreement=attested')).body).toMatchObject({ refusal: { reasonCode: 'roleMissing' } })
    expect((await server.ask(await partner.person('helpdeskAgent'), 'GET', '/new-customer-offers?country=ES')).status).toBe(403)
  })

  it('hides prices from whom the cloud hides them', async () => {
    const partner = await aPartner({ cloud: 'china', country: 'CN' })
    const { body } = await server.ask(await partner.person('salesAgent'), 'GET', '/new-customer-offers?country=CN&agreement=attested')
    expect(body.items.length).toBeGreaterThan(0)
    expect(body.items.flatMap(({ plans }: { plans: { unitPrice: string | null }[] }) => plans.map(({ unitPrice }) => unitPrice)).every((price: string | null) => price === null)).toBe(true)
  })
})
