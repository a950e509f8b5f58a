import { createHash, randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { testServer } from '../../../test/support/server.ts'
import { aPartner, sql, type TestPerson } from '../../../test/support/world.ts'

const server = await testServer()
const read = (who: TestPerson | null, query = '', language = 'en') => server.ask(who, 'GET', `/partner-link${query}`, { language })
const rotate = (who: TestPerson, more: Parameters<typeof server.ask>[3] = {}) => server.ask(who, 'POST', '/partner-link/rotation', { body: {}, ...more })
const problem = ({ status, body }: { status: number; body: { code?: string; reason?: string } }) => ({ status, code: body.code, reason: body.reason })
const linksOf = (partnerId: string) => sql<{ secret_hash: Buffer; ended_at: Date | null }>('select secret_hash, ended_at from partner_links where partner_id = $1 order by created_at', [partnerId])

describe('the partner link', () => {
  it('is specific to the account, holds no customer information and is the same for every request', async () => {
    const partner = await aPartner({ cloud: 'china' })
    const agent = await partner.person('salesAgent')
    const [first, second] = [await read(agent), await read(agent)]
    expect(first.status, JSON.stringify(first.body)).toBe(200)
    expect(second.body.link).toBe(first.body.link)
    const url = new URL(first.body.link)
    expect(Object.fromEntries(url.searchParams)).toEqual({ invType: 'ResellerRelationship', partnerId: partner.id, msppId: '0', DAP: 'true' })
    expect(url.hash).toMatch(/^#pl_[\w-]{43}$/)
    expect(first.body).toMatchObject({ url: first.body.link, isReusable: true, language: 'zh-Hans', languages: ['zh-Hans', 'en', 'es'] })
  })

  it('comes with a letter of which only the first two paragraphs may be edited in China', async () => {
    const partner = await aPartner({ cloud: 'china' })
    const { body } = await read(await partner.person('adminAgent'), '?language=en')
    const editable = body.draft.paragraphs.map((paragraph: { editable: boolean }) => paragraph.editable)
    expect(editable).toEqual([true, true, ...editable.slice(2).map(() => false)])
    expect(body.draft.text).toContain('The link holds no information about you')
    expect(body.message).toMatchObject({ subject: body.draft.subject, text: body.draft.text })
    expect(body.draft.paragraphs.find((paragraph: { kind: string }) => paragraph.kind === 'link').text).toBe(body.link)
  })

  it('stays available where requests are tracked', async () => {
    const { body } = await read(await (await aPartner({ country: 'ES' })).person('adminAgent'))
    expect(body).toMatchObject({ isReusable: false, language: 'es' })
  })

  it('is there from enrolment, and looking at it makes no other', async () => {
    const partner = await aPartner()
    const agent = await partner.person('adminAgent')
    const answers = await Promise.all(Array.from({ length: 8 }, () => read(agent)))
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.link}`)).size).toBe(1)
    expect(await linksOf(partner.id)).toHaveLength(1)
  })

  it('lies in the database as a hash and sealed, never as it is sent', async () => {
    const partner = await aPartner()
    const { body } = await read(await partner.person('adminAgent'))
    const secret = body.link.split('#')[1]
    expect((await linksOf(partner.id))[0]!.secret_hash.equals(createHash('sha256').update(secret).digest())).toBe(true)
    const [row] = await sql(`select l::text as text from partner_links l where partner_id = $1`, [partner.id])
    expect(row!.text).not.toContain(secret)
  })

  it('is refused for languages without a letter, other roles, visitors and indebted partners of China', async () => {
    const partner = await aPartner()
    expect(problem(await read(await partner.person('adminAgent'), '?language=fr'))).toEqual({ status: 422, code: 'invalidInput', reason: 'languageNotOffered' })
    for (const role of ['helpdeskAgent', 'billingAdmin'] as const) expect((await read(await partner.person(role))).status).toBe(403)
    expect((await read(null)).status).toBe(401)
    const inDebt = await aPartner({ cloud: 'china', inDebt: true })
    expect(problem(await read(await inDebt.person('adminAgent')))).toEqual({ status: 403, code: 'notAllowed', reason: 'partnerInDebt' })
  })

  it('is not for resellers under a provider in China', async () => {
    const partner = await aPartner({ cloud: 'china', kinds: ['indirectReseller'] })
    expect(problem(await read(await partner.person('adminAgent')))).toEqual({ status: 409, code: 'requestNotPossible', reason: 'indirectResellerMayNotInvite' })
    expect(problem(await rotate(await partner.person('adminAgent')))).toMatchObject({ status: 409, reason: 'indirectResellerMayNotInvite' })
  })
})

describe('rotating it', () => {
  it('ends the old link and makes another, told to the partner', async () => {
    const partner = await aPartner()
    const agent = await partner.person('adminAgent')
    const old = (await read(agent)).body
    expect(old.can).toEqual(['rotate'])
    const { status, body } = await rotate(agent)
    expect(status).toBe(201)
    expect(JSON.stringify(body)).not.toContain('pl_')
    expect((await read(agent)).body.link).not.toBe(old.link)
    expect((await linksOf(partner.id)).map(({ ended_at }) => ended_at !== null)).toEqual([true, false])
    const events = await sql(`select e.type from events e join event_readers r on r.event_id = e.id where r.tenant_id = $1`, [partner.id])
    expect(events).toEqual([{ type: 'partnerLink.rotated' }])
  })

  it('leaves one link in force, however many rotate at once', async () => {
    const partner = await aPartner()
    const agent = await partner.person('adminAgent')
    await read(agent)
    const answers = await Promise.all(Array.from({ length: 8 }, () => rotate(agent)))
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(201))
    expect((await linksOf(partner.id)).filter(({ ended_at }) => ended_at === null)).toHaveLength(1)
  })

  it('has one effect per key', async () => {
    const partner = await aPartner()
    const agent = await partner.person('adminAgent')
    const key = randomUUID()
    const answers = [await rotate(agent, { key }), await rotate(agent, { key })]
    expect(answers[1]!.body).toEqual(answers[0]!.body)
    expect(await linksOf(partner.id)).toHaveLength(2)
    expect(problem(await rotate(agent, { key: null }))).toMatchObject({ status: 400, code: 'idempotencyKeyMissing' })
  })

  it('needs the role and a recent sign-in', async () => {
    const partner = await aPartner()
    expect(problem(await rotate(await partner.person('salesAgent')))).toEqual({ status: 403, code: 'notAllowed', reason: 'roleMissing' })
    expect((await read(await partner.person('salesAgent'))).body.can).toEqual([])
    const longAgo = new Date(server.env.clock().getTime() - 16 * 60_000)
    expect(problem(await rotate(await partner.person('adminAgent'), { authenticatedAt: longAgo }))).toMatchObject({ status: 403, code: 'stepUpRequired' })
  })
})
