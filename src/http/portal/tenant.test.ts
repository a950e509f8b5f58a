import { describe, expect, it } from 'vitest'
import { testServer } from '../../../test/support/server.ts'
import { aCustomer, anOperator, aPartner, sql } from '../../../test/support/world.ts'
import { customerRoles, partnerRoles } from '../../domain/roles.ts'

const server = await testServer()

describe('one’s own organization', () => {
  it('shows its standing as a partner where it is one', async () => {
    const partner = await aPartner({ kinds: ['indirectReseller'], programmeId: '4711', inDebt: true, country: 'ES' })
    const answer = await server.ask(await partner.person('salesAgent'), 'GET', '/tenant')
    expect(answer).toMatchObject({
      status: 200,
      body: {
        id: partner.id,
        name: partner.name,
        cloud: 'public',
        country: 'ES',
        primaryDomain: partner.domain,
        domains: [partner.domain],
        partner: { kinds: ['indirectReseller'], programmeId: '4711', status: 'active', inDebt: true, verificationMethod: 'operatorCheck' },
        can: [],
      },
    })
    expect(answer.headers.get('etag')).toBe('"1"')
  })

  it('shows a customer as one, and the domains that were proved', async () => {
    const customer = await aCustomer()
    await sql("insert into tenant_domains (tenant_id, domain, verified_at) values ($1, $2, now()), ($1, $3, null)", [customer.id, `b-${customer.domain}`, `c-${customer.domain}`])
    const { body } = await server.ask(await customer.person('globalAdministrator'), 'GET', '/tenant')
    expect(body).toMatchObject({ can: ['update'], domains: [customer.domain, `b-${customer.domain}`] })
    expect(body.partner).toBeUndefined()
  })

  it('is nothing to a visitor', async () => {
    expect((await server.ask(null, 'GET', '/tenant')).status).toBe(401)
    expect((await server.ask(null, 'PATCH', '/tenant', { version: 1, body: {} })).status).toBe(401)
  })

  it.each([...partnerRoles, ...customerRoles, 'operator' as const])('is changed by %s as the table says', async (role) => {
    const who =
      role === 'operator' ? await anOperator() : await ((partnerRoles as readonly string[]).includes(role) ? await aPartner() : await aCustomer()).person(role)
    const answer = await server.ask(who, 'PATCH', '/tenant', { version: 1, body: { language: 'en' } })
    expect(answer.status).toBe(['globalAdmin', 'globalAdministrator', 'operator'].includes(role) ? 200 : 403)
  })

  it('changes contact, language and zone, tells which and not to what', async () => {
    const customer = await aCustomer()
    const admin = await customer.person('globalAdministrator')
    const body = { language: 'zh-Hans', timeZone: 'Asia/Shanghai', contactName: ' Eva  Ruiz ', contactMail: 'Eva@Ejemplo.example', contactPhone: '+34 600 000 000' }
    const answer = await server.ask(admin, 'PATCH', '/tenant', { version: 1, body })
    expect(answer).toMatchObject({ status: 200, body: { ...body, contactName: 'Eva Ruiz', contactMail: 'Eva@ejemplo.example', version: 2 } })
    const events = await sql("select data from events where resource_id = $1 and type = 'tenant.updated'", [customer.id])
    expect(events).toEqual([{ data: { changed: ['language', 'timeZone', 'contactName', 'contactMail', 'contactPhone'] } }])
    const without = await server.ask(admin, 'PATCH', '/tenant', { version: 2, body: { contactPhone: null, contactName: null } })
    expect(without.body).toMatchObject({ contactPhone: null, contactName: null, contactMail: 'Eva@ejemplo.example', version: 3 })
    expect((await server.ask(admin, 'PATCH', '/tenant', { version: 3, body: { language: 'zh-Hans' } })).body.version).toBe(3)
  })

  it.each([
    ['a zone that does not exist', { timeZone: 'Europe/Atlantis' }, 'timeZoneUnknown'],
    ['an offset, which knows no summer', { timeZone: '+02:00' }, 'timeZoneUnknown'],
    ['letters as phone', { contactPhone: 'call me' }, undefined],
    ['an address with a line break', { contactMail: 'eva@ejemplo.example\nbcc: x' }, 'invalidDomain'],
    ['a name that cannot be seen', { contactName: '\u200b' }, 'nameInvisible'],
    ['another name', { name: 'Contoso' }, undefined],
    ['another country', { country: 'US' }, undefined],
    ['another domain', { primaryDomain: 'victim.example' }, undefined],
    ['no language', { language: null }, undefined],
  ])('refuses %s', async (_title, body, reason) => {
    const customer = await aCustomer()
    const answer = await server.ask(await customer.person('globalAdministrator'), 'PATCH', '/tenant', { version: 1, body })
    expect([answer.status, answer.body.reason]).toEqual([422, reason])
  })

  it('is changed only from the version that was read', async () => {
    const customer = await aCustomer()
    const admin = await customer.person('globalAdministrator')
    expect((await server.ask(admin, 'PATCH', '/tenant', { body: { language: 'en' } })).status).toBe(428)
    expect((await server.ask(admin, 'PATCH', '/tenant', { version: 2, body: { language: 'en' } })).status).toBe(412)
  })
})
