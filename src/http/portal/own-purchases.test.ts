import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { aBuyer, aCatalogue, anActive, items, lineOf } from '../../../test/support/catalogue.ts'
import { aPermitted, aSelfBuyer, permissionsOf, reserved, savings } from '../../../test/support/own-purchases.ts'
import { composeLetters, lettersTo } from '../../../test/support/letters.ts'
import { testServer } from '../../../test/support/server.ts'
import { anAgreement, aPartner, sql, type TestPerson, type TestTenant } from '../../../test/support/world.ts'

const server = await testServer()
let operator: TestPerson
beforeAll(async () => {
  await anAgreement()
  operator = await aCatalogue(server)
})

const reasonOf = ({ status, body }: { status: number; body: { code?: string; reason?: string } }) => ({ status, code: body.code, reason: body.reason })
const refused = (reason: string) => ({ status: 409, code: 'purchaseNotPossible', reason })
const act = (who: TestPerson, path: string, body: object = {}) => server.ask(who, 'POST', path, { body })
const board = async (who: TestPerson, customer: TestTenant) => (await server.ask(who, 'GET', permissionsOf(customer))).body
const own = async (who: TestPerson) => (await server.ask(who, 'GET', '/purchase-permissions')).body.items
const preview = (who: TestPerson, permissionId: string, more: object = {}) => server.ask(who, 'POST', '/own-purchase-preview', { body: { permissionId, ...reserved, ...more } })

/** What there is of orders, subscriptions and charges of a customer beside its usage plan. */
async function sold(customer: TestTenant) {
  const [row] = await sql<{ orders: number; subscriptions: number; charges: number }>(
    `select (select count(*)::int from customer_orders where customer_id = $1) - 1 as orders, (select count(*)::int from subscriptions where customer_id = $1) - 1 as subscriptions,
       (select count(*)::int from subscription_charges where customer_id = $1) - 1 as charges`,
    [customer.id],
  )
  return row
}
const nothing = { orders: 0, subscriptions: 0, charges: 0 }

