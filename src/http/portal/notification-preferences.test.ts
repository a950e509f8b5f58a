import { describe, expect, it } from 'vitest'
import { testServer } from '../../../test/support/server.ts'
import { aCustomer, anOperator, aPartner, sql, type TestPerson } from '../../../test/support/world.ts'
import { stopToken } from '../../application/notifications/stop-token.ts'

const server = await testServer()
const read = (who: TestPerson | null, language = 'en') => server.ask(who, 'GET', '/me/notification-preferences', { language })
const change = (who: TestPerson | null, body: unknown, version?: number) => server.ask(who, 'PATCH', '/me/notification-preferences', { body, ...(version !== undefined && { version }) })
const mailOf = async (who: TestPerson, kind: string) => ((await read(who)).body.kinds as { kind: string; mail: string }[]).find((line) => line.kind === kind)?.mail

describe('preferences', () => {
  it('show what concerns the person, in their language, as the table says until they choose', async () => {
    const partner = await aPartner({ timeZone: 'Atlantic/Canary' })
    const { body, headers } = await read(await partner.person('adminAgent'), 'es')
    expect(headers.get('etag')).toBe('"1"')
    expect(body.kinds.map(({ kind }: { kind: string }) => kind)).toEqual(['accepted', 'declined', 'blocked', 'expiring', 'removed', 'privileges', 'endAsked', 'transfer', 'ownPurchase', 'handOver', 'support'])
    expect(body.kinds[0]).toEqual({ kind: 'accepted', title: 'Aceptaciones', explanations: ['Un cliente acepta una solicitud suya o el vínculo de partner.'], portal: true, mail: 'now', isKept: false })
    expect(body.kinds.find(({ kind }: { kind: string }) => kind === 'endAsked')).toMatchObject({ kind: 'endAsked', isKept: true })
    expect(body).toMatchObject({ digest: { frequency: 'daily', hour: 8, timeZone: 'Atlantic/Canary' }, mail: { isConfirmed: true } })
    const kindsOf = async (who: TestPerson) => (await read(who)).body.kinds.map(({ kind }: { kind: string }) => kind)
    expect(await kindsOf(await (await aCustomer()).person('globalAdministrator'))).toEqual(['accepted', 'removed', 'privileges', 'endAsked', 'transfer', 'ownPurchase', 'handOver', 'lead', 'support', 'supportContact', 'extension', 'colleague'])
    expect(await kindsOf(await anOperator())).toEqual(['support', 'colleague'])
    expect(await kindsOf(await partner.person('billingAdmin'))).toEqual([])
  })

  it('of partnerships are offered to the kinds of partner that can have one, and to no other', async () => {
    const offers = async (kinds: NonNullable<Parameters<typeof aPartner>[0]>['kinds']) => {
      const person = await (await aPartner({ kinds })).person('globalAdmin')
      const { status } = await change(person, { kinds: { partnership: { portal: true, mail: 'off' } } }, 1)
      return [(await mailOf(person, 'partnership')) ?? null, status]
    }
    expect(await offers(['directBill'])).toEqual([null, 422])
    for (const kinds of [['indirectProvider'], ['indirectReseller'], ['directBill', 'indirectReseller']] as const) expect(await offers([...kinds])).toEqual(['off', 200])
  })

  it('are changed one by one, each with the version that was read', async () => {
    const person = await (await aPartner()).person('adminAgent')
    const first = await change(person, { kinds: { accepted: { portal: true, mail: 'digest' } } }, 1)
    expect(first).toMatchObject({ status: 200, body: { version: 2 } })
    const second = await change(person, { digest: { frequency: 'weekly', hour: 17, timeZone: 'America/Bogota' } }, 2)
    expect(second).toMatchObject({ status: 200, body: { version: 3, digest: { frequency: 'weekly', hour: 17, timeZone: 'America/Bogota' } } })
    expect(await mailOf(person, 'accepted')).toBe('digest')
    expect((await change(person, {}, 2)).status).toBe(412)
    expect((await change(person, {})).status).toBe(428)
    expect(await sql("select data from events where resource_id = $1 and type = 'person.updated'", [person.id])).toEqual([{ data: { changed: ['notifications'] } }, { data: { changed: ['notifications'] } }])
  })

  it('of two who choose first at once let one through', async () => {
    const person = await (await aPartner()).person('adminAgent')
    const answers = await Promise.all(Array.from({ length: 8 }, (_, turn) => change(person, { digest: { frequency: 'daily', hour: turn, timeZone: 'Europe/Madrid' } }, 1)))
    expect(answers.map(({ status }) => status).sort((one, other) => one - other)).toEqual([200, ...Array.from({ length: 7 }, () => 412)])
  })

  it.each([
    [{ kinds: { nothing: { portal: true, mail: 'now' } } }, 422],
    [{ kinds: { accepted: { portal: true } } }, 422],
    [{ kinds: { accepted: { portal: true, mail: 'often' } } }, 422],
    [{ digest: { frequency: 'hourly', hour: 8, timeZone: 'UTC' } }, 422],
    [{ digest: { frequency: 'daily', hour: 24, timeZone: 'UTC' } }, 422],
    [{ digest: { frequency: 'daily', hour: 8, timeZone: 'Mars/Olympus' } }, 422],
    [{ kinds: { endAsked: { portal: false, mail: 'off' } } }, 422],
    [{ kinds: { colleague: { portal: false, mail: 'off' } } }, 422],
  ])('refuse %j', async (body, status) => {
    expect((await change(await (await aPartner()).person('adminAgent'), body, 1)).status).toBe(status)
  })

  it('are nobody else’s, and nothing for visitors', async () => {
    const partner = await aPartner()
    const [one, other] = [await partner.person('adminAgent'), await partner.person('globalAdmin')]
    await change(one, { kinds: { accepted: { portal: false, mail: 'off' } } }, 1)
    expect(await mailOf(other, 'accepted')).toBe('now')
    expect([(await read(null)).status, (await change(null, {}, 1)).status]).toEqual([401, 401])
  })
})

