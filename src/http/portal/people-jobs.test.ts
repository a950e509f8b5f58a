import { beforeAll, describe, expect, it } from 'vitest'
import { aCatalogue, anActive, items, lineOf } from '../../../test/support/catalogue.ts'
import { aBrowser } from '../../../test/support/cookie-browser.ts'
import { aLicensed, assign, basic, office, unitsOf, users } from '../../../test/support/licenses.ts'
import { testServer } from '../../../test/support/server.ts'
import { anAgreement, aPartner, aRelationship, sql, type TestPerson, type TestTenant } from '../../../test/support/world.ts'
import { workPeopleJob } from '../../application/people-jobs/work-job.ts'
import { forgetOldPeopleJobs } from '../../application/people-jobs/forget-people-jobs.ts'
import { performNow } from '../../application/perform.ts'
import { theSystem } from '../../domain/actor.ts'

const server = await testServer()
let operator: TestPerson
beforeAll(async () => {
  await anAgreement()
  operator = await aCatalogue(server)
}, 60_000)

const problem = ({ status, body }: { status: number; body: { code?: string; reason?: string } }) => ({ status, code: body.code, reason: body.reason })
const toAssign = [{ sku: office, act: 'assign' }]
const begin = (who: TestPerson, base: string, people: object, licenses: object[] = toAssign) => server.ask(who, 'POST', `${base}/license-jobs`, { body: { people, licenses } })
const read = async (who: TestPerson, base: string, id: string) => (await server.ask(who, 'GET', `${base}/people-jobs/${id}`)).body
const rows = async (who: TestPerson, base: string, id: string, query = '') => (await server.ask(who, 'GET', `${base}/people-jobs/${id}/rows${query}`)).body.items
const workOn = (id: string) => workPeopleJob(server.env, id)

