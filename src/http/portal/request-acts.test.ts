import { describe, expect, it } from 'vitest'
import { aPartnerWith, askingAt, problem, requestEventsOf, requestRowOf } from '../../../test/support/asking.ts'
import { testServer } from '../../../test/support/server.ts'
import { aCustomer, aPartner, aRelationship, sql, type TestTenant } from '../../../test/support/world.ts'
import { builtInClouds } from '../../domain/clouds/built-in-clouds.ts'

const server = await testServer()
const { ask, read, act, edit, aSharedRequest } = askingAt(server)

describe('the letter', () => {
  it('may be edited freely, but the link must stay in [S0.17] [S1.17]', async () => {
    const { agent } = await aPartnerWith()
    const { id } = (await ask(agent)).body
    const { link, draft } = (await read(agent, id, '?link=shown')).body
    const edited = await edit(agent, id, 1, { subject: 'Lunch?', text: `Hi Carla,\r\n\r\n${link}\r\n\r\nSee you` })
    expect(edited.status, JSON.stringify(edited.body)).toBe(200)
    expect(edited.body).toMatchObject({ version: 2, draft: { subject: 'Lunch?', text: `Hi Carla,\n\n${link}\n\nSee you` } })
    expect((await read(agent, id)).body.draft.subject).toBe('Lunch?')
    const refusals: [string, string][] = [
      [draft.text.replace(link, ''), 'linkMissing'],
      [`${draft.text}\n\n${link}`, 'linkRepeated'],
      [draft.text.replace(link, `${link}x`), 'linkChanged'],
      [draft.text.replace('#inv_', '#inv_A'), 'linkChanged'],
      [draft.text.replace(link, link.replace('DAP=true', 'DAP=false')), 'linkChanged'],
      [`${draft.text}\n\nhttp://localhost:4000/admin/elsewhere`, 'linkImitated'],
      [`${draft.text}\u0007`, 'controlCharacters'],
      [`${draft.text}\u0001`, 'controlCharacters'],
      ['x'.repeat(25_000), 'tooLong'],
      ['', 'linkMissing'],
    ]
    for (const [text, reason] of refusals) expect(problem(await edit(agent, id, 2, { subject: 'S', text })), reason).toEqual({ status: 422, code: 'draftRefused', reason })
    expect(problem(await edit(agent, id, 2, { subject: ' ', text: draft.text }))).toMatchObject({ code: 'draftRefused', reason: 'subjectMissing' })
    expect((await read(agent, id)).body).toMatchObject({ version: 2, draft: { subject: 'Lunch?' } })
  })

  it('is changed only by who saw the latest words', async () => {
    const { agent } = await aPartnerWith()
    const { id } = (await ask(agent)).body
    const { draft } = (await read(agent, id)).body
    expect(problem(await edit(agent, id, undefined, { subject: 'S', text: draft.text }))).toMatchObject({ status: 428, code: 'preconditionRequired' })
    expect((await edit(agent, id, 1, { subject: 'First', text: draft.text })).status).toBe(200)
    expect(problem(await edit(agent, id, 1, { subject: 'Second', text: draft.text }))).toMatchObject({ status: 412, code: 'changedMeanwhile' })
  })

  it('is taken along as text, in the mail program, or as a file where that is too long [S0.15] [S1.15]', async () => {
    const { agent } = await aPartnerWith()
    const { id } = (await ask(agent)).body
    const { link, draft } = (await read(agent, id, '?link=shown')).body
    const { body: message } = await server.ask(agent, 'GET', `/relationship-requests/${id}/message`)
    expect(message).toMatchObject({ subject: draft.subject, text: draft.text })
    const opened = new URL(message.mailtoUrl)
    expect({ protocol: opened.protocol, to: opened.pathname, body: opened.searchParams.get('body') }).toEqual({ protocol: 'mailto:', to: '', body: draft.text.replaceAll('\n', '\r\n') })
    await edit(agent, id, 1, { subject: 'Long', text: `${'many words '.repeat(300)}\n\n${link}` })
    const { body: long } = await server.ask(agent, 'GET', `/relationship-requests/${id}/message`)
    expect(long.mailtoUrl).toBeNull()
    const letter = Buffer.from(long.eml.split('\r\n\r\n')[1], 'base64').toString('utf8')
    expect(letter).toContain(link)
    expect(long.eml).toMatch(/^X-Unsent: 1\r\n/)
  })

  it('is nobody’s to send once the link has ended', async () => {
    const { agent } = await aPartnerWith()
    const id = await aSharedRequest(agent)
    await act(agent, id, 'withdrawal')
    expect(problem(await server.ask(agent, 'GET', `/relationship-requests/${id}/message`))).toMatchObject({ status: 409, code: 'invalidTransition' })
    expect(problem(await edit(agent, id, 3, { subject: 'S', text: 'T' }))).toMatchObject({ status: 409, code: 'invalidTransition' })
  })
})