describe('the link under a mail', () => {
  const stop = (act: 'exchange' | 'completion', token: string, language = 'en') => server.ask(null, 'POST', `/mail-stops/${act}`, { body: { token }, language })
  const tokenFor = (person: TestPerson, what: 'accepted' | 'digest') => stopToken(server.env.keyRing, { tenantId: person.tenantId, personId: person.id, what })

  it('says what it stops, and stops it when the button is pressed; twice is as good as once', async () => {
    const partner = await aPartner()
    const person = await partner.person('adminAgent')
    const token = tokenFor(person, 'accepted')
    expect(await stop('exchange', token, 'es')).toMatchObject({ status: 200, body: { title: 'Aceptaciones', tenantName: partner.name } })
    expect(await mailOf(person, 'accepted')).toBe('now')
    for (let turn = 0; turn < 2; turn++) expect(await stop('completion', token)).toMatchObject({ status: 200, body: { title: 'Acceptances' } })
    expect((await read(person)).body).toMatchObject({ version: 2, kinds: expect.arrayContaining([expect.objectContaining({ kind: 'accepted', portal: true, mail: 'off' })]) })
  })

  it('of a digest stops every kind that came with it, and no other', async () => {
    const person = await (await aPartner()).person('globalAdmin')
    await stop('completion', tokenFor(person, 'digest'))
    expect(await Promise.all(['blocked', 'removed', 'colleague', 'accepted'].map((kind) => mailOf(person, kind)))).toEqual(['off', 'off', 'off', 'now'])
  })

  it('opens nothing where it was altered, made up, or belongs to somebody who left', async () => {
    const person = await (await aPartner()).person('adminAgent')
    const token = tokenFor(person, 'accepted')
    const altered = `${token.slice(0, 60)}${token[60] === 'A' ? 'B' : 'A'}${token.slice(61)}`
    for (const wrong of [altered, 'A'.repeat(170), `${token}A`]) expect(await stop('completion', wrong)).toMatchObject({ status: 404, body: { reason: 'linkNotValid' } })
    await sql("update people set status = 'disabled' where id = $1", [person.id])
    expect((await stop('exchange', token)).status).toBe(404)
    expect(await sql('select 1 from notification_preferences where person_id = $1', [person.id])).toEqual([])
  })
})
