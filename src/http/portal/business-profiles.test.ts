import { describe, expect, it } from 'vitest'
import { png } from '../../../test/support/png.ts'
import { eventsOf } from '../../../test/support/invitations.ts'
import { aFoundPartner, noProfileWords, referralActs, someLocation } from '../../../test/support/referrals.ts'
import { testServer } from '../../../test/support/server.ts'
import { aCustomer, aPartner, sql } from '../../../test/support/world.ts'

const server = await testServer()
const { find } = referralActs(server)
const problem = ({ status, body }: { status: number; body: { code?: string; reason?: string } }) => [status, body.code, body.reason]
const namesIn = ({ body }: { body: { items: { name: string }[] } }) => body.items.map(({ name }) => name)

async function aDraft() {
  const partner = await aPartner()
  const writer = await partner.person('referralsAdmin')
  const { body } = await server.ask(writer, 'POST', '/business-profiles', { body: { market: 'ES' } })
  const put = (words: object, version: number) => server.ask(writer, 'PUT', `/business-profiles/${body.id}`, { body: { ...noProfileWords, ...words }, version })
  return { partner, writer, id: body.id as string, put }
}

describe('a business profile', () => {
  it('is one for each country that the partner may trade in, and only there [S4.L2.1]', async () => {
    const { writer, id } = await aDraft()
    const { body } = await server.ask(writer, 'GET', '/business-profiles')
    expect(body.items).toMatchObject([{ id, market: 'ES', status: 'draft', can: ['edit', 'publish'] }])
    expect(body.openMarkets).toContain('PT')
    expect(body.openMarkets).not.toContain('ES')
    expect(problem(await server.ask(writer, 'POST', '/business-profiles', { body: { market: 'ES' } }))).toEqual([409, 'referralNotPossible', 'profileMarketTaken'])
    expect(problem(await server.ask(writer, 'POST', '/business-profiles', { body: { market: 'US' } }))).toEqual([422, 'invalidInput', 'profileMarketClosed'])
  })

  it('is written by profile and referrals admins and read by agents; nobody else of the partner sees it [S4.L2]', async () => {
    const { partner, id } = await aDraft()
    expect((await server.ask(await partner.person('businessProfileAdmin'), 'GET', `/business-profiles/${id}`)).body.can).toEqual(['edit', 'publish'])
    const agent = await partner.person('salesAgent')
    expect((await server.ask(agent, 'GET', `/business-profiles/${id}`)).body).toMatchObject({ market: 'ES', can: [] })
    expect(problem(await server.ask(agent, 'POST', `/business-profiles/${id}/publication`, { body: {} }))).toEqual([403, 'notAllowed', 'roleMissing'])
    expect(problem(await server.ask(await partner.person('billingAdmin'), 'GET', '/business-profiles'))).toEqual([403, 'notAllowed', 'roleMissing'])
    const stranger = await (await aPartner()).person('globalAdmin')
    const strangers = await server.ask(stranger, 'GET', `/business-profiles/${id}`)
    expect([strangers.status, strangers.body.code]).toEqual([404, 'notFound'])
  })

  it('holds each limit of its fields, with a reason for each [S4.L2.2]', async () => {
    const { writer, id, put } = await aDraft()
    const refused = async (words: object) => problem(await put(words, 1)).slice(2)[0]
    expect(await refused({ description: 'a'.repeat(2_501) })).toBe('profileDescriptionTooLong')
    expect(await refused({ description: 'uno\u202Edos' })).toBe('profileDescriptionForm')
    expect(await refused({ website: 'http://contoso.example' })).toBe('profileWebsiteForm')
    expect(await refused({ linkedin: 'https://contoso.example/company' })).toBe('profileLinkedinForm')
    expect(await refused({ skills: Array.from({ length: 11 }, (_, at) => `Aptitud ${at}`) })).toBe('profileSkillForm')
    expect(await refused({ products: ['nothing'] })).toBe('profileProductUnknown')
    const kept = await put({ description: 'ñ'.repeat(2_500), linkedin: 'https://www.linkedin.com/company/contoso' }, 1)
    expect(kept.body).toMatchObject({ version: 2, linkedin: 'https://www.linkedin.com/company/contoso', industries: ['retail'] })
    expect((await put({}, 1)).status).toBe(412)
    const logo = (width: number, version: number) => server.ask(writer, 'PUT', `/business-profiles/${id}/logo`, { body: { png: png(width, 40).toString('base64') }, version })
    expect(problem(await logo(301, 2))).toEqual([422, 'invalidInput', 'profileLogoTooWide'])
    expect((await logo(300, 2)).body.logo).toMatchObject({ width: 300, height: 40, address: expect.stringMatching(/^data:image\/png;base64,/) })
  })

  it('has up to five locations; an address is deleted and added again [S4.L2.3]', async () => {
    const { writer, id } = await aDraft()
    const add = (body: object = {}) => server.ask(writer, 'POST', `/business-profiles/${id}/locations`, { body: { ...someLocation, ...body } })
    for (let at = 1; at <= 5; at++) expect((await add({ name: `Oficina ${at}` })).status).toBe(201)
    expect(problem(await add())).toEqual([409, 'referralNotPossible', 'profileLocationsFull'])
    const [first] = (await server.ask(writer, 'GET', `/business-profiles/${id}`)).body.locations
    expect(first).toMatchObject({ name: 'Oficina 1', country: 'ES', city: 'Valdesauce' })
    expect((await server.ask(writer, 'DELETE', `/business-profiles/${id}/locations/${first.id}`)).body.locations).toHaveLength(4)
    expect((await server.ask(writer, 'DELETE', `/business-profiles/${id}/locations/${first.id}`)).status).toBe(404)
    expect(problem(await add({ city: ' ' }))).toEqual([422, 'invalidInput', 'profileLocationForm'])
  })

  it('is whole before customers find it', async () => {
    const { writer, id, put } = await aDraft()
    const publish = async () => (await server.ask(writer, 'POST', `/business-profiles/${id}/publication`, { body: {} })).body.reason
    expect(await publish()).toBe('profileDescriptionMissing')
    await put({ services: [] }, 1)
    expect(await publish()).toBe('profileServicesMissing')
    await put({ otherCompanies: null }, 2)
    expect(await publish()).toBe('profileCompaniesUnsaid')
    await put({}, 3)
    expect(await publish()).toBe('profileLocationMissing')
    await server.ask(writer, 'POST', `/business-profiles/${id}/locations`, { body: someLocation })
    expect(await publish()).toBeUndefined()
    expect((await eventsOf(id)).map(({ type }) => type)).toEqual(['businessProfile.created', ...Array(4).fill('businessProfile.changed'), 'businessProfile.published'])
  })

  it('names no other partner unless the partner confirms that it is affiliated; who confirmed it is kept [S4.L2.5]', async () => {
    await aFoundPartner(server, { name: 'Nubes de Valdesauce' })
    const { put, writer, id } = await aDraft()
    expect(problem(await put({ description: 'Mejores que NUBES de Valdesauce.' }, 1))).toEqual([422, 'invalidInput', 'profileNamesPartner'])
    const { body } = await put({ description: 'Junto con Nubes de Valdesauce.', otherCompanies: 'affiliated' }, 1)
    expect(body).toMatchObject({ otherCompanies: 'affiliated', otherCompaniesByName: writer.displayName })
    expect(body.otherCompaniesAt).toBeTruthy()
    expect(await sql('select other_companies_by from business_profiles where id = $1', [id])).toEqual([{ other_companies_by: writer.id }])
  })
})