describe('letting a customer buy its own services [S4.25]', () => {
  it('is off for everyone, switched by Admin agents and Global admins and read by Sales and Helpdesk agents [S4.L8] [S4.L8.1]', async () => {
    const { partner, customer, agent } = await aSelfBuyer(server, operator)
    expect(await board(agent, customer)).toMatchObject({ kinds: [{ kind: 'reservation', permission: null }, { kind: 'savingsPlan', permission: null }], missing: [], blocked: null, currency: 'EUR' })
    for (const role of ['salesAgent', 'helpdeskAgent'] as const) {
      const reader = await partner.person(role)
      expect((await board(reader, customer)).blocked.reasonCode).toBe('roleMissing')
      expect(reasonOf(await act(reader, permissionsOf(customer), { kind: 'reservation' }))).toEqual({ status: 403, code: 'notAllowed', reason: 'roleMissing' })
    }
    const given = await act(agent, permissionsOf(customer), { kind: 'reservation' })
    expect(given).toMatchObject({ status: 201, body: { kind: 'reservation', mostEach: null, mostMonthly: null, needsApproval: false, alerts: false, version: 1 } })
    const admin = await partner.person('globalAdmin')
    const path = `${permissionsOf(customer)}/${given.body.permissionId as string}`
    expect((await act(admin, `${path}/removal`)).body).toMatchObject({ endedBecause: 'deleted', endedByName: admin.displayName })
    expect((await act(admin, `${path}/removal`)).body.code).toBe('invalidTransition')
    expect(await board(agent, customer)).toMatchObject({ kinds: [{ permission: null, last: { endedBecause: 'deleted' } }, {}] })
  })

  it('says which precondition is missing, each by its own reason [S4.L8.2]', async () => {
    const { agent, customer } = await aBuyer()
    const missing = async () => (await board(agent, customer)).missing.map(({ reasonCode }: { reasonCode: string }) => reasonCode)
    await act(agent, permissionsOf(customer), { kind: 'reservation' })
    const admin = await customer.person('globalAdministrator')
    const [{ permissionId }] = await own(admin)
    const buy = async () => reasonOf(await act(admin, '/own-purchases', { permissionId, ...reserved, expectedTotal: '62.40' }))
    expect([await missing(), await buy()]).toEqual([['purchaseNeedsPlan'], refused('purchaseNeedsPlan')])
    const plan = await anActive(server, { agent, customer, operator, line: lineOf(items.usage, { term: 'P1M', quantity: 1 }) })
    expect([await missing(), await buy()]).toEqual([['purchaseNeedsUsage'], refused('purchaseNeedsUsage')])
    const { body: usage } = await act(agent, `/customers/${customer.id}/usage-subscriptions`, { planId: plan.id, name: 'Servers' })
    expect([await missing(), await buy()]).toEqual([['purchaseNeedsOwner'], refused('purchaseNeedsOwner')])
    await act(admin, `/usage-subscriptions/${usage.usageId as string}/owners`, { personId: admin.id })
    expect([await missing(), (await buy()).status]).toEqual([[], 201])
    await act(agent, `${plan.path}/suspension`, { because: 'nonPayment' })
    expect(await buy()).toEqual(refused('purchaseNeedsPlan'))
  })

  it('a second permission of a kind is refused; another kind is its own, for those that sell themselves [S4.L8.7] [S4.L8.8]', async () => {
    const { agent, customer } = await aPermitted(server, operator)
    expect(reasonOf(await act(agent, permissionsOf(customer), { kind: 'reservation' }))).toEqual({ status: 409, code: 'alreadyExists', reason: 'purchasePermissionExists' })
    expect((await act(agent, permissionsOf(customer), { kind: 'savingsPlan' })).status).toBe(201)
    const provider = await aSelfBuyer(server, operator, { partner: { kinds: ['indirectProvider'] } })
    const given = await act(provider.agent, permissionsOf(provider.customer), { kind: 'savingsPlan' })
    expect((await act(provider.admin, '/own-purchases', { permissionId: given.body.permissionId, ...savings, expectedTotal: '8760.00' })).body).toMatchObject({ kind: 'savingsPlan', status: 'ordered', committed: '8760.00' })
    const reseller = await aBuyer({ partner: { kinds: ['indirectReseller'] } })
    expect(reasonOf(await act(reseller.agent, permissionsOf(reseller.customer), { kind: 'savingsPlan' }))).toEqual(refused('purchaseResellerMayNot'))
    expect((await board(reseller.agent, reseller.customer)).blocked.reasonCode).toBe('purchaseResellerMayNot')
  })

  it('takes limits in the customer’s currency and refuses others', async () => {
    const { agent, customer, permission } = await aPermitted(server, operator, { mostEach: '800.50', mostMonthly: '1000' })
    expect((await board(agent, customer)).kinds[0].permission).toMatchObject({ mostEach: '800.50', mostMonthly: '1000.00', currency: 'EUR' })
    const set = (body: object, version: number) => server.ask(agent, 'PUT', permission, { body, version })
    expect((await set({ mostEach: '0.001' }, 1)).body).toMatchObject({ status: 422, reason: 'purchaseLimitUnreadable' })
    expect((await set({ mostEach: '-1' }, 1)).body.reason).toBe('purchaseLimitUnreadable')
    expect((await set({ mostEach: '0' }, 1)).body.reason).toBe('purchaseLimitUnreadable')
    expect((await set({ mostEach: '10', mostMonthly: '5' }, 1)).body.reason).toBe('purchaseLimitsCrossed')
    expect((await set({ needsApproval: true }, 1)).body).toMatchObject({ mostEach: null, currency: null, needsApproval: true, version: 2 })
    expect((await set({}, 1)).body.code).toBe('changedMeanwhile')
  })
})

