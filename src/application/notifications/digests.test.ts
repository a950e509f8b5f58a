import { describe, expect, it } from 'vitest'
import { testClock } from '../../../test/support/environment.ts'
import { aRequest } from '../../../test/support/invitations.ts'
import { composeLetters } from '../../../test/support/letters.ts'
import { testServer } from '../../../test/support/server.ts'
import { aCustomer, aPartner, sql, type TenantWishes, type TestPerson, type TestTenant } from '../../../test/support/world.ts'
import { theSystem } from '../../domain/actor.ts'
import type { EventDraft } from '../../domain/events.ts'
import type { Choice } from '../../domain/notifications/preferences.ts'
import { performNow } from '../perform.ts'
import { tellOfExpiry } from '../relationship-requests/tell-of-expiry.ts'
import type { UseCase } from '../use-case.ts'
import { forgetOldNotifications } from './forget-old-notifications.ts'
import { sendDigests } from './send-digests.ts'

const server = await testServer({ at: testClock(new Date('2026-03-28T10:00:00Z')) })
const { env } = server

const recordFact: UseCase<EventDraft, void> = { action: 'installation.run', run: (work, event) => work.record(event) }

const tell = () => composeLetters(env)

/** A customer was stopped at a request of this person's; by the table a matter for the digest. */
async function blocked(partner: TestTenant, asker: TestPerson, domain = 'far.example'): Promise<string> {
  const { id } = await aRequest(partner, { askedBy: asker, namedDomain: domain, at: env.clock() })
  await performNow(env, recordFact, theSystem, {
    type: 'relationshipRequest.blocked', resource: { type: 'relationshipRequest', id }, readers: [{ tenantId: partner.id }], data: { visitor: 'anotherOrganisation' }, refused: 'wrongRole', through: 'link',
  })
  await tell()
  return id
}

const mailsTo = (person: TestPerson) => sql<{ template: string; subject: string; body: string; unsubscribe: string | null }>('select template, subject, body, unsubscribe from mails where recipient = $1 order by created_at', [person.userPrincipalName])
const digest = () => performNow(env, sendDigests, theSystem, undefined)
const choose = async (person: TestPerson, body: { kinds?: Record<string, Choice>; digest?: object }) => {
  const before = await server.ask(person, 'GET', '/me/notification-preferences')
  return server.ask(person, 'PATCH', '/me/notification-preferences', { body, version: before.body.version })
}
const at = (instant: string) => env.at.set(new Date(instant))

async function anAsker(wishes: TenantWishes = {}) {
  const partner = await aPartner({ language: 'en', ...wishes })
  return { partner, asker: await partner.person('adminAgent') }
}