describe('licenses for many users', () => {
  it('go to those who were picked, in their order, as far as there are seats; the report says of each what became of it', async () => {
    const { customer, agent, administrator, base } = await aLicensed(server, operator, 3)
    const picked = await users(customer, 4)
    const [nowhere] = await users(customer, 1, null)
    await assign(server, administrator, '', picked[1]!)
    const ids = [nowhere!, ...picked].map(({ id }) => id)
    const { status, body } = await begin(agent, base, { ids: [...ids, '00000000-0000-4000-8000-000000000000'] })
    expect(status, JSON.stringify(body)).toBe(201)
    await workOn(body.id)
    // Both portals read the same job; the customer sees that it was on its behalf.
    expect(await read(administrator, '', body.id)).toMatchObject({ status: 'done', isOnBehalf: true, rows: { total: 6, done: 2, unchanged: 1, refused: 3 }, licenses: [{ sku: office, act: 'assign' }] })
    expect((await rows(agent, base, body.id)).map(({ state, why }: { state: string; why: { reasonCode: string } | null }) => [state, why?.reasonCode])).toEqual([
      ['refused', 'usageLocationMissing'], ['done', undefined], ['unchanged', undefined], ['done', undefined], ['refused', 'noSeatLeft'], ['refused', 'userNotThere'],
    ])
    expect(await unitsOf(server, administrator, '')).toMatchObject({ consumed: 3, available: 0 })
  })

  it('are switched three ways: one given, one taken, and what is not named stays', async () => {
    const { customer, agent, administrator } = await aLicensed(server, operator, 5)
    await anActive(server, { agent, customer, operator, line: lineOf(items.basic, { quantity: 2 }) })
    await anActive(server, { agent, customer, operator, line: lineOf(items.classic, { quantity: 2 }) })
    const [one, other] = (await users(customer, 2)) as [TestPerson, TestPerson]
    for (const sku of [office, 'NIMBUS-CLASSIC:E1']) await assign(server, administrator, '', one, sku)
    const { body } = await begin(administrator, '', { ids: [one.id, other.id] }, [{ sku: office, act: 'remove' }, { sku: basic, act: 'assign', disabledPlans: ['FILES'] }])
    await workOn(body.id)
    const of = async ({ id }: TestPerson) => (await server.ask(administrator, 'GET', `/people/${id}/licenses`)).body.items.map(({ sku }: { sku: string }) => sku)
    expect(await of(one)).toEqual(['NIMBUS-CLASSIC:E1', basic])
    expect(await of(other)).toEqual([basic])
  })

  it('reach everybody whom a filter shows, and go on after a crash without doubling', async () => {
    const { customer, administrator } = await aLicensed(server, operator, 300)
    // Whole batches, so that the last one finds nobody left.
    await users(customer, 1_000)
    const { body } = await begin(administrator, '', { filter: { license: 'none', search: 'usuaria' } }, toAssign)
    expect(body.rows.total).toBe(1_000)
    // The connection goes in the middle of a batch, after the licenses and before the commit.
    const broken = { ...server.env, newId: () => { throw new Error('the plug was pulled') } }
    await expect(workPeopleJob(broken, body.id)).rejects.toThrow()
    expect((await read(administrator, '', body.id)).rows).toMatchObject({ done: 0, refused: 0 })
    expect(await unitsOf(server, administrator, '')).toMatchObject({ consumed: 0 })
    // Two workers at once take turns.
    await Promise.all([workOn(body.id), workOn(body.id)])
    expect(await read(administrator, '', body.id)).toMatchObject({ status: 'done', rows: { done: 300, refused: 700 } })
    expect(await unitsOf(server, administrator, '')).toMatchObject({ consumed: 300, available: 0 })
    expect((await server.ask(administrator, 'GET', `/people?license=${office}&size=500`)).body.items).toHaveLength(300)
    expect((await begin(administrator, '', { filter: { search: 'nobody at all' } })).body.reason).toBe('nobodyPicked')
  })

  it('are cancelled where what was done stays; pause when the right ends, and another goes on', async () => {
    const { partner, customer, agent, administrator, base } = await aLicensed(server, operator, 10)
    const picked = (await users(customer, 3)).map(({ id }) => id)
    const cancelled = await begin(administrator, '', { ids: picked })
    await server.ask(administrator, 'POST', `/people-jobs/${cancelled.body.id}/cancellation`)
    await workOn(cancelled.body.id)
    expect(await read(administrator, '', cancelled.body.id)).toMatchObject({ status: 'cancelled', rows: { done: 0 }, can: [] })

    const { body } = await begin(agent, base, { ids: picked })
    await sql('update delegated_admin_privileges set ended_at = now() where partner_id = $1', [partner.id])
    await workOn(body.id)
    expect(await read(administrator, '', body.id)).toMatchObject({ status: 'paused', pausedBecause: { reasonCode: 'noPrivileges' }, can: ['resume', 'cancel'] })
    expect(problem(await server.ask(agent, 'GET', `${base}/people-jobs/${body.id}`))).toMatchObject({ status: 403 })
    await server.ask(administrator, 'POST', `/people-jobs/${body.id}/resumption`)
    await workOn(body.id)
    expect(await read(administrator, '', body.id)).toMatchObject({ status: 'done', rows: { done: 3 } })
  })

  it('are no matter of another partner of the same customer, whatever privileges it holds', async () => {
    const { customer, agent, base } = await aLicensed(server, operator, 2)
    const { body } = await begin(agent, base, { ids: (await users(customer, 1)).map(({ id }) => id) })
    const other = await aPartner()
    await aRelationship(other, customer, { services: ['azureActiveDirectory'] })
    const stranger = await other.person('adminAgent')
    expect((await server.ask(stranger, 'GET', `${base}/people-jobs`)).body.items).toEqual([])
    for (const [method, path] of [['GET', ''], ['GET', '/rows'], ['POST', '/cancellation']] as const) {
      expect(problem(await server.ask(stranger, method, `${base}/people-jobs/${body.id}${path}`)), path).toMatchObject({ status: 404 })
    }
  })
})

const csv = (customer: TestTenant, lines: readonly string[]) => `\uFEFFUser name,Display name,First name,Last name,Usage location,Mail\r\n${lines.map((line) => line.replaceAll('@', `@${customer.domain}`)).join('\r\n')}`
const upload = (who: TestPerson, base: string, raw: string, more = {}) => server.ask(who, 'POST', `${base}/people-uploads`, { raw, headers: { 'content-type': 'text/csv' }, ...more })

