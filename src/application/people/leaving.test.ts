import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { askingAt } from '../../../test/support/asking.ts'
import { barrierOn } from '../../../test/support/barrier.ts'
import { aBrowser, giveAuthenticator, givePassword } from '../../../test/support/cookie-browser.ts'
import { mailedSecret } from '../../../test/support/mailbox.ts'
import { eventsOf } from '../../../test/support/people-signed-in.ts'
import { testServer } from '../../../test/support/server.ts'
import { aPartner, sql, type TestPerson, type TestTenant } from '../../../test/support/world.ts'
import { performNow } from '../perform.ts'
import { createRelationshipRequest } from '../relationship-requests/create-relationship-request.ts'
import { identifyByToken } from '../sign-in/identify.ts'

const server = await testServer()
const { ask, read, act } = askingAt(server)

const ends = [
  ['disabled', (by: TestPerson, whom: TestPerson) => server.ask(by, 'POST', `/people/${whom.id}/disabling`)],
  ['removed', (by: TestPerson, whom: TestPerson) => server.ask(by, 'POST', `/people/${whom.id}/removal`)],
  ['given no roles', (by: TestPerson, whom: TestPerson) => server.ask(by, 'PATCH', `/people/${whom.id}`, { version: 1, body: { roles: [] } })],
] as const

async function staff() {
  const partner = await aPartner()
  return { partner, admin: await partner.person('globalAdmin'), agent: await partner.person('salesAgent') }
}

const underWay = async (person: TestPerson) => identifyByToken(server.env, server.tokens, await server.tokenOf(person), { address: null, userAgent: null, traceId: 'test' })
const wish = { kind: 'establish', customer: {}, askPrivileges: true, language: 'es', reader: 'es' } as never
const requestsOf = (partner: TestTenant) => sql<{ id: string }>('select id from relationship_requests where partner_id = $1', [partner.id])

describe.each(ends)('somebody who is %s', (_title, end) => {
  it('does nothing more with a request that was under way (R10)', async () => {
    const { partner, admin, agent } = await staff()
    const actor = await underWay(agent)
    expect((await end(admin, agent)).status).toBeLessThan(300)
    await expect(performNow(server.env, createRelationshipRequest, actor, wish)).rejects.toMatchObject({ code: expect.stringMatching(/^(sessionEnded|notAllowed)$/) })
    expect(await requestsOf(partner)).toEqual([])
  })

  it('is waited for in the middle of an act, and there is none after it', async () => {
    const { partner, admin, agent } = await staff()
    const barrier = await barrierOn('select from partner_profiles where tenant_id = $1 for update', [partner.id])
    const acting = ask(agent)
    await barrier.untilWaiting(1)
    const ending = end(admin, agent)
    await barrier.untilWaiting(2)
    await barrier.release()
    const [acted, ended] = await Promise.all([acting, ending])
    expect(acted.status).toBe(201)
    expect(ended.status).toBeLessThan(300)
    const when = await sql<{ acted: Date; ended: Date }>(
      `select (select max(at) from events where actor_person_id = $1) as acted, (select max(at) from events where resource_id = $1 and actor_person_id = $2) as ended`,
      [agent.id, admin.id],
    )
    expect(when[0]!.ended.getTime()).toBeGreaterThanOrEqual(when[0]!.acted.getTime())
    expect([401, 403]).toContain((await ask(agent)).status)
  })

  it('has done the last thing when the answer comes, whatever runs beside it', async () => {
    for (let round = 0; round < 12; round++) {
      const { partner, admin, agent } = await staff()
      const acts = Promise.all(Array.from({ length: 6 }, () => ask(agent)))
      const ended = await end(admin, agent)
      const then = (await requestsOf(partner)).length
      const answers = await acts
      expect(ended.status).toBeLessThan(300)
      expect((await requestsOf(partner)).length).toBe(then)
      expect(answers.filter(({ status }) => status === 201)).toHaveLength(then)
    }
  })
})

describe('an administrator whose act waits', () => {
  it('keeps nobody waiting for ever: two who end each other’s rights, with acts of both under way', async () => {
    for (let round = 0; round < 10; round++) {
      const partner = await aPartner()
      const [one, other] = [await partner.person('globalAdmin'), await partner.person('globalAdmin', 'adminAgent')]
      const answers = await Promise.all([
        ask(one), ask(other),
        server.ask(one, 'POST', `/people/${other.id}/removal`), server.ask(other, 'POST', `/people/${one.id}/disabling`),
        ask(one), ask(other),
      ])
      expect(answers.every(({ status }) => [200, 201, 204, 401, 403, 404, 409].includes(status))).toBe(true)
      expect(await sql("select id from people where tenant_id = $1 and status = 'active'", [partner.id])).toHaveLength(1)
    }
  })
})