describe('the customer’s own administrator', () => {
  it('buys at the partner’s price; it is the partner’s order and subscription, and the partner is not told [S4.L8.4] [S4.L8.6]', async () => {
    const { agent, partner, customer, admin, permissionId, buy } = await aPermitted(server, operator)
    const offers = (await server.ask(admin, 'GET', `/purchase-permissions/${permissionId}/offers`)).body.items
    expect(offers.map(({ productType }: { productType: string }) => productType)).toEqual(['reservation', 'reservation'])
    expect(offers[0].plans).toContainEqual({ term: 'P1Y', billingCycle: 'monthly', currency: 'EUR', unitPrice: '62.40' })
    expect((await preview(admin, permissionId, { quantity: 2 })).body).toMatchObject({ total: '124.80', committed: '1497.60', needsApproval: false, refusal: null })
    expect(reasonOf(await buy({ expectedTotal: '62.39' }))).toEqual(refused('priceChanged'))
    const bought = await buy()
    expect(bought).toMatchObject({ status: 201, body: { status: 'ordered', total: '62.40', committed: '748.80', subscriptionStatus: 'pending', askedByName: admin.displayName, can: [] } })
    await act(operator, `/operator/provisioning/${bought.body.subscriptionId as string}/fulfilment`)
    expect((await server.ask(admin, 'GET', `/own-purchases/${bought.body.purchaseId as string}`)).body).toMatchObject({ subscriptionStatus: 'active', afterwards: ['exchange', 'cancel', 'renew', 'rescope'] })
    const [seen] = (await server.ask(agent, 'GET', `/customers/${customer.id}/subscriptions`)).body.items
    expect(seen).toMatchObject({ subscriptionId: bought.body.subscriptionId, isSoldByThisPartner: true, status: 'active' })
    expect((await server.ask(agent, 'GET', `/customers/${customer.id}/subscriptions/${bought.body.subscriptionId as string}`)).body).toMatchObject({ isBoughtByCustomer: true })
    const charges = await sql<{ partner_id: string; amount: string }>('select partner_id, amount::text from subscription_charges where subscription_id = $1', [bought.body.subscriptionId])
    expect(charges).toEqual([{ partner_id: partner.id, amount: '6240' }])
    const told = await sql("select 1 from graphile_worker.jobs j join events e on e.id::text = replace(j.key, 'compose:', '') where e.resource_id = $1", [bought.body.purchaseId])
    expect(told).toEqual([])
  })

  it('shows in the history of both, in the activity log and as created and deleted permission [S4.L8.5]', async () => {
    const { agent, customer, admin, permission, buy } = await aPermitted(server, operator, { alerts: true })
    const { body } = await buy()
    await act(agent, `${permission}/removal`)
    for (const [who, path] of [[agent, `/customers/${customer.id}/own-purchases`], [admin, '/own-purchases']] as const) expect((await server.ask(who, 'GET', path)).body.items).toMatchObject([{ purchaseId: body.purchaseId, status: 'ordered' }])
    for (const who of [agent, admin]) {
      const types = (await server.ask(who, 'GET', '/activity?size=20')).body.items.map(({ type }: { type: string }) => type)
      expect(types).toEqual(expect.arrayContaining(['purchasePermission.created', 'ownPurchase.boughtWithAlert', 'order.placed', 'purchasePermission.deleted']))
    }
    // What was bought stays; nothing more is.
    expect(reasonOf(await buy())).toEqual(refused('purchaseNotPermitted'))
    expect(await own(admin)).toEqual([])
    expect(await sold(customer)).toMatchObject({ orders: 1, subscriptions: 1 })
  })

  it('is kept within kind, amount and month; a refused purchase leaves no order and no cent', async () => {
    const { customer, buy, admin } = await aPermitted(server, operator, { mostEach: '1000', mostMonthly: '1600' })
    expect(reasonOf(await buy({ ...savings, expectedTotal: '8760.00' }))).toEqual(refused('purchaseKindNotPermitted'))
    expect(reasonOf(await buy({ catalogItemId: items.office, expectedTotal: '10.50' }))).toEqual(refused('purchaseKindNotPermitted'))
    expect(reasonOf(await buy({ quantity: 2, expectedTotal: '124.80' }))).toEqual(refused('purchaseAboveLimit'))
    expect(reasonOf(await buy({ quantity: 101, expectedTotal: '1.00' }))).toEqual(refused('quantityAboveMaximum'))
    expect(reasonOf(await buy({ catalogItemId: 'NO:SUCH:THING' }))).toEqual(refused('offerNotAvailable'))
    expect(await sold(customer)).toEqual(nothing)
    expect([(await buy()).status, (await buy()).status]).toEqual([201, 201])
    expect((await own(admin))[0]).toMatchObject({ leftThisMonth: '102.40', refusal: null })
    expect(reasonOf(await buy())).toEqual(refused('purchaseAboveMonth'))
    expect(await sold(customer)).toMatchObject({ orders: 2 })
  })

  it('never passes the month’s limit, however many buy at once', async () => {
    for (let round = 0; round < 4; round++) {
      const { customer, permissionId, admin } = await aPermitted(server, operator, { mostMonthly: '1600', needsApproval: round % 2 === 1 })
      const second = await customer.person('globalAdministrator')
      const answers = await Promise.all([admin, second, admin, second, admin, second].map((who) => act(who, '/own-purchases', { permissionId, ...reserved, expectedTotal: '62.40' })))
      expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([201, 201, 409, 409, 409, 409])
      const [{ spent }] = (await sql<{ spent: string }>("select sum(committed)::text as spent from own_purchases where customer_id = $1 and status in ('ordered', 'awaitingApproval')", [customer.id])) as [{ spent: string }]
      expect(spent).toBe('149760')
      expect((await sold(customer))!.orders).toBe(round % 2 === 1 ? 0 : 2)
    }
  })

  it('counts what was never provisioned against no limit', async () => {
    const { buy } = await aPermitted(server, operator, { mostMonthly: '800' })
    const { body } = await buy()
    expect(reasonOf(await buy())).toEqual(refused('purchaseAboveMonth'))
    await act(operator, `/operator/provisioning/${body.subscriptionId as string}/refusal`, { note: 'No capacity.' })
    expect((await buy()).status).toBe(201)
  })
})

