import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { testEnvironment } from '../../../test/support/environment.ts'
import { testServer, type TestServer } from '../../../test/support/server.ts'
import { aCustomer, anOperator, aPartner, type TestPerson } from '../../../test/support/world.ts'
import { cloudManifests, type CloudManifests } from '../../application/installation/cloud-manifests.ts'

let server: TestServer
let operator: TestPerson
let manifests: CloudManifests
const path = '/operator/cloud-manifests'

beforeAll(async () => {
  const { database, log } = await testEnvironment()
  manifests = await cloudManifests(database, log)
  server = await testServer({ manifestOf: manifests.manifestOf })
  operator = await anOperator()
})

const read = async (id: string) => (await server.ask(operator, 'GET', `${path}/${id}`)).body
const change = async (id: string, body: unknown, version?: number) => server.ask(operator, 'PATCH', `${path}/${id}`, { body, version: version ?? (await read(id)).version })
const lineOf = (body: { lines: { key: string }[] }, key: string) => body.lines.find((line) => line.key === key)

describe.each([['GET', path], ['GET', `${path}/public`], ['PATCH', `${path}/public`], ['POST', path]])('%s %s', (method, at) => {
  it('is for operators only', async () => {
    const more = method === 'GET' ? {} : { body: method === 'POST' ? { id: 'mine', copyOf: 'public', name: { en: 'Mine', es: 'Mía' } } : {}, version: 1 }
    expect((await server.ask(null, method, at, more)).status).toBe(401)
    for (const person of [await (await aPartner()).person('globalAdmin'), await (await aCustomer()).person('globalAdministrator')]) {
      expect(await server.ask(person, method, at, more)).toMatchObject({ status: 403, body: { code: 'notAllowed' } })
    }
  })
})

describe('the rules of the clouds', () => {
  it('are read in words, in the reader’s language', async () => {
    const { body } = await server.ask(operator, 'GET', path, { language: 'es' })
    expect(body.items.map(({ id }: { id: string }) => id).sort()).toEqual(['china', 'germany', 'public', 'usGov'])
    const german = body.items.find(({ id }: { id: string }) => id === 'germany')
    expect(lineOf(german, 'privileges')).toEqual({ key: 'privileges', title: 'Privilegios de administración delegados', value: 'se solicitan siempre, no se pueden omitir', isChanged: false })
    expect((await server.ask(operator, 'GET', `${path}/mars`)).status).toBe(404)
  })

  it('change by an operator with a recent sign-in, on the version that was read', async () => {
    const { version } = await read('usGov')
    const late = await server.ask(operator, 'PATCH', `${path}/usGov`, { body: {}, version, authenticatedAt: new Date(Date.now() - 20 * 60_000) })
    expect(late).toMatchObject({ status: 403, body: { code: 'stepUpRequired' } })
    const changed = await change('usGov', { partnerPortalName: { en: 'Fabrikam desk', es: 'Mesa Fabrikam' }, removalEndsPrivileges: 'always' })
    expect(changed).toMatchObject({ status: 200, body: { version: version + 1, editable: { removalEndsPrivileges: 'always' } } })
    expect(lineOf(changed.body, 'partnerPortalName')).toMatchObject({ isChanged: true, value: 'Fabrikam desk' })
    expect((await change('usGov', {}, version)).status).toBe(412)
    expect((await server.ask(operator, 'PATCH', `${path}/usGov`, { body: {} })).status).toBe(428)
    const back = await change('usGov', { removalEndsPrivileges: null })
    expect(back.body.editable).toMatchObject({ removalEndsPrivileges: 'ask', partnerPortalName: { en: 'Fabrikam desk' } })
  })

  it.each([
    [{ name: { en: 'Only\u202e', es: 'x' } }],
    [{ marketExceptions: [{ partnerCountry: 'ES', customerCountry: 'ZZ', allowed: true, reason: 'x' }] }],
    [{ partnerMfa: 'never' }],
    [{ privileges: 'forced' }],
    [{ name: { en: 'One' } }],
  ])('refuse %j', async (body) => {
    expect((await change('public', body)).status).toBe(422)
  })

  it('rule what people may do as soon as a process has read them again', async () => {
    const partner = await aPartner()
    const agent = await partner.person('adminAgent')
    const ask = () => server.ask(agent, 'POST', '/relationship-requests', { body: { kind: 'establish', customer: { country: 'US' }, askPrivileges: true, language: 'es', validityDays: 90 } })
    expect(await ask()).toMatchObject({ status: 409, body: { reason: 'outsideMarket' } })
    await change('public', { marketExceptions: [{ partnerCountry: 'ES', customerCountry: 'US', allowed: true, reason: 'Acuerdo 12' }] })
    await manifests.refresh()
    expect((await ask()).status).toBe(201)
    await change('public', { marketExceptions: null })
    await manifests.refresh()
    expect((await ask()).status).toBe(409)
  })
})

describe('a cloud of the operator’s own', () => {
  const add = (body: unknown) => server.ask(operator, 'POST', path, { body })

  it('is a copy that goes its own way', async () => {
    await change('germany', { billingAdministratorMayAccept: true })
    const made = await add({ id: 'adatum', copyOf: 'germany', name: { en: 'Adatum cloud', es: 'Nube Adatum' } })
    expect(made).toMatchObject({ status: 201, body: { id: 'adatum', basedOn: 'germany', editable: { billingAdministratorMayAccept: true } } })
    await change('germany', { billingAdministratorMayAccept: null })
    expect((await read('adatum')).editable.billingAdministratorMayAccept).toBe(true)
    await manifests.refresh()
    expect(manifests.manifestOf('adatum')).toMatchObject({ id: 'adatum', name: { en: 'Adatum cloud' }, billingAdministratorMayAccept: true })
    const domain = `f${randomUUID().slice(0, 8)}.example`
    const customer = { name: 'Reederei', cloud: 'adatum', country: 'DE', primaryDomain: domain, language: 'de', timeZone: 'Europe/Berlin', admin: { displayName: 'Ute Berg', userPrincipalName: `ute@${domain}`, mail: `ute@${domain}` } }
    expect((await server.ask(operator, 'POST', '/operator/customers', { body: customer })).status).toBe(201)
    expect((await server.ask(operator, 'GET', '/operator/clouds')).body.items.map(({ id }: { id: string }) => id)).toContain('adatum')
  })

  it('has a code of its own, and a cloud to copy', async () => {
    const name = { en: 'Mine', es: 'Mía' }
    expect(await add({ id: 'public', copyOf: 'china', name })).toMatchObject({ status: 409, body: { reason: 'cloudCodeTaken' } })
    expect(await add({ id: 'mine', copyOf: 'mars', name })).toMatchObject({ status: 422, body: { reason: 'cloudUnknown' } })
    expect((await add({ id: 'My cloud', copyOf: 'public', name })).status).toBe(422)
  })
})
