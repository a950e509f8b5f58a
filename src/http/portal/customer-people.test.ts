import { describe, expect, it } from 'vitest'
import { barrierOn } from '../../../test/support/barrier.ts'
import { aBrowser, goodPassword } from '../../../test/support/cookie-browser.ts'
import { testServer } from '../../../test/support/server.ts'
import { aCustomer, aPartner, aRelationship, sql, type TestPerson, type TestTenant } from '../../../test/support/world.ts'
import { eraseDeletedPeople } from '../../application/installation/erase-deleted-people.ts'
import { performNow } from '../../application/perform.ts'
import { theSystem } from '../../domain/actor.ts'

const server = await testServer()
const problem = ({ status, body }: { status: number; body: { code?: string; reason?: string } }) => ({ status, code: body.code, reason: body.reason })

async function aPair(cloud: 'public' | 'china' | 'usGov' = 'public', services = ['azureActiveDirectory']) {
  const partner = await aPartner({ cloud })
  const customer = await aCustomer({ cloud })
  await aRelationship(partner, customer, { services })
  return { partner, customer, agent: await partner.person('adminAgent'), administrator: await customer.person('globalAdministrator') }
}

let count = 0
const aUser = (customer: TestTenant, more = {}) => ({ displayName: `Lía Ruiz ${++count}`, userPrincipalName: `lia${count}@${customer.domain}`, roles: [] as string[], usageLocation: 'ES', ...more })

/** The same act in the customer's own portal and in the partner's; the address is all that differs. */
const sides = (customer: TestTenant) => ({ own: '', onBehalf: `/customers/${customer.id}` })
const create = (who: TestPerson, base: string, body: object, more = {}) => server.ask(who, 'POST', `${base}/people/creation`, { body, ...more })
const signIn = (userPrincipalName: string, password: string) => aBrowser(server, 'customer').ask('POST', '/sessions', { userPrincipalName, password })

async function aCreated(who: TestPerson, base: string, customer: TestTenant, more = {}) {
  const { status, body } = await create(who, base, aUser(customer, more))
  expect(status, JSON.stringify(body)).toBe(201)
  return body as { person: { id: string; userPrincipalName: string; displayName: string; version: number }; credentials: { temporaryPassword: string } }
}

describe('a user that a partner creates', () => {
  it('is there for both portals at once, joins with the temporary password, and both sides read who did it [S0.L1.2]', async () => {
    const { partner, customer, agent, administrator } = await aPair()
    const { person, credentials } = await aCreated(agent, sides(customer).onBehalf, customer)
    const seen = await server.ask(administrator, 'GET', `/people/${person.id}`)
    expect(seen.body).toMatchObject({ displayName: person.displayName, status: 'invited', usageLocation: 'ES', can: expect.arrayContaining(['remove', 'resetPassword']) })


    const first = await signIn(person.userPrincipalName, credentials.temporaryPassword)

    expect(first.body).toMatchObject({ next: 'chooseOwnPassword', invitation: expect.stringMatching(/^cin_/) })
    await aBrowser(server, 'customer').ask('POST', '/person-invitations/acceptance', { secret: first.body.invitation, password: goodPassword })
    expect((await signIn(person.userPrincipalName, goodPassword)).body.next).toBe('signedIn')
    expect((await server.ask(agent, 'GET', `/customers/${customer.id}/people/${person.id}`)).body.status).toBe('active')

    for (const [reader, tenant] of [[agent, partner], [administrator, customer]] as const) {
      const log = (await server.ask(reader, 'GET', '/activity?type=person.created')).body
      expect(log.items[0], tenant.name).toMatchObject({ type: 'person.created', through: 'privileges' })
    }
    for (const table of ['events', 'idempotency_keys', 'people']) {
      expect(JSON.stringify(await sql(`select t::text from ${table} t`)), table).not.toContain(credentials.temporaryPassword)
    }
  })

  it('ends in a domain of the customer and is one person’s in the installation', async () => {
    const { customer, agent } = await aPair()
    const base = sides(customer).onBehalf
    expect(problem(await create(agent, base, aUser(customer, { userPrincipalName: 'x@elsewhere.example' })))).toMatchObject({ status: 422, reason: 'domainNotOwn' })
    const user = aUser(customer)
    const answers = await Promise.all([create(agent, base, user), create(agent, base, user)])
    expect(answers.map(({ status }) => status).sort((one, other) => one - other)).toEqual([201, 409])
  })

  it('belongs to no customer of somebody else, which answers like one that is not there', async () => {
    const { customer, administrator } = await aPair()
    const other = await aPair()
    const { person } = await aCreated(administrator, '', customer)
    for (const [method, path] of [['GET', 'people'], ['GET', `people/${person.id}`], ['GET', 'former-people'], ['POST', `people/${person.id}/removal`], ['POST', `people/${person.id}/password-reset`]] as const) {
      expect(problem(await server.ask(other.agent, method, `/customers/${customer.id}/${path}`)), path).toMatchObject({ status: 404, code: 'notFound' })
    }
    // Under its own customer's address, too.
    expect((await server.ask(other.agent, 'POST', `/customers/${other.customer.id}/people/${person.id}/removal`)).status).toBe(404)
  })
})