describe('sharing', () => {
  it.each(['mail', 'eml', 'copy', 'done'])('by %s makes it shared; the partner sends, the product does not [S0.19] [S0.20] [S1.19] [S1.20] [S3.16]', async (by) => {
    const { agent, partner } = await aPartnerWith()
    const { id } = (await ask(agent)).body
    const { status, body } = await act(agent, id, 'sharing', { by })
    expect([status, body.status]).toEqual([200, 'shared'])
    expect(Date.parse(body.sharedAt)).toBeGreaterThan(0)
    expect((await act(agent, id, 'sharing', { by: 'done' })).body).toMatchObject({ version: body.version, sharedAt: body.sharedAt })
    expect((await requestEventsOf(id)).map(({ type }) => type)).toEqual(['relationshipRequest.created', 'relationshipRequest.shared'])
    expect(await sql('select id from mails where tenant_id = $1', [partner.id])).toEqual([])
  })

  it('is refused for other ways and for other roles', async () => {
    const { agent, partner } = await aPartnerWith()
    const { id } = (await ask(agent)).body
    expect((await act(agent, id, 'sharing', { by: 'pigeon' })).status).toBe(422)
    expect((await act(await partner.person('helpdeskAgent'), id, 'sharing', { by: 'done' })).status).toBe(403)
  })
})

describe('reminding', () => {
  it('writes a new letter around the same link', async () => {
    const { agent } = await aPartnerWith()
    const id = await aSharedRequest(agent)
    const before = (await read(agent, id, '?link=shown')).body
    const { status, body } = await act(agent, id, 'reminder')
    expect(status).toBe(200)
    expect(body.request).toMatchObject({ status: 'shared', link: before.link, version: before.version + 1 })
    expect(body.message.subject).toMatch(/^Reminder: /)
    expect(body.message.text).toContain(before.link)
    expect(body.message.text).not.toBe(before.draft.text)
    expect(Date.parse(body.request.remindedAt)).toBeGreaterThan(0)
    expect((await read(agent, id)).body.draft.subject).toBe(body.message.subject)
  })

  it('is refused before the letter went out and after the end', async () => {
    const { agent } = await aPartnerWith()
    const { id } = (await ask(agent)).body
    expect(problem(await act(agent, id, 'reminder'))).toMatchObject({ status: 409, code: 'invalidTransition' })
    await act(agent, id, 'withdrawal')
    expect(problem(await act(agent, id, 'reminder'))).toMatchObject({ status: 409, code: 'invalidTransition' })
  })
})

describe('withdrawing', () => {
  it('ends the link, once', async () => {
    const { agent } = await aPartnerWith()
    const id = await aSharedRequest(agent)
    expect((await act(agent, id, 'withdrawal')).body).toMatchObject({ status: 'withdrawn', can: ['resend'] })
    expect(problem(await act(agent, id, 'withdrawal'))).toMatchObject({ status: 409, code: 'invalidTransition' })
    expect((await requestEventsOf(id)).at(-1)).toMatchObject({ type: 'relationshipRequest.withdrawn', data: { because: 'asked' } })
  })

  it('stays possible for a suspended partner, which may do little else', async () => {
    const { agent, partner } = await aPartnerWith()
    const id = await aSharedRequest(agent)
    await sql(`update partner_profiles set status = 'suspended' where tenant_id = $1`, [partner.id])
    expect((await read(agent, id)).body.can).toEqual(['withdraw'])
    expect(problem(await act(agent, id, 'resending'))).toEqual({ status: 403, code: 'notAllowed', reason: 'partnerSuspended' })
    expect((await act(agent, id, 'withdrawal')).status).toBe(200)
  })
})

