import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { aBuyer } from '../../../test/support/catalogue.ts'
import { testServer } from '../../../test/support/server.ts'
import { anAgreement, anOperator, aPartner, sql, type TestPerson } from '../../../test/support/world.ts'

const server = await testServer()
let operator: TestPerson
beforeAll(async () => {
  await anAgreement()
  operator = await anOperator()
})

const problem = ({ status, body }: { status: number; body: { code?: string; reason?: string } }) => ({ status, reason: body.reason ?? body.code })
const words = { title: 'No llega el correo', body: 'Desde esta mañana no entra ningún mensaje.', severity: 'critical' }
const post = (who: TestPerson, path: string, body: object = {}) => server.ask(who, 'POST', path, { body })
const read = async (who: TestPerson, path: string) => (await server.ask(who, 'GET', path)).body
const own = '/own-service-requests'
const desk = '/service-requests'
const operators = '/operator/service-requests'

describe('a file', () => {
  const png = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.alloc(100)])
  async function aRequest() {
    const { partner, customer, agent } = await aBuyer()
    const admin = await customer.person('helpdeskAdministrator')
    const { id } = (await post(admin, own, { ...words, partnerId: partner.id })).body
    return { id, admin, agent, customer, partner, send: (name: string, content: Buffer | string) => post(admin, `${own}/${id}/files`, { name, content: typeof content === 'string' ? content : content.toString('base64') }) }
  }

  it('is handed out as it came, as a download that nothing renders, to those who read the request', async () => {
    const { id, agent, send } = await aRequest()
    const sent = await send("captura 'ñ'.png", png)
    expect(sent.body.files).toMatchObject([{ name: "captura 'ñ'.png", mediaType: 'image/png', size: png.length, side: 'customer', isGone: false }])
    const path = `${desk}/${id}/files/${sent.body.files[0].id}`
    const got = await server.ask(agent, 'GET', path)
    expect(got.headers.get('content-type')).toBe('application/octet-stream')
    expect(got.headers.get('x-content-type-options')).toBe('nosniff')
    expect(got.headers.get('content-disposition')).toBe(`attachment; filename="file"; filename*=UTF-8''captura%20%27%C3%B1%27.png`)
    expect((await server.ask(await (await aPartner()).person('adminAgent'), 'GET', path)).status).toBe(404)
    expect((await server.ask(operator, 'GET', path.replace(desk, operators))).status).toBe(404)
    expect((await server.ask(agent, 'GET', `${desk}/${id}/files/${randomUUID()}`)).status).toBe(404)
  })

  it.each([
    ['nothing', 'a.txt', '====', 'invalidInput'],
    ['a program called a picture', 'a.png', Buffer.from('MZ\u0000\u0001program'), 'serviceFileKind'],
    ['a page with a picture’s name', 'a.png', Buffer.from('<script>alert(1)</script>'), 'serviceFileKind'],
    ['a page', 'a.html', Buffer.from('<script>alert(1)</script>'), 'serviceFileKind'],
    ['a picture called a text', 'a.txt', png, 'serviceFileKind'],
    ['no text', 'a.txt', Buffer.from([0xff, 0xfe, 0x00]), 'serviceFileKind'],
    ['a path', '../a.txt', Buffer.from('hola'), 'serviceFileName'],
    ['a name that turns', 'a\u202Etxt.png', png, 'serviceFileName'],
    ['no ending', 'a', Buffer.from('hola'), 'serviceFileName'],
    ['base64 that is none', 'a.txt', 'aGVsbG9', 'serviceFileForm'],
  ])('is refused: %s', async (_, name, content, expected) => {
    const { send } = await aRequest()
    const refused = await send(name, content)
    expect(problem(refused)).toEqual({ status: 422, reason: expected })
  })

  it('is bounded in size and number, and goes into no closed request', async () => {
    const { send, id, admin } = await aRequest()
    expect(problem(await send('grande.txt', Buffer.alloc(700_001, 'a')))).toMatchObject({ reason: expect.stringMatching(/serviceFileTooBig|invalidInput/) })
    expect((await send('justo.txt', Buffer.alloc(700_000, 'a'))).status).toBe(201)
    await sql(`insert into service_request_files (customer_id, id, request_id, at, side, person_id, name, media_type, size, sha256) select customer_id, gen_random_uuid(), request_id, at, side, person_id, name, media_type, size, sha256 from service_request_files f, generate_series(1, 19) where f.request_id = $1`, [id])
    expect(problem(await send('mas.txt', Buffer.from('hola')))).toEqual({ status: 409, reason: 'serviceFilesFull' })
    await post(admin, `${own}/${id}/closure`)
    expect(problem(await send('mas.txt', Buffer.from('hola')))).toEqual({ status: 409, reason: 'serviceRequestClosed' })
  })

  it('goes with whoever is erased, and so do their words', async () => {
    const { id, send, customer, admin, agent } = await aRequest()
    await send('nota.txt', Buffer.from('hola'))
    const other = await customer.person('globalAdministrator')
    expect((await server.ask(other, 'POST', `/people/${admin.id}/erasure`, { body: {} })).status).toBeLessThan(300)
    const whole = await read(agent, `${desk}/${id}`)
    expect(whole).toMatchObject({ title: '—', filedByName: null, notes: [{ body: '—', authorName: null }], files: [{ name: '—', isGone: true }] })
    expect((await server.ask(agent, 'GET', `${desk}/${id}/files/${whole.files[0].id}`)).status).toBe(404)
  })
})
