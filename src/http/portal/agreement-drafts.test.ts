import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { testServer, type TestServer } from '../../../test/support/server.ts'
import { aCustomer, anOperator, aPartner, type TestPerson } from '../../../test/support/world.ts'

let server: TestServer
let operator: TestPerson
const path = '/operator/agreement-drafts'
const body = (changes: Record<string, unknown> = {}) => ({ cloud: 'public', country: 'CO', mustSignAgain: false, texts: [{ language: 'es', title: 'Contrato', body: '' }], ...changes })

beforeAll(async () => {
  server = await testServer()
  operator = await anOperator()
})

const begin = async (changes = {}) => (await server.ask(operator, 'POST', path, { body: body(changes) })).body as { id: string; version: number }
const operations = [['GET', path], ['POST', path], ['GET', `${path}/:id`], ['PUT', `${path}/:id`], ['DELETE', `${path}/:id`], ['POST', `${path}/:id/publication`]] as const

describe.each(operations)('%s %s', (method, at) => {
  const ask = (who: TestPerson | null, id: string) => server.ask(who, method, at.replace(':id', id), { ...(method === 'GET' || method === 'DELETE' ? {} : { body: at.endsWith('publication') ? { version: 1 } : body() }), version: 1 })

  it('is for operators only', async () => {
    expect((await ask(null, randomUUID())).status).toBe(401)
    for (const person of [await (await aPartner()).person('globalAdmin'), await (await aCustomer()).person('globalAdministrator')]) {
      expect(await ask(person, (await begin()).id)).toMatchObject({ status: 403, body: { code: 'notAllowed' } })
    }
  })

  if (at.includes(':id')) {
    it('tells nothing of what is not there', async () => {
      expect((await ask(operator, randomUUID())).status).toBe(404)
      expect((await ask(operator, 'no-id')).status).toBe(404)
    })
  }
})

describe('a draft of an agreement', () => {
  it('may be half done, is changed where nobody changed it meanwhile, and is thrown away', async () => {
    const { id, version } = await begin()
    const put = (at: number | undefined, texts: unknown) => server.ask(operator, 'PUT', `${path}/${id}`, { body: body({ texts }), ...(at !== undefined && { version: at }) })
    expect(await put(version, [{ language: 'es', title: 'Contrato', body: 'Una cláusula.' }])).toMatchObject({ status: 200, body: { version: 2 } })
    expect((await put(version, [])).status).toBe(412)
    expect((await put(undefined, [])).status).toBe(428)
    expect((await server.ask(operator, 'GET', path)).body.items).toContainEqual(expect.objectContaining({ id, version: 2 }))
    expect((await server.ask(operator, 'DELETE', `${path}/${id}`, { version: 1 })).status).toBe(412)
    expect((await server.ask(operator, 'DELETE', `${path}/${id}`, { version: 2 })).status).toBe(204)
    expect((await server.ask(operator, 'GET', `${path}/${id}`)).status).toBe(404)
  })

  it('becomes a version once, when it is whole', async () => {
    const unfinished = await begin()
    const publish = ({ id, version }: { id: string; version: number }, more = {}) => server.ask(operator, 'POST', `${path}/${id}/publication`, { body: { version }, ...more })
    expect(await publish(unfinished)).toMatchObject({ status: 422, body: { reason: 'agreementTextForm' } })
    const whole = await begin({ country: 'CR', mustSignAgain: true, texts: [{ language: 'es', title: 'Contrato', body: 'Una cláusula.\r\n' }] })
    expect(await publish(whole, { authenticatedAt: new Date(Date.now() - 20 * 60_000) })).toMatchObject({ status: 403, body: { code: 'stepUpRequired' } })
    expect((await publish({ ...whole, version: 7 })).status).toBe(412)
    expect(await publish(whole)).toMatchObject({ status: 201, body: { country: 'CR', number: 1, mustSignAgain: true } })
    expect((await publish(whole)).status).toBe(404)
  })

  it.each([
    [{ cloud: 'mars' }, 'cloudUnknown'],
    [{ country: 'ZZ' }, 'unknownCountry'],
    [{ texts: [{ language: 'es', title: 'T', body: 'paga \u202e1' }] }, 'agreementTextForm'],
    [{ texts: [{ language: 'es', title: 'T', body: '' }, { language: 'es', title: 'U', body: '' }] }, 'agreementLanguageTwice'],
    [{ cloud: 'usGov', country: 'US', texts: [{ language: 'es', title: 'T', body: 'a' }] }, 'agreementLanguageNotOffered'],
  ])('refuses %j', async (changes, reason) => {
    expect(await server.ask(operator, 'POST', path, { body: body(changes) })).toMatchObject({ status: 422, body: { reason } })
  })
})