describe('with the partner’s yes first', () => {
  const asked = async () => {
    const given = await aPermitted(server, operator, { needsApproval: true })
    const { status, body } = await given.buy()
    expect({ status, body }).toMatchObject({ status: 201, body: { status: 'awaitingApproval', orderId: null, subscriptionId: null, can: ['withdraw'] } })
    expect(await sold(given.customer)).toEqual(nothing)
    return { ...given, purchase: `/customers/${given.customer.id}/own-purchases/${body.purchaseId as string}`, ofOwn: `/own-purchases/${body.purchaseId as string}` }
  }

  it('becomes an order when the partner approves, once, with the customer’s person as its buyer', async () => {
    const { agent, admin, customer, purchase, ofOwn } = await asked()
    expect((await server.ask(agent, 'GET', purchase)).body.can).toEqual(['approve', 'decline'])
    const answers = await Promise.all([act(agent, `${purchase}/approval`), act(agent, `${purchase}/approval`)])
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409])
    expect((await server.ask(admin, 'GET', ofOwn)).body).toMatchObject({ status: 'ordered', answeredByName: agent.displayName, subscriptionStatus: 'pending' })
    expect(await sql('select created_by from subscriptions where customer_id = $1 order by created_at desc limit 1', [customer.id])).toEqual([{ created_by: admin.id }])
    expect(await sold(customer)).toEqual({ orders: 1, subscriptions: 1, charges: 0 })
  })

  it('is declined with a reason, withdrawn, or lapses with the permission, and nothing is sold', async () => {
    const declined = await asked()
    expect((await act(declined.agent, `${declined.purchase}/decline`, { note: ' ' })).body.reason).toBe('noteForm')
    expect((await act(declined.agent, `${declined.purchase}/decline`, { note: 'Not this year.' })).status).toBe(200)
    expect((await server.ask(declined.admin, 'GET', declined.ofOwn)).body).toMatchObject({ status: 'declined', note: 'Not this year.', can: [] })
    const withdrawn = await asked()
    expect((await act(withdrawn.admin, `${withdrawn.ofOwn}/withdrawal`)).body.status).toBe('withdrawn')
    expect((await act(withdrawn.agent, `${withdrawn.purchase}/approval`)).body.code).toBe('invalidTransition')
    const lapsed = await asked()
    await act(lapsed.agent, `${lapsed.permission}/removal`)
    expect((await server.ask(lapsed.admin, 'GET', lapsed.ofOwn)).body.status).toBe('lapsed')
    for (const { customer } of [declined, withdrawn, lapsed]) expect(await sold(customer)).toEqual(nothing)
  })

  it('is told to the partner’s people, its answer to whoever asked; of a purchase without it the partner hears only where it wants to [S4.L8.4]', async () => {
    const { partner, customer, agent, admin, purchase } = await asked()
    await composeLetters(server.env)
    const [question] = await lettersTo(partner)
    expect(question).toMatchObject({ template: 'ownPurchaseToPartner' })
    expect([question!.subject.includes(customer.name), question!.body.includes(`/partner/customers/${customer.id}/account`)]).toEqual([true, true])
    await act(agent, `${purchase}/decline`, { note: 'Not this year.' })
    await composeLetters(server.env)
    const [answer] = await lettersTo(customer)
    expect(answer).toMatchObject({ template: 'ownPurchaseToCustomer', recipient: admin.userPrincipalName })
    expect(answer!.body).toContain('Not this year.')
    for (const alerts of [false, true]) {
      const free = await aPermitted(server, operator, { alerts })
      await composeLetters(server.env)
      await lettersTo(free.partner)
      expect((await free.buy()).status).toBe(201)
      await composeLetters(server.env)
      expect((await lettersTo(free.partner)).map(({ template }) => template)).toEqual(alerts ? ['ownPurchaseToPartner'] : [])
    }
  })

  it('is judged anew: at another price than the customer saw it is refused', async () => {
    const { agent, customer, purchase } = await asked()
    await sql('update own_purchases set unit_price = 6239, total = 6239 where customer_id = $1', [customer.id])
    expect(reasonOf(await act(agent, `${purchase}/approval`))).toEqual(refused('purchasePriceMoved'))
    expect(await sold(customer)).toEqual(nothing)
  })
})