describe('the roles of the directory', () => {
  it('list no partner: its roles are implicit [S0.L1.7]', async () => {
    const { customer, agent, administrator } = await aPair()
    for (const [who, base] of [[administrator, ''], [agent, sides(customer).onBehalf]] as const) {
      const { items } = (await server.ask(who, 'GET', `${base}/people?role=globalAdministrator`)).body
      expect(items.map(({ id }: { id: string }) => id)).toEqual([administrator.id])
    }
  })

  it('are given by an Admin agent, and by a Helpdesk agent never; nor does it touch administrators', async () => {
    const { partner, customer, agent, administrator } = await aPair()
    const helpdesk = await partner.person('helpdeskAgent')
    const base = sides(customer).onBehalf
    const { person } = await aCreated(agent, base, customer)
    const given = await server.ask(agent, 'PATCH', `${base}/people/${person.id}`, { body: { roles: ['billingAdministrator'] }, version: person.version })
    expect(given.body).toMatchObject({ roles: ['billingAdministrator'] })
    expect(problem(await server.ask(helpdesk, 'PATCH', `${base}/people/${person.id}`, { body: { roles: [] }, version: given.body.version }))).toMatchObject({ status: 403, reason: 'roleMissing' })
    for (const id of [person.id, administrator.id]) {
      expect(problem(await server.ask(helpdesk, 'POST', `${base}/people/${id}/password-reset`))).toMatchObject({ status: 403, reason: 'administratorsOnly' })
    }
    const plain = await aCreated(agent, base, customer)
    expect((await server.ask(helpdesk, 'POST', `${base}/people/${plain.person.id}/password-reset`)).status).toBe(200)
    const sales = await partner.person('salesAgent')
    expect(problem(await server.ask(sales, 'GET', `${base}/people`))).toMatchObject({ status: 403 })
  })

  it('keep one Global administrator, whoever takes it and however many at once', async () => {
    const { customer, agent, administrator } = await aPair()
    const other = await aCreated(administrator, '', customer, { roles: ['globalAdministrator'] })
    await sql("update people set status = 'active', password_hash = 'x' where id = $1", [other.person.id])
    const barrier = await barrierOn('select 1 from tenants where id = $1 for no key update', [customer.id])
    const acts = [
      server.ask(agent, 'POST', `/customers/${customer.id}/people/${administrator.id}/removal`),
      server.ask(administrator, 'POST', `/people/${other.person.id}/disabling`),
    ]
    await barrier.untilWaiting(2)
    await barrier.release()
    const answers = await Promise.all(acts)
    expect(answers.filter(({ status }) => status < 300)).toHaveLength(1)
    expect(await sql("select 1 from people where tenant_id = $1 and status = 'active' and 'globalAdministrator' = any (roles)", [customer.id])).toHaveLength(1)
  })
})

describe('a password reset', () => {
  it('ends sessions and the password; the temporary one opens the choice of an own one, also for the last administrator', async () => {
    const { customer, agent, administrator } = await aPair()
    const { hashPassword } = await import('../../security/password-hashes.ts')
    await sql('update people set password_hash = $2 where id = $1', [administrator.id, await hashPassword(goodPassword)])
    const browser = aBrowser(server, 'customer')
    await browser.signIn(administrator)
    const reset = await server.ask(agent, 'POST', `/customers/${customer.id}/people/${administrator.id}/password-reset`)
    expect(reset, JSON.stringify(reset.body)).toMatchObject({ status: 200, body: { person: { status: 'active' } } })
    expect((await browser.ask('GET', '/me')).status).toBe(401)
    expect((await signIn(administrator.userPrincipalName, goodPassword)).status).toBe(401)
    const first = await signIn(administrator.userPrincipalName, reset.body.credentials.temporaryPassword)
    expect(first.body).toMatchObject({ next: 'chooseOwnPassword', invitation: expect.not.stringMatching(/^cin_/) })
    expect((await aBrowser(server, 'customer').ask('POST', '/password-resets/completion', { secret: first.body.invitation, password: 'otra frase bastante larga 43' })).status).toBe(200)
    expect((await signIn(administrator.userPrincipalName, 'otra frase bastante larga 43')).body.next).toBe('signedIn')
  })
})

