import { beforeEach, describe, expect, it } from 'vitest'
import { performNow } from '../../application/perform.ts'
import { offerSetUp } from '../../application/installation/offer-set-up.ts'
import { theSystem } from '../../domain/actor.ts'
import { aBrowser, goodPassword } from '../../../test/support/cookie-browser.ts'
import { testServer } from '../../../test/support/server.ts'
import { anOperator, sql } from '../../../test/support/world.ts'

const server = await testServer()
let code: string

const wishes = (changes: object = {}) => ({
  code,
  tenantName: 'Programa Contoso',
  displayName: 'Marta Gil',
  userPrincipalName: 'marta@programa.example',
  mail: 'marta@programa.example',
  password: goodPassword,
  ...changes,
})
const setUp = (changes: object = {}) => server.ask(null, 'POST', '/set-up', { body: wishes(changes), language: 'es' })

const operators = () => sql('select id from tenants where is_operator')

/** Every test begins with an installation that nobody runs, as a start leaves it. */
beforeEach(async () => {
  await sql("update tenants set is_operator = false, primary_domain = id || '.former.example'")
  await sql("update people set user_principal_name_key = id || '@former.example'")
  await sql('delete from settings')
  code = (await performNow(server.env, offerSetUp, theSystem, undefined))!
})

describe('an empty installation', () => {
  it('says so, and makes whoever holds the code of the terminal its operator', async () => {
    expect((await server.ask(null, 'GET', '/session')).body.installation.isSetUp).toBe(false)
    expect(await setUp()).toMatchObject({ status: 201, body: { next: 'signIn' } })
    expect((await server.ask(null, 'GET', '/session')).body.installation.isSetUp).toBe(true)
    const browser = aBrowser(server, 'operator')
    expect(await browser.ask('POST', '/sessions', { userPrincipalName: 'marta@programa.example', password: goodPassword })).toMatchObject({ status: 201, body: { next: 'enrolSecondFactor' } })
    expect(await sql("select p.roles, p.language, t.is_operator, t.origin from people p join tenants t on t.id = p.tenant_id where t.is_operator")).toEqual([{ roles: ['operator'], language: 'es', is_operator: true, origin: 'setUp' }])
    expect(await sql("select actor_kind from events where type = 'installation.setUp' order by sequence desc limit 1")).toEqual([{ actor_kind: 'person' }])
  })

  it('takes the code as people type it', async () => {
    expect((await setUp({ code: ` ${code.slice(4).toLowerCase().replaceAll('-', ' ')} ` })).status).toBe(201)
  })

  it.each([
    ['another code', { code: 'set_00000-00000-00000-00000-00000-00000' }, 'wrongCode'],
    ['no code', { code: '?' }, 'wrongCode'],
    ['a weak password', { password: 'contoso' }, 'weakPassword'],
    ['a name that is no address', { userPrincipalName: 'marta' }, 'invalidMailAddress'],
    ['an invisible name', { tenantName: '\u200b' }, 'invalidName'],
    ['a wish to be something else', { roles: ['globalAdmin'] }, 'invalidInput'],
  ])('refuses %s and stays as it was', async (_title, changes, refused) => {
    expect(await setUp(changes)).toMatchObject({ status: 422, body: { code: refused } })
    expect(await operators()).toEqual([])
    expect((await setUp()).status).toBe(201)
  })

  it('is set up by one of eight who use the code at once', async () => {
    const all = await Promise.all(Array.from({ length: 8 }, (_, number) => setUp({ userPrincipalName: `marta${number}@programa${number}.example` })))
    expect(all.map(({ status }) => status).sort((one, other) => one - other)).toEqual([201, 409, 409, 409, 409, 409, 409, 409])
    expect(all.filter(({ status }) => status === 409).every(({ body }) => body.code === 'alreadySetUp')).toBe(true)
    expect(await operators()).toHaveLength(1)
  })

  it('takes the code of its latest start only', async () => {
    const before = code
    code = (await performNow(server.env, offerSetUp, theSystem, undefined))!
    expect((await setUp({ code: before })).body.code).toBe('wrongCode')
    expect((await setUp()).status).toBe(201)
  })
})

describe('an installation that somebody runs', () => {
  it('is not set up again', async () => {
    expect((await setUp()).status).toBe(201)
    expect(await setUp({ userPrincipalName: 'eva@otra.example' })).toMatchObject({ status: 409, body: { code: 'alreadySetUp' } })
    expect(await performNow(server.env, offerSetUp, theSystem, undefined)).toBeUndefined()
  })

  it('is not set up by a code that was left over', async () => {
    await anOperator()
    expect((await server.ask(null, 'GET', '/session')).body.installation.isSetUp).toBe(true)
    expect((await setUp()).body.code).toBe('alreadySetUp')
  })
})