describe('what bars it', () => {
  it('is a partner in debt or suspended; the customer is told no more than that it cannot sell', async () => {
    const { agent, partner, customer, admin, permission, buy } = await aPermitted(server, operator, {}, { partner: { cloud: 'china', country: 'CN' }, customer: { country: 'CN' } })
    await sql('update partner_profiles set in_debt = true where tenant_id = $1', [partner.id])
    expect(reasonOf(await act(agent, permissionsOf(customer), { kind: 'savingsPlan' }))).toMatchObject({ status: 403, reason: 'partnerInDebt' })
    expect(reasonOf(await buy())).toEqual(refused('purchaseSellerBarred'))
    expect((await own(admin))[0].refusal.reasonCode).toBe('purchaseSellerBarred')
    expect((await act(agent, `${permission}/removal`)).status).toBe(200)
    const suspended = await aPermitted(server, operator)
    await sql("update partner_profiles set status = 'suspended' where tenant_id = $1", [suspended.partner.id])
    expect(reasonOf(await suspended.buy())).toEqual(refused('purchaseSellerBarred'))
  })

  it('is the end of the relationship, which ends the permission too', async () => {
    const { agent, customer, admin, permissionId, plan, buy } = await aPermitted(server, operator, { needsApproval: true })
    const { body } = await buy()
    await act(agent, `${plan.path}/cancellation`)
    const { statement } = (await server.ask(agent, 'GET', `/customers/${customer.id}/removal`)).body
    expect((await act(agent, `/customers/${customer.id}/removal`, { statementSha256: statement.sha256, endPrivileges: false })).status).toBe(201)
    expect(reasonOf(await buy())).toEqual(refused('purchaseNotPermitted'))
    expect((await server.ask(admin, 'GET', `/own-purchases/${body.purchaseId as string}`)).body.status).toBe('lapsed')
    expect(await sql('select ended_because from purchase_permissions where id = $1', [permissionId])).toEqual([{ ended_because: 'relationshipEnded' }])
  })

  it('is being somebody else: a stranger finds nothing, and a Billing administrator only reads', async () => {
    const { customer, permissionId, permission, buy } = await aPermitted(server, operator)
    const { body } = await buy()
    const stranger = await aSelfBuyer(server, operator)
    for (const path of [`/purchase-permissions/${permissionId}/offers`, `/own-purchases/${body.purchaseId as string}`, `/own-purchases/${randomUUID()}`]) expect((await server.ask(stranger.admin, 'GET', path)).status).toBe(404)
    expect((await act(stranger.admin, '/own-purchases', { permissionId, ...reserved, expectedTotal: '62.40' })).status).toBe(404)
    const other = await (await aPartner()).person('adminAgent')
    for (const [method, path] of [['GET', permissionsOf(customer)], ['POST', `${permission}/removal`], ['GET', `/customers/${customer.id}/own-purchases`]] as const) expect((await server.ask(other, method, path, method === 'POST' ? { body: {} } : {})).status).toBe(404)
    expect((await act(stranger.agent, `${permissionsOf(stranger.customer)}/${permissionId}/removal`)).status).toBe(404)
    const billing = await customer.person('billingAdministrator')
    expect((await own(billing)).length).toBe(1)
    expect((await act(billing, '/own-purchases', { permissionId, ...reserved, expectedTotal: '62.40' })).status).toBe(403)
  })
})