describe('a file of users', () => {
  it('is looked at first, then each row is created as one alone would be, and the passwords are given once', async () => {
    const { customer, agent, administrator, base } = await aLicensed(server, operator, 1)
    const [taken] = await users(customer, 1)
    const { body } = await upload(agent, base, csv(customer, ['lia@,Lía Ruiz,Lía,Ruiz,es,', 'noa@,,Noa,Sanz,,noa(at)example', 'x@elsewhere.example ,X,,,ES,', 'LIA@,Lía otra vez,,,ES,', `${taken!.userPrincipalName.split('@')[0]}@,Otra,,,ES,`, 'teo@,,Teo,Gil,,']))
    expect(body, JSON.stringify(body)).toMatchObject({ status: 'checking', rows: { total: 6 } })
    await workOn(body.id)
    const checked = await read(agent, base, body.id)
    expect(checked).toMatchObject({ status: 'checked', rows: { total: 6, checked: 6, done: 0, refused: 4 }, can: ['start', 'cancel'] })
    expect((await rows(agent, base, body.id, '?state=refused')).map(({ line, why }: { line: number; why: { reasonCode: string } }) => [line, why.reasonCode])).toEqual([
      [3, expect.any(String)], [4, 'domainNotOwn'], [5, 'userTwiceInFile'], [6, 'userPrincipalNameTaken'],
    ])
    expect(await sql('select 1 from people where user_principal_name = $1', [`lia@${customer.domain}`])).toHaveLength(0)

    expect((await server.ask(agent, 'POST', `${base}/people-jobs/${body.id}/start`, { version: checked.version })).status).toBe(200)
    await workOn(body.id)
    expect(await read(agent, base, body.id)).toMatchObject({ status: 'done', rows: { done: 2 }, passwordsLeft: 2, can: ['takePasswords'] })
    expect((await read(administrator, '', body.id)).can).toEqual([])
    expect(problem(await server.ask(administrator, 'POST', `/people-jobs/${body.id}/passwords`))).toMatchObject({ status: 403, reason: 'notTheStarter' })
    const passwords = (await server.ask(agent, 'POST', `${base}/people-jobs/${body.id}/passwords`)).body
    expect(passwords.items.map(({ displayName }: { displayName: string }) => displayName)).toEqual(['Lía Ruiz', 'Teo Gil'])
    expect(problem(await server.ask(agent, 'POST', `${base}/people-jobs/${body.id}/passwords`))).toMatchObject({ status: 409, reason: 'passwordsTaken' })
    const signedIn = await aBrowser(server, 'customer').ask('POST', '/sessions', { userPrincipalName: `lia@${customer.domain}`, password: passwords.items[0].temporaryPassword })
    expect(signedIn.body.next).toBe('chooseOwnPassword')
    expect(JSON.stringify(await sql('select t::text from issued_passwords t'))).not.toContain(passwords.items[0].temporaryPassword)
  })

  it('that is none is refused as a whole', async () => {
    const { customer, administrator } = await aLicensed(server, operator, 1)
    const reason = async (raw: string) => (await upload(administrator, '', raw)).body.reason
    expect(await reason('Mail,Country\r\na@b.example,ES')).toBe('usersFileColumnsMissing')
    expect(await reason('User name,Display name,Username\r\na,b,c')).toBe('usersFileColumnTwice')
    expect(await reason('User name,Display name')).toBe('usersFileEmpty')
    expect(await reason(csv(customer, Array.from({ length: 2_001 }, (_, n) => `u${n}@,U,,,,`)))).toBe('usersFileTooLong')
    expect(await reason('User name,Display name\r\n\u0000')).toBe('usersFileNotText')
    expect(problem(await upload(await customer.person('helpdeskAdministrator'), '', csv(customer, ['a@,A,,,,'])))).toMatchObject({ status: 403 })
  })

  it('is forgotten after a month with what stood in it, and what was said of somebody when they are erased', async () => {
    const { customer, administrator } = await aLicensed(server, operator, 1)
    const { body } = await upload(administrator, '', csv(customer, ['vera@,Vera Nada,,,ES,', 'bad,Nadie Más,,,ES,']))
    await workOn(body.id)
    await server.ask(administrator, 'POST', `/people-jobs/${body.id}/start`, { version: (await read(administrator, '', body.id)).version })
    await workOn(body.id)
    const [vera] = await sql<{ id: string }>('select id from people where user_principal_name = $1', [`vera@${customer.domain}`])
    expect((await server.ask(administrator, 'POST', `/people/${vera!.id}/erasure`, { body: {} })).status).toBeLessThan(300)
    expect(JSON.stringify(await rows(administrator, '', body.id))).not.toContain('Vera Nada')
    expect(await sql('select 1 from issued_passwords where person_id = $1', [vera!.id])).toHaveLength(0)
    await sql("update people_jobs set created_at = now() - interval '31 days' where id = $1", [body.id])
    while ((await performNow(server.env, forgetOldPeopleJobs, theSystem, undefined)) > 0) continue
    expect((await server.ask(administrator, 'GET', `/people-jobs/${body.id}`)).status).toBe(404)
  })
})