describe('a digest', () => {
  it('gathers what waits into one mail at the person’s hour, also over the change to summer time', async () => {
    at('2026-03-28T10:00:00Z')
    const { partner, asker } = await anAsker()
    await blocked(partner, asker, 'one.example')
    await blocked(partner, asker, 'two.example')
    expect(await sql('select due_at from pending_digests where person_id = $1', [asker.id])).toEqual([{ due_at: new Date('2026-03-29T06:00:00Z') }])
    at('2026-03-29T05:59:00Z')
    await digest()
    expect(await mailsTo(asker)).toEqual([])
    at('2026-03-29T06:00:00Z')
    await digest()
    await digest()
    const [mail, ...more] = await mailsTo(asker)
    expect(more).toEqual([])
    expect(mail).toMatchObject({ template: 'digest', subject: `${partner.name}: 2 notifications` })
    expect(mail!.body).toContain('(one.example)')
    expect(mail!.body).toContain('(two.example)')
    expect(mail!.body).toContain(`${env.publicUrl}/partner/settings/notifications`)
    // One token: of the page in the letter, and of the address for programs.
    expect(mail!.body).toContain(`${env.publicUrl}/partner/unsubscribe#${mail!.unsubscribe!.split('/').at(-1)}`)
  })

  it('leaves at each person’s own hour, wherever they are', async () => {
    at('2026-11-21T10:00:00Z')
    const due: Record<string, string> = {}
    for (const [zone, choice] of Object.entries({ 'Asia/Tokyo': {}, 'America/New_York': { frequency: 'weekly', hour: 6, timeZone: 'America/Los_Angeles' }, 'Europe/Madrid': { frequency: 'daily', hour: 12, timeZone: 'Europe/Madrid' } })) {
      const { partner, asker } = await anAsker({ timeZone: zone })
      if ('hour' in choice) expect((await choose(asker, { digest: choice })).status).toBe(200)
      await blocked(partner, asker)
      due[zone] = (await sql<{ due_at: Date }>('select due_at from pending_digests where person_id = $1', [asker.id]))[0]!.due_at.toISOString()
    }
    expect(due).toEqual({ 'Asia/Tokyo': '2026-11-21T23:00:00.000Z', 'America/New_York': '2026-11-23T14:00:00.000Z', 'Europe/Madrid': '2026-11-21T11:00:00.000Z' })
  })

  it('is written once, in however many runs and servers at a time', async () => {
    at('2026-11-24T10:00:00Z')
    const people = []
    for (let turn = 0; turn < 3; turn++) {
      const { partner, asker } = await anAsker()
      await blocked(partner, asker)
      people.push(asker)
    }
    at('2026-11-25T08:00:00Z')
    await Promise.all(Array.from({ length: 8 }, digest))
    for (const person of people) expect(await mailsTo(person)).toHaveLength(1)
    expect(await sql('select 1 from pending_digests where due_at <= $1', [env.clock()])).toEqual([])
  })

  it('says nothing where nothing is left: read meanwhile, chosen away, no role, no confirmed address, gone', async () => {
    at('2026-11-26T10:00:00Z')
    const ends: Record<string, (person: TestPerson) => Promise<unknown>> = {
      read: (person) => server.ask(person, 'POST', '/notifications/reading'),
      chosenAway: (person) => choose(person, { kinds: { blocked: { portal: true, mail: 'off' } } }),
      noRole: (person) => sql("update people set roles = '{billingAdmin}' where id = $1", [person.id]),
      unconfirmed: (person) => sql('update people set mail_confirmed_at = null where id = $1', [person.id]),
      gone: (person) => sql("update people set status = 'disabled' where id = $1", [person.id]),
    }
    const people: Record<string, TestPerson> = {}
    for (const [name, end] of Object.entries(ends)) {
      const { partner, asker } = await anAsker()
      await blocked(partner, asker)
      await end(asker)
      people[name] = asker
    }
    at('2026-11-27T09:00:00Z')
    await digest()
    for (const [name, person] of Object.entries(people)) expect(await mailsTo(person), name).toEqual([])
  })
})