describe('a colleague who is removed', () => {
  it('opens nothing any more: session, token, password, code, link', async () => {
    const { admin, agent } = await staff()
    await givePassword(agent)
    const { code } = await giveAuthenticator(server.env, agent)
    const browser = aBrowser(server)
    await browser.signIn(agent)
    expect((await browser.ask('POST', '/sessions/second-factor', { code: code() })).status).toBe(200)
    await browser.ask('POST', '/password-resets', { userPrincipalName: agent.userPrincipalName })
    const secret = await mailedSecret(server.env, agent.userPrincipalName)
    expect((await server.ask(admin, 'POST', `/people/${agent.id}/removal`)).status).toBe(204)
    expect((await browser.ask('GET', '/sessions')).status).toBe(401)
    expect((await server.ask(agent, 'GET', '/me')).status).toBe(401)
    expect((await aBrowser(server).signIn(agent)).status).toBe(401)
    expect((await server.ask(null, 'POST', '/password-resets/completion', { body: { secret, password: 'otra frase bastante larga' } })).status).toBe(404)
    // The address stays as long as they can be restored.
    const [row] = await sql('select password_hash, totp_seed, mail, roles, status from people where id = $1', [agent.id])
    expect(row).toEqual({ password_hash: null, totp_seed: null, mail: expect.stringContaining('@'), roles: [], status: 'removed' })
    expect(await sql('select code_hash from recovery_codes where person_id = $1', [agent.id])).toEqual([])
  })

  it('is no longer there to be changed, and stays by name in what was done', async () => {
    const { admin, agent } = await staff()
    await ask(agent)
    expect((await server.ask(admin, 'POST', `/people/${agent.id}/removal`)).status).toBe(204)
    for (const [method, path] of [['GET', ''], ['POST', '/removal'], ['POST', '/disabling'], ['POST', '/enabling']] as const) {
      expect((await server.ask(admin, method, `/people/${agent.id}${path}`)).status).toBe(404)
    }
    expect((await server.ask(admin, 'GET', '/people')).body.items.map(({ id }: { id: string }) => id)).not.toContain(agent.id)
    const activity = (await server.ask(admin, 'GET', '/activity')).body.items as { text: string; type: string }[]
    expect(activity.find(({ type }) => type === 'person.removed')!.text).toContain(agent.displayName)
    expect(activity.find(({ type }) => type === 'relationshipRequest.created')!.text).toContain(agent.displayName)
    expect((await eventsOf(agent)).at(-1)).toMatchObject({ type: 'person.removed', actor_person_id: admin.id })
  })

  it('leaves what they began to the organization: requests to send again, colleagues to invite again', async () => {
    const { partner, admin, agent } = await staff()
    const { id } = (await ask(agent)).body
    const inviter = await partner.person('userManagementAdmin')
    const mail = `eva@${partner.domain}`
    const { id: invited } = (await server.ask(inviter, 'POST', '/people', { body: { displayName: 'Eva', userPrincipalName: mail, mail, roles: ['salesAgent'], language: 'es' } })).body
    const secret = await mailedSecret(server.env, mail)
    for (const one of [agent, inviter]) expect((await server.ask(admin, 'POST', `/people/${one.id}/removal`)).status).toBe(204)
    const seen = (await read(admin, id)).body
    expect(seen).toMatchObject({ id, createdBy: { displayName: agent.displayName } })
    expect((await act(admin, id, 'resending')).status).toBeLessThan(300)
    // The link rests on the right of who sent it (rule R7); a colleague sends another.
    expect((await server.ask(null, 'POST', '/person-invitations/exchange', { body: { secret } })).status).toBe(404)
    server.env.at.forward({ days: 1 })
    expect((await server.ask(admin, 'POST', `/people/${invited}/invitation`)).status).toBe(200)
    expect((await server.ask(null, 'POST', '/person-invitations/exchange', { body: { secret: await mailedSecret(server.env, mail) } })).status).toBe(200)
  })

  it('may come back as somebody new, with the same name', async () => {
    const { admin, agent } = await staff()
    await server.ask(admin, 'POST', `/people/${agent.id}/removal`)
    const again = await server.ask(admin, 'POST', '/people', { body: { displayName: 'Otra', userPrincipalName: agent.userPrincipalName, mail: agent.userPrincipalName, roles: [], language: 'es' } })
    expect(again.status).toBe(201)
    expect(again.body.id).not.toBe(agent.id)
  })

  it('is never oneself, nobody of another organization, and not the last administrator', async () => {
    const { admin } = await staff()
    const stranger = await (await aPartner()).person('salesAgent')
    expect((await server.ask(admin, 'POST', `/people/${admin.id}/removal`)).body.reason).toBe('ownAccount')
    expect((await server.ask(admin, 'POST', `/people/${stranger.id}/removal`)).status).toBe(404)
    expect((await server.ask(admin, 'POST', `/people/${randomUUID()}/removal`)).status).toBe(404)
    expect((await server.ask(stranger, 'POST', `/people/${stranger.id}/removal`)).status).toBe(403)
  })
})
