import { describe, expect, it } from 'vitest'
import { testServer } from '../../../test/support/server.ts'
import { aCustomer, aPartner, aRelationship, sql, type TestPerson, type TestTenant } from '../../../test/support/world.ts'

const server = await testServer()

const head = 'Device Serial Number,Windows Product ID,Hardware Hash,Manufacturer name,Device model'
const fileOf = (...rows: string[]) => [head, ...rows, ''].join('\r\n')
const batch = (text: string, more: object = {}) => ({ batch: 'March', text, isDryRun: false, ...more })
const add = (who: TestPerson, customer: TestTenant, text: string, more: object = {}) => server.ask(who, 'POST', `/customers/${customer.id}/devices`, { body: batch(text, more) })
const list = async (who: TestPerson, customer: TestTenant) => (await server.ask(who, 'GET', `/customers/${customer.id}/devices`)).body.items as { deviceId: string; serialNumber: string; isOwn: boolean; profileName: string | null; addedByName: string | null }[]
const aProfile = (who: TestPerson, customer: TestTenant, body: object = { name: 'Oficina', settings: ['skipLicenseTerms', 'noLocalAdministrator'] }) => server.ask(who, 'POST', `/customers/${customer.id}/device-profiles`, { body })
const assign = (who: TestPerson, customer: TestTenant, deviceIds: string[], profileId: string | null) => server.ask(who, 'POST', `/customers/${customer.id}/devices/profile`, { body: { deviceIds, profileId } })

async function related() {
  const [partner, customer] = [await aPartner(), await aCustomer()]
  await aRelationship(partner, customer)
  return { partner, customer, agent: await partner.person('adminAgent'), admin: await customer.person('globalAdministrator') }
}

describe('devices', () => {
  it('are added from a file, row by row; a refused one keeps no other from coming', async () => {
    const { customer, agent } = await related()
    const text = fileOf('SN-1,,,Fabrikam,Slate 3', 'sn-1 ,,,FABRIKAM,Slate 3', 'SN-2,,,,', 'SN-3,00330-80000,QUJDREVGR0hJSktMTU5P,,', '?,,,Fabrikam,Slate')
    const tried = await add(agent, customer, text, { isDryRun: true })
    expect(tried.body).toMatchObject({ isDryRun: true, counts: { added: 2, refused: 3 } })
    expect(await list(agent, customer)).toEqual([])
    const done = await add(agent, customer, text)
    expect(done.body.rows.map(({ row, outcome, reasonCode, field }: Record<string, unknown>) => [row, outcome, reasonCode, field])).toEqual([
      [2, 'added', null, null],
      [3, 'refused', 'deviceKnown', 'Device Serial Number'],
      [4, 'refused', 'deviceUnidentified', 'Hardware Hash'],
      [5, 'added', null, null],
      [6, 'refused', 'deviceCellUnreadable', 'Device Serial Number'],
    ])
    expect((await list(agent, customer)).map(({ serialNumber }) => serialNumber).sort()).toEqual(['SN-1', 'SN-3'])
  })

  it.each([
    ['deviceFileHead', 1, 'Serial,Key\r\n1,2\r\n'],
    ['deviceFileCells', 2, fileOf('SN-1,x')],
    ['deviceFileNoCsv', 2, fileOf('S"N-1,,,a,b')],
    ['deviceFileEmpty', 1, `${head}\r\n`],
    ['deviceFileTooLong', 502, fileOf(...Array.from({ length: 501 }, (_, at) => `SN-${at},,,a,b`))],
  ])('come from no other file: %s, row %s', async (reason, row, text) => {
    const { customer, agent } = await related()
    const { status, body } = await add(agent, customer, text)
    expect({ status, reason: body.reason, row: body.row }).toEqual({ status: 422, reason, row })
  })

  it('that it or another partner added are managed with the relationship and without privileges; never those the customer uploaded [S0.L1.13]', async () => {
    const { customer, agent, admin } = await related()
    const other = await aPartner()
    await aRelationship(other, customer)
    const second = await other.person('adminAgent')
    await add(agent, customer, fileOf('SN-A,,,Fabrikam,Slate'))
    await add(second, customer, fileOf('SN-B,,,Fabrikam,Slate'))
    expect((await server.ask(admin, 'POST', '/devices', { body: batch(fileOf('SN-C,,,Fabrikam,Slate')) })).body.counts).toEqual({ added: 1, refused: 0 })

    const seen = await list(agent, customer)
    expect(seen.map(({ serialNumber, isOwn, addedByName }) => [serialNumber, isOwn, addedByName])).toEqual([['SN-B', false, null], ['SN-A', true, null]])
    const all = (await server.ask(admin, 'GET', '/devices')).body.items as typeof seen
    expect(all.map(({ serialNumber, isOwn }) => [serialNumber, isOwn])).toEqual([['SN-C', true], ['SN-B', false], ['SN-A', false]])
    expect(all[1]!.addedByName).toBe(other.name)

    const profile = await aProfile(agent, customer)
    expect(profile.status).toBe(201)
    expect((await assign(second, customer, seen.map(({ deviceId }) => deviceId), profile.body.profileId)).body).toEqual({ count: 2 })
    expect((await list(agent, customer)).map(({ profileName }) => profileName)).toEqual(['Oficina', 'Oficina'])
    expect((await assign(agent, customer, [seen[0]!.deviceId, all[0]!.deviceId], null)).body).toMatchObject({ code: 'invalidInput', reason: 'deviceUnknown' })
    expect((await server.ask(agent, 'POST', `/customers/${customer.id}/devices/removal`, { body: { deviceIds: [all[0]!.deviceId] } })).body).toMatchObject({ code: 'invalidInput', reason: 'deviceUnknown' })
    expect((await add(agent, customer, fileOf('SN-C,,,Fabrikam,Slate'))).body.rows[0].reasonCode).toBe('deviceKnown')
    expect((await server.ask(agent, 'POST', `/customers/${customer.id}/devices/removal`, { body: { deviceIds: [seen[0]!.deviceId] } })).body).toEqual({ count: 1 })
    expect((await server.ask(admin, 'POST', '/devices/removal', { body: { deviceIds: [all[0]!.deviceId] } })).body).toEqual({ count: 1 })
  })

  it('are nobody’s of a partner any more when its relationship has ended', async () => {
    const { partner, customer, agent, admin } = await related()
    await add(agent, customer, fileOf('SN-1,,,Fabrikam,Slate'))
    await sql('update reseller_relationships set ended_at = now() where partner_id = $1 and customer_id = $2', [partner.id, customer.id])
    expect((await server.ask(agent, 'GET', `/customers/${customer.id}/devices`)).status).toBe(404)
    expect((await server.ask(admin, 'GET', '/devices')).body.items).toHaveLength(1)
  })

  it('are changed by Admin agents and Global admins alone; Sales agents read the list', async () => {
    const { partner, customer } = await related()
    const sales = await partner.person('salesAgent')
    expect((await server.ask(sales, 'GET', `/customers/${customer.id}/devices`)).body).toMatchObject({ mayManage: false })
    expect((await add(sales, customer, fileOf('SN-1,,,Fabrikam,Slate'))).body.code).toBe('notAllowed')
    expect((await add(await partner.person('globalAdmin'), customer, fileOf('SN-1,,,Fabrikam,Slate'))).body.counts.added).toBe(1)
  })
})