describe('a mail at once', () => {
  it('comes, or not, as the person chose; the portal goes its own way', async () => {
    at('2026-12-01T10:00:00Z')
    const { partner, asker } = await anAsker()
    const inPortal = async () => (await server.ask(asker, 'GET', '/notifications')).body.items.length
    await choose(asker, { kinds: { blocked: { portal: false, mail: 'now' } } })
    await blocked(partner, asker)
    expect([(await mailsTo(asker)).map(({ template }) => template), await inPortal()]).toEqual([['requestBlocked'], 0])
    await choose(asker, { kinds: { blocked: { portal: true, mail: 'off' } } })
    await blocked(partner, asker)
    expect([(await mailsTo(asker)).length, await inPortal()]).toEqual([1, 1])
    await choose(asker, { kinds: { blocked: { portal: false, mail: 'off' } } })
    await blocked(partner, asker)
    expect([(await mailsTo(asker)).length, await inPortal()]).toEqual([1, 1])
  })

  it('about the same request comes once a day; what comes more often waits for the digest', async () => {
    at('2026-12-02T10:00:00Z')
    const { partner, asker } = await anAsker()
    await choose(asker, { kinds: { blocked: { portal: true, mail: 'now' } } })
    const id = await blocked(partner, asker)
    await performNow(env, recordFact, theSystem, { type: 'relationshipRequest.blocked', resource: { type: 'relationshipRequest', id }, readers: [{ tenantId: partner.id }], refused: 'wrongCloud' })
    await tell()
    expect(await mailsTo(asker)).toHaveLength(1)
    at('2026-12-03T07:00:00Z')
    await digest()
    expect((await mailsTo(asker)).map(({ template }) => template)).toEqual(['requestBlocked', 'digest'])
  })

  it('is the letter there always was, and obeys; what is always told comes whatever was chosen', async () => {
    at('2026-12-04T10:00:00Z')
    const { partner, asker } = await anAsker()
    const customer = await aCustomer()
    const owner = await customer.person('globalAdministrator')
    const { id } = await aRequest(partner, { askedBy: asker, namedCustomer: customer })
    await sql("update relationship_requests set status = 'accepted', customer_id = $2 where id = $1", [id, customer.id])
    await choose(asker, { kinds: { accepted: { portal: true, mail: 'digest' } } })
    expect(await choose(owner, { kinds: { accepted: { portal: false, mail: 'off' } } })).toMatchObject({ status: 422, body: { reason: 'notificationKept' } })
    await performNow(env, recordFact, theSystem, { type: 'relationshipRequest.accepted', resource: { type: 'relationshipRequest', id }, readers: [{ tenantId: partner.id, counterpartId: customer.id }, { tenantId: customer.id, counterpartId: partner.id }], data: { kind: 'establish', services: [] } })
    await tell()
    expect((await mailsTo(owner)).map(({ template, unsubscribe }) => [template, unsubscribe])).toEqual([['requestAcceptedToCustomer', null]])
    expect(await mailsTo(asker)).toEqual([])
    at('2026-12-05T07:00:00Z')
    await digest()
    expect((await mailsTo(asker)).map(({ template }) => template)).toEqual(['digest'])
  })

  it('that runs out soon is told once for each request, a week before or in its last quarter', async () => {
    at('2027-01-04T10:00:00Z')
    const { partner, asker } = await anAsker()
    for (const [domain, validDays] of [['quarter.example', 90], ['short.example', 4]] as const) await aRequest(partner, { askedBy: asker, namedDomain: domain, validDays, at: env.clock() })
    await aRequest(partner, { askedBy: asker, namedDomain: 'draft.example', validDays: 4, at: env.clock(), status: 'draft' })
    const subjects = async () => {
      await Promise.all(Array.from({ length: 8 }, () => performNow(env, tellOfExpiry, theSystem, undefined)))
      await tell()
      return (await mailsTo(asker)).map(({ subject }) => subject)
    }
    at('2027-01-07T09:00:00Z')
    expect(await subjects()).toEqual([])
    at('2027-01-07T11:00:00Z')
    expect(await subjects()).toEqual(['Your request to short.example runs out soon'])
    at('2027-03-29T10:00:00Z')
    expect(await subjects()).toEqual(['Your request to short.example runs out soon', 'Your request to quarter.example runs out soon'])
  })
})

describe('old notifications', () => {
  it('are forgotten after half a year; what happened stays in the activity', async () => {
    at('2027-06-01T10:00:00Z')
    const { partner, asker } = await anAsker()
    await blocked(partner, asker)
    at('2027-11-27T10:00:00Z')
    await performNow(env, forgetOldNotifications, theSystem, undefined)
    expect(await sql('select 1 from notifications where person_id = $1', [asker.id])).toHaveLength(1)
    at('2027-11-29T10:00:00Z')
    await performNow(env, forgetOldNotifications, theSystem, undefined)
    expect(await sql('select 1 from notifications where person_id = $1', [asker.id])).toEqual([])
    expect(await sql("select 1 from event_readers where tenant_id = $1 and type = 'relationshipRequest.blocked'", [partner.id])).toHaveLength(1)
  })
})