describe('the end of privileges', () => {
  it('closes every door at once, the temporary passwords of the partner included [S0.L1.9]', async () => {
    const { customer, agent, administrator } = await aPair()
    const base = sides(customer).onBehalf
    const { person, credentials } = await aCreated(agent, base, customer)
    await sql("update delegated_admin_privileges set ended_at = now(), end_reason = 'customer' where customer_id = $1", [customer.id])
    for (const [method, path] of [['GET', 'people'], ['POST', `people/${person.id}/removal`], ['POST', `people/${person.id}/password-reset`]] as const) {
      expect(problem(await server.ask(agent, method, `${base}/${path}`)), path).toMatchObject({ status: 403, reason: 'noPrivileges' })
    }
    expect((await create(agent, base, aUser(customer))).status).toBe(403)
    expect(problem(await signIn(person.userPrincipalName, credentials.temporaryPassword))).toMatchObject({ status: 401, reason: 'temporaryPasswordOver' })
    expect((await server.ask(administrator, 'GET', `/people/${person.id}`)).status).toBe(200)
  })

  it('waits for an act under way or stops it', async () => {
    const { customer, agent } = await aPair()
    const barrier = await barrierOn('select 1 from delegated_admin_privileges where customer_id = $1 for update', [customer.id])
    const act = create(agent, sides(customer).onBehalf, aUser(customer))
    await barrier.untilWaiting(1)
    await barrier.release()
    expect((await act).status).toBe(201)
  })
})

describe('somebody who was deleted', () => {
  it('is gone at once and comes back within 30 days, in whichever portal', async () => {
    const { customer, agent, administrator } = await aPair()
    const { person } = await aCreated(agent, sides(customer).onBehalf, customer, { roles: ['billingAdministrator'], mail: 'lia@fabrikam.example' })
    expect((await server.ask(administrator, 'POST', `/people/${person.id}/removal`)).status).toBe(204)
    expect((await server.ask(agent, 'GET', `/customers/${customer.id}/people/${person.id}`)).status).toBe(404)
    const [former] = (await server.ask(agent, 'GET', `/customers/${customer.id}/former-people`)).body.items
    expect(former).toMatchObject({ id: person.id, can: ['restore'], restorableUntil: expect.any(String) })
    const back = await server.ask(administrator, 'POST', `/people/${person.id}/restoration`, { body: {} })
    expect(back, JSON.stringify(back.body)).toMatchObject({ status: 200, body: { person: { status: 'invited', roles: [], mail: 'lia@fabrikam.example' }, credentials: { temporaryPassword: expect.any(String) } } })
  })

  it('takes another name where somebody has theirs by now', async () => {
    const { customer, administrator } = await aPair()
    const { person } = await aCreated(administrator, '', customer)
    await server.ask(administrator, 'POST', `/people/${person.id}/removal`)
    await aCreated(administrator, '', customer, { userPrincipalName: person.userPrincipalName })
    expect(problem(await server.ask(administrator, 'POST', `/people/${person.id}/restoration`, { body: {} }))).toMatchObject({ status: 409, reason: 'userPrincipalNameTaken' })
    const other = `other.${person.userPrincipalName}`
    expect((await server.ask(administrator, 'POST', `/people/${person.id}/restoration`, { body: { userPrincipalName: other } })).body.person.userPrincipalName).toBe(other)
  })

  it('is erased after 30 days; of a partner’s own people the name stays', async () => {
    const { partner, customer, administrator } = await aPair()
    const { person } = await aCreated(administrator, '', customer)
    const admin = await partner.person('globalAdmin')
    const colleague = await partner.person('salesAgent')
    await server.ask(administrator, 'POST', `/people/${person.id}/removal`)
    await server.ask(admin, 'POST', `/people/${colleague.id}/removal`)
    await sql("update people set removed_at = removed_at - interval '30 days' where id = any ($1)", [[person.id, colleague.id]])
    expect(problem(await server.ask(administrator, 'POST', `/people/${person.id}/restoration`, { body: {} }))).toMatchObject({ status: 409, reason: 'restoreOver' })
    await performNow(server.env, eraseDeletedPeople, theSystem, undefined)
    const rows = await sql('select id, status, display_name, display_name_key, search_text, mail, removed_at from people where id = any ($1)', [[person.id, colleague.id]])
    expect(rows.find(({ id }) => id === person.id)).toMatchObject({ status: 'erased', display_name: 'erased', display_name_key: 'erased', search_text: 'erased' })
    expect(rows.find(({ id }) => id === colleague.id)).toMatchObject({ status: 'removed', display_name: colleague.displayName, mail: null, removed_at: null })
  })
})

