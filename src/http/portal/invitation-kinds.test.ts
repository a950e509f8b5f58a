import { describe, expect, it } from 'vitest'
import { aPair, aPartnerLink, aRequest, invitationActs, requestRow, tiesBetween } from '../../../test/support/invitations.ts'
import { aPartnership } from '../../../test/support/partnerships.ts'
import { testServer } from '../../../test/support/server.ts'
import { aCustomer, anAgreement, aPartner, aRelationship, sql } from '../../../test/support/world.ts'

const server = await testServer()
await anAgreement('public')
const { look, accept } = invitationActs(server)
const both = ['azureActiveDirectory', 'office365']

describe('an acceptance', () => {
  it('an unbound request binds it to the first tenant that accepts [S3.9] [S3.10]', async () => {
    const { partner, ana } = await aPair()
    const { secret } = await aRequest(partner)
    const second = await (await aCustomer()).person('globalAdministrator')
    expect((await accept(ana, secret)).status).toBe(201)
    expect((await look(second, secret)).body.verdict).toMatchObject({ reasonCode: 'alreadyAccepted', next: 'contactPartner' })
  })

  it('through a partner link serves any number of customers and uses nothing up', async () => {
    const partner = await aPartner({ cloud: 'china' })
    const link = await aPartnerLink(partner)
    const customers = [await aCustomer({ cloud: 'china' }), await aCustomer({ cloud: 'china' })]
    for (const customer of customers) expect((await accept(await customer.person('globalAdministrator'), link.secret)).status).toBe(201)
    for (const customer of customers) {
      expect(await tiesBetween(partner, customer)).toEqual({
        relationships: 1,
        grants: both,
        signatures: 0,
        accounts: 1,
        events: ['partnerLink.accepted', 'privileges.granted', 'resellerRelationship.formed'],
      })
    }
  })

  it('through the partner link of a partner it has already gives missing privileges back [S2.3]', async () => {
    const { partner, customer, ana } = await aPair({ partner: { cloud: 'china' } })
    await aRelationship(partner, customer, { services: ['office365'] })
    const link = await aPartnerLink(partner)
    expect((await look(ana, link.secret)).body).toMatchObject({ requestKind: 'restorePrivileges', verdict: { canAccept: true } })
    expect((await accept(ana, link.secret)).body).toMatchObject({ relationshipId: null, privileges: [{ service: 'azureActiveDirectory' }] })
    expect(await tiesBetween(partner, customer)).toMatchObject({ relationships: 1, grants: both })
  })

  it('in China makes the privileges exclusive, one partner for each service', async () => {
    const { partner, customer, ana } = await aPair({ partner: { cloud: 'china' } })
    await accept(ana, (await aPartnerLink(partner)).secret)
    expect(await sql('select distinct is_exclusive from delegated_admin_privileges where customer_id = $1', [customer.id])).toEqual([{ is_exclusive: true }])
    const rival = await aPartnerLink(await aPartner({ cloud: 'china' }))
    expect(await accept(ana, rival.secret)).toMatchObject({ status: 409, body: { reason: 'exclusiveServiceTaken' } })
  })

  it('a request for privileges gives them back and leaves the relationship as it is [S0.2]', async () => {
    const { partner, customer, ana } = await aPair()
    await aRelationship(partner, customer)
    const { id, secret } = await aRequest(partner, { kind: 'restorePrivileges', services: both })
    expect((await look(ana, secret)).body).toMatchObject({ requestKind: 'restorePrivileges', asks: { relationship: false } })
    expect((await accept(ana, secret)).body).toMatchObject({ relationshipId: null, privileges: [{ service: 'azureActiveDirectory' }, { service: 'office365' }] })
    expect(await tiesBetween(partner, customer)).toMatchObject({ relationships: 1, grants: both })
    expect((await requestRow(id)).status).toBe('accepted')
  })

  it('again after a removal revives the customer on the list, with tags and billing as they were [S0.L3.6]', async () => {
    const { partner, customer, ana } = await aPair()
    await aRelationship(partner, customer, { services: ['office365'] })
    await sql(`update reseller_relationships set ended_at = now() where partner_id = $1`, [partner.id])
    await sql(`update customer_accounts set ended_at = now(), tags = '{vip}', billing_mail = 'pay@x.example', company_name = 'Our name' where partner_id = $1`, [partner.id])
    const { secret } = await aRequest(partner, { services: both })
    expect((await accept(ana, secret)).body.privileges).toEqual([expect.objectContaining({ service: 'azureActiveDirectory' })])
    const rows = await sql('select company_name, tags, billing_mail, ended_at, privileged_services from customer_accounts where partner_id = $1', [partner.id])
    expect(rows).toEqual([{ company_name: 'Our name', tags: ['vip'], billing_mail: 'pay@x.example', ended_at: null, privileged_services: both }])
  })

  it('a joint request relates both in one act, with privileges for the reseller only', async () => {
    const reseller = await aPartner({ kinds: ['indirectReseller'] })
    const provider = await aPartner({ kinds: ['indirectProvider'] })
    await aPartnership(provider, reseller)
    const { customer, ana } = await aPair()
    const { secret } = await aRequest(reseller, { secondPartner: provider, services: both })
    expect((await look(ana, secret)).body.partners.map((one: { id: string }) => one.id)).toEqual([reseller.id, provider.id])
    expect((await accept(ana, secret)).status).toBe(201)
    expect(await tiesBetween(reseller, customer)).toMatchObject({ relationships: 1, grants: both, accounts: 1 })
    expect(await tiesBetween(provider, customer)).toMatchObject({ relationships: 1, grants: [], accounts: 1 })
    const channels = await sql('select partner_id, channel from reseller_relationships where customer_id = $1', [customer.id])
    expect(Object.fromEntries(channels.map((row) => [row.partner_id, row.channel]))).toEqual({ [reseller.id]: 'indirectReseller', [provider.id]: 'indirectProvider' })
  })

  it('hands privileges over: the second partner accepted first, then the first removed', async () => {
    const { partner: first, customer, ana } = await aPair()
    await aRelationship(first, customer, { services: both })
    const second = await aPartner()
    expect((await accept(ana, (await aRequest(second, { services: both })).secret)).status).toBe(201)
    expect(await tiesBetween(second, customer)).toMatchObject({ grants: both })
    expect(await tiesBetween(first, customer)).toMatchObject({ grants: both })
  })
})
