import { crc32, deflateSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { testServer, type TestServer } from '../../../test/support/server.ts'
import { aCustomer, anOperator, aPartner, type TestPerson } from '../../../test/support/world.ts'

let server: TestServer
let operator: TestPerson
const path = '/operator/branding'
const none = { privacy: null, terms: null, imprint: null, accessibility: null }

beforeAll(async () => {
  server = await testServer()
  operator = await anOperator()
})

const read = async () => (await server.ask(operator, 'GET', path)).body
const put = async (body: unknown, more: { version?: number; authenticatedAt?: Date } = {}, at = path) => server.ask(operator, 'PUT', at, { body, version: (await read()).version, ...more })

function aPng(): string {
  const chunk = (type: string, body: Buffer) => {
    const named = Buffer.concat([Buffer.from(type, 'latin1'), body])
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(body.length)
    sum.writeUInt32BE(crc32(named))
    return Buffer.concat([length, named, sum])
  }
  const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 6, 0, 0, 0])
  const file = [Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', header), chunk('tEXt', Buffer.from('Author\0somebody')), chunk('IDAT', deflateSync(Buffer.from([0, 1, 2, 3, 255]))), chunk('IEND', Buffer.alloc(0))]
  return Buffer.concat(file).toString('base64')
}

describe.each([['GET', path, undefined], ['PUT', path, { name: 'x', accent: null, links: none }], ['PUT', `${path}/logo`, { png: null }]] as const)('%s %s', (method, at, body) => {
  it('is for operators only', async () => {
    expect((await server.ask(null, method, at, { body, version: 1 })).status).toBe(401)
    for (const person of [await (await aPartner()).person('globalAdmin'), await (await aCustomer()).person('globalAdministrator')]) {
      expect(await server.ask(person, method, at, { body, version: 1 })).toMatchObject({ status: 403, body: { code: 'notAllowed' } })
    }
  })
})

describe('the branding', () => {
  it('is shown to everybody, signed in or not', async () => {
    const links = { ...none, imprint: 'https://fabrikam.example/legal', privacy: 'https://fabrikam.example/privacy' }
    expect(await put({ name: 'Fabrikam', accent: '#5B2A86', links })).toMatchObject({ status: 200, body: { name: 'Fabrikam', accent: '#5b2a86', links } })
    expect((await server.ask(null, 'GET', '/session')).body.installation.branding).toEqual({ name: 'Fabrikam', accent: '#5b2a86', links, logo: null })
  })

  it('changes by an operator with a recent sign-in, on the version that was read', async () => {
    const body = { name: null, accent: null, links: none }
    expect(await put(body, { authenticatedAt: new Date(Date.now() - 20 * 60_000) })).toMatchObject({ status: 403, body: { code: 'stepUpRequired' } })
    expect((await put(body, { version: 99 })).status).toBe(412)
    expect((await server.ask(operator, 'PUT', path, { body })).status).toBe(428)
  })

  it.each([
    [{ accent: '#ffff00' }, 'accentTooLight'],
    [{ accent: '#8a8a8a' }, 'accentTooLight'],
    [{ links: { ...none, terms: 'http://fabrikam.example' } }, 'linkForm'],
    [{ links: { ...none, terms: 'javascript:alert(1)' } }, 'linkForm'],
    [{ links: { ...none, terms: 'https://a:b@fabrikam.example' } }, 'linkForm'],
    [{ name: 'Fabri\u202ekam' }, 'nameBidi'],
  ])('refuses %j', async (changes, reason) => {
    expect(await put({ name: null, accent: null, links: none, ...changes })).toMatchObject({ status: 422, body: { reason } })
  })

  it('has a logo that is written anew, served as what it is, and taken away again', async () => {
    expect((await fetch(`${server.url}/branding/logo.png`)).status).toBe(404)
    const saved = await put({ png: aPng() }, {}, `${path}/logo`)
    expect(saved).toMatchObject({ status: 200, body: { logo: expect.stringMatching(/^\/branding\/logo\.png\?v=[0-9a-f]{16}$/) } })
    const served = await fetch(`${server.url}${saved.body.logo}`)
    const bytes = Buffer.from(await served.arrayBuffer())
    expect(served.headers.get('content-type')).toBe('image/png')
    expect(served.headers.get('x-content-type-options')).toBe('nosniff')
    expect(bytes.subarray(1, 4).toString()).toBe('PNG')
    expect(bytes.includes('somebody')).toBe(false)
    expect(await put({ png: Buffer.from('<svg onload=alert(1)>').toString('base64') }, {}, `${path}/logo`)).toMatchObject({ status: 422, body: { reason: 'logoForm' } })
    expect((await put({ png: null }, {}, `${path}/logo`)).body.logo).toBeNull()
    expect((await fetch(`${server.url}/branding/logo.png`)).status).toBe(404)
  })
})