describe('the list', () => {
  it('finds by the beginning of a name or user name, by a word inside, without accents; orders and pages', async () => {
    const { customer, agent, administrator } = await aPair()
    for (const [displayName, name] of [['Álvaro Núñez', 'alvaro'], ['Beatriz Álvarez', 'bea'], ['Carla Weiß', 'cweiss']]) {
      await aCreated(administrator, '', customer, { displayName, userPrincipalName: `${name}@${customer.domain}` })
    }
    const names = async (query: string) => (await server.ask(agent, 'GET', `/customers/${customer.id}/people?${query}`)).body.items.map(({ displayName }: { displayName: string }) => displayName)
    expect(await names('search=alv')).toEqual(['Álvaro Núñez'])
    expect(await names('search=alvar&match=inside')).toEqual(['Álvaro Núñez', 'Beatriz Álvarez'])
    expect(await names('search=CWE')).toEqual(['Carla Weiß'])
    expect(await names('search=weiss&match=inside')).toEqual(['Carla Weiß'])
    expect(await names('status=invited&sort=-name')).toEqual(['Carla Weiß', 'Beatriz Álvarez', 'Álvaro Núñez'])
    expect(problem(await server.ask(agent, 'GET', `/customers/${customer.id}/people?search=al&match=inside`))).toMatchObject({ status: 422, reason: 'searchTooShort' })
    for (const sort of ['name', 'userName', 'age', '-age']) {
      const seen: string[] = []
      for (let next = ''; ;) {
        const { body } = await server.ask(agent, 'GET', `/customers/${customer.id}/people?size=1&sort=${sort}${next}`)
        seen.push(body.items[0].id)
        if (!body.next) break
        next = `&cursor=${encodeURIComponent(body.next)}`
      }
      expect(new Set(seen).size, sort).toBe(4)
      expect(seen, sort).toHaveLength(4)
    }
  })
})

describe('the list as a file', () => {
  it('holds what is shown, is recorded for both sides without what was searched for, and ends with the privileges', async () => {
    const { partner, customer, agent, administrator } = await aPair()
    const { person } = await aCreated(administrator, '', customer, { displayName: '=Ana', firstName: 'Ana' })
    const path = `${sides(customer).onBehalf}/people/export`
    const file = await server.ask(agent, 'POST', path, { body: { search: person.userPrincipalName } })
    expect(file).toMatchObject({ status: 200 })
    expect(file.headers.get('content-type')).toContain('text/csv')
    expect(file.body.split('\r\n')).toEqual([expect.stringContaining('User principal name,Display name'), expect.stringContaining(`${person.userPrincipalName},'=Ana,Ana,,ES,,,invited`), ''])
    for (const who of [agent, administrator]) {
      const { items } = (await server.ask(who, 'GET', '/activity?type=peopleExport.started')).body
      expect(items[0].data ?? items[0], who.displayName).toBeDefined()
      expect(JSON.stringify(items)).not.toContain(person.userPrincipalName)
    }
    expect(await sql("select data from events where type = 'peopleExport.finished'")).toEqual([{ data: { rows: 1 } }])
    expect(problem(await server.ask(await partner.person('helpdeskAgent'), 'POST', path, { body: {} }))).toMatchObject({ status: 403, reason: 'roleMissing' })
    await sql("update delegated_admin_privileges set ended_at = now(), end_reason = 'customer' where customer_id = $1", [customer.id])
    expect(problem(await server.ask(agent, 'POST', path, { body: {} }))).toMatchObject({ status: 403, reason: 'noPrivileges' })
    expect((await server.ask(administrator, 'POST', '/people/export', { body: {} })).body).toContain(person.userPrincipalName)
  })
})

describe('a cloud that manages users elsewhere', () => {
  it('shows them to the partner and lets it change nothing; the customer does it in its own portal [S2.L4] [S2.L4.4]', async () => {
    const { customer, agent, administrator } = await aPair('china')
    const base = sides(customer).onBehalf
    expect(problem(await create(agent, base, aUser(customer)))).toMatchObject({ status: 403 })
    const { person } = await aCreated(administrator, '', customer)
    const seen = await server.ask(agent, 'GET', `${base}/people/${person.id}`)
    expect(seen, JSON.stringify(seen.body)).toMatchObject({ status: 200, body: { can: [] } })
    const gov = await aPair('usGov')
    expect(problem(await create(gov.agent, sides(gov.customer).onBehalf, aUser(gov.customer)))).toMatchObject({ status: 403, reason: 'usersManagedElsewhere' })
  })
})