describe('resending', () => {
  it('mints a new link and ends the old one', async () => {
    const { agent } = await aPartnerWith()
    const id = await aSharedRequest(agent, { askPrivileges: false, customer: { domain: 'tailspin.example', country: 'FR', companyName: 'Tailspin' }, language: 'es' })
    const old = (await read(agent, id, '?link=shown')).body
    const { status, body } = await act(agent, id, 'resending', { validityDays: 10 })
    expect(status).toBe(201)
    expect(body).toMatchObject({ status: 'draft', followsId: id, named: old.named, services: [], language: 'es' })
    const fresh = (await read(agent, body.id, '?link=shown')).body
    expect(fresh.link).not.toBe(old.link)
    expect(fresh.draft.subject).toMatch(/^Nuevo vínculo: /)
    expect((await read(agent, id)).body.status).toBe('withdrawn')
    expect((await requestEventsOf(id)).slice(-2)).toMatchObject([
      { type: 'relationshipRequest.withdrawn', data: { because: 'sentAgain' } },
      { type: 'relationshipRequest.resent', data: { followedBy: body.id } },
    ])
  })

  it('asks every rule again, and leaves the old link alone where one bars it', async () => {
    const { agent, partner } = await aPartnerWith()
    const customer = await aCustomer()
    const id = await aSharedRequest(agent, { customer: { customerId: customer.id } })
    await aRelationship(partner, customer)
    expect(problem(await act(agent, id, 'resending'))).toEqual({ status: 409, code: 'requestNotPossible', reason: 'alreadyRelated' })
    expect((await read(agent, id)).body.status).toBe('shared')
  })

  it('is not for what was answered', async () => {
    const { agent } = await aPartnerWith()
    const id = await aSharedRequest(agent)
    await sql(`update relationship_requests set status = 'declined' where id = $1`, [id])
    expect(problem(await act(agent, id, 'resending'))).toMatchObject({ status: 409, code: 'invalidTransition' })
  })
})

describe('a request past its time', () => {
  it('reads as expired before any job has run, and can be sent again', async () => {
    const { agent } = await aPartnerWith()
    const id = await aSharedRequest(agent, { validityDays: 1 })
    await sql(`update relationship_requests set created_at = created_at - interval '2 days', expires_at = expires_at - interval '2 days' where id = $1`, [id])
    expect((await read(agent, id)).body).toMatchObject({ status: 'expired', can: ['resend'] })
    expect((await requestRowOf(id)).status).toBe('shared')
    const byStatus = async (status: string) => (await server.ask(agent, 'GET', `/relationship-requests?status=${status}`)).body.items.map((item: { id: string }) => item.id)
    expect({ expired: await byStatus('expired'), shared: await byStatus('shared') }).toEqual({ expired: [id], shared: [] })
    expect((await act(agent, id, 'resending')).status).toBe(201)
    expect((await requestRowOf(id)).status).toBe('shared')
  })
})

describe('a cloud that lets only the first two paragraphs be edited', () => {
  it('keeps the rest as it was made', async () => {
    const manifest = { ...builtInClouds.public, draftEditing: 'firstTwoParagraphs' as const }
    const strict = await testServer({ manifestOf: () => manifest })
    const partner: TestTenant = await aPartner()
    const agent = await partner.person('adminAgent')
    const { id } = (await strict.ask(agent, 'POST', '/relationship-requests', { body: { kind: 'establish', customer: null, language: 'en' } })).body
    const read = async () => (await strict.ask(agent, 'GET', `/relationship-requests/${id}`)).body
    const edit = async (text: string) => strict.ask(agent, 'PATCH', `/relationship-requests/${id}/draft`, { body: { subject: 'S', text }, version: (await read()).version })
    const { draft } = await read()
    expect(draft.paragraphs.map(({ editable }: { editable: boolean }) => editable)).toEqual([true, true, ...draft.paragraphs.slice(2).map(() => false)])
    const rest = draft.paragraphs.slice(2).map(({ text }: { text: string }) => text).join('\n\n')
    expect((await edit(`Hello,\n\nour own words.\n\n${rest}`)).status).toBe(200)
    expect((await edit(rest)).status).toBe(200)
    expect((await edit(`Again\n\n${rest}`)).status).toBe(200)
    expect((await edit(`Again\n\n${rest.replace('may order', 'may not order')}`)).body).toMatchObject({ code: 'draftRefused', reason: 'paragraphLocked' })
  })
})