describe('the partner finder', () => {
  it('shows what is published, at once, and no longer than that [S4.15] [S4.L2.4]', async () => {
    const { profileId, writer, partner } = await aFoundPartner(server, { name: 'Adatum Lisboa', market: 'PT' })
    const ana = await (await aCustomer({ country: 'PT' })).person('globalAdministrator')
    expect(namesIn(await find(ana))).toContain('Adatum Lisboa')
    const { version } = (await server.ask(writer, 'GET', `/business-profiles/${profileId}`)).body
    await server.ask(writer, 'PUT', `/business-profiles/${profileId}`, { body: { ...noProfileWords, description: 'Ahora también velas.' }, version })
    expect((await server.ask(ana, 'GET', `/partner-finder/${profileId}`)).body).toMatchObject({ description: 'Ahora también velas.', locations: [{ name: 'Oficina central' }], mayBeRelated: true, isVerified: true })
    await sql("update partner_profiles set status = 'suspended' where tenant_id = $1", [partner.id])
    expect(namesIn(await find(ana))).not.toContain('Adatum Lisboa')
    expect((await server.ask(ana, 'GET', `/partner-finder/${profileId}`)).status).toBe(404)
    await sql("update partner_profiles set status = 'active' where tenant_id = $1", [partner.id])
    await server.ask(writer, 'POST', `/business-profiles/${profileId}/withdrawal`, { body: {} })
    expect((await server.ask(ana, 'GET', `/partner-finder/${profileId}`)).status).toBe(404)
    await server.ask(writer, 'POST', `/business-profiles/${profileId}/publication`, { body: {} })
    await sql("update tenants set status = 'closed', closed_at = now() where id = $1", [partner.id])
    expect(namesIn(await find(ana))).not.toContain('Adatum Lisboa')
  })

  it('searches by country, service, industry, size and words, page by page [S1.27]', async () => {
    const words = [{ services: ['training'], skills: ['Vela y mar'] }, { services: ['training'], industries: ['health'], companySizes: ['1000+'] }, { services: ['consulting'] }]
    for (const [at, one] of words.entries()) await aFoundPartner(server, { name: `Trey ${at} Formación`, market: 'FR', words: one })
    const ana = await (await aCustomer({ country: 'FR' })).person('billingAdministrator')
    expect(namesIn(await find(ana))).toEqual(['Trey 0 Formación', 'Trey 1 Formación', 'Trey 2 Formación'])
    expect(namesIn(await find(ana, '?service=training'))).toEqual(['Trey 0 Formación', 'Trey 1 Formación'])
    expect(namesIn(await find(ana, '?industry=health'))).toEqual(['Trey 1 Formación'])
    expect(namesIn(await find(ana, '?companySize=1000%2B'))).toEqual(['Trey 1 Formación'])
    expect(namesIn(await find(ana, '?search=formacion%20VELA'))).toEqual(['Trey 0 Formación'])
    expect(namesIn(await find(ana, '?market=IT'))).toEqual([])
    const first = (await find(ana, '?size=2')).body
    expect(namesIn(await find(ana, `?size=2&cursor=${first.next}`))).toEqual(['Trey 2 Formación'])
  })

  it('stays within its cloud; where a cloud has none, that is said', async () => {
    const { profileId } = await aFoundPartner(server)
    const ana = await (await aCustomer({ cloud: 'usGov' })).person('globalAdministrator')
    expect(problem(await find(ana))).toEqual([403, 'notAllowed', 'referralsNotInCloud'])
    expect(problem(await server.ask(ana, 'GET', `/partner-finder/${profileId}`))).toEqual([403, 'notAllowed', 'referralsNotInCloud'])
    expect(problem(await server.ask(await (await aPartner({ cloud: 'usGov' })).person('globalAdmin'), 'GET', '/leads'))).toEqual([403, 'notAllowed', 'referralsNotInCloud'])
  })

  it('serves the logo of a published page, and of no other', async () => {
    const { profileId, writer } = await aFoundPartner(server)
    const { version } = (await server.ask(writer, 'GET', `/business-profiles/${profileId}`)).body
    await server.ask(writer, 'PUT', `/business-profiles/${profileId}/logo`, { body: { png: png(120, 60).toString('base64') }, version })
    const ana = await (await aCustomer()).person('globalAdministrator')
    const { address } = (await server.ask(ana, 'GET', `/partner-finder/${profileId}`)).body.logo
    const picture = await fetch(server.url + address)
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/png'])
    await server.ask(writer, 'POST', `/business-profiles/${profileId}/withdrawal`, { body: {} })
    expect((await fetch(server.url + address)).status).toBe(404)
    expect((await fetch(`${server.url}/profile-logos/x.png`)).status).toBe(404)
  })
})