describe('a device profile', () => {
  it('is changed by its version, has a name of its own, and goes when no device has it', async () => {
    const { customer, agent, admin } = await related()
    const { profileId, version } = (await aProfile(agent, customer)).body
    const at = `/customers/${customer.id}/device-profiles/${profileId}`
    expect((await aProfile(agent, customer, { name: 'OFICINA', settings: [] })).body).toMatchObject({ code: 'alreadyExists', reason: 'profileNameTaken' })
    const changed = await server.ask(agent, 'PUT', at, { version, body: { name: 'Taller', description: 'Sin preguntas', settings: [] } })
    expect(changed.body).toMatchObject({ name: 'Taller', description: 'Sin preguntas', settings: [], version: 2, can: ['change', 'delete'] })
    await aProfile(agent, customer)
    expect((await server.ask(agent, 'PUT', at, { version: 2, body: { name: 'oficina', settings: [] } })).body.reason).toBe('profileNameTaken')
    await add(agent, customer, fileOf('SN-1,,,Fabrikam,Slate'))
    const [device] = await list(agent, customer)
    await assign(agent, customer, [device!.deviceId], profileId)
    expect((await server.ask(agent, 'DELETE', at, { version: 2 })).body).toMatchObject({ code: 'subscriptionNotPossible', reason: 'profileInUse' })
    expect((await server.ask(admin, 'GET', '/device-profiles')).body.items).toMatchObject([{ name: 'Oficina', can: [] }, { name: 'Taller', deviceCount: 1, can: [] }])
    await assign(agent, customer, [device!.deviceId], null)
    expect((await server.ask(agent, 'DELETE', at, { version: 1 })).status).toBe(412)
    expect((await server.ask(agent, 'DELETE', at, { version: 2 })).status).toBe(204)
    expect((await assign(agent, customer, [device!.deviceId], profileId)).body).toMatchObject({ code: 'invalidInput', reason: 'profileUnknown' })
  })
})
