import { randomBytes, randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { barrierOn } from '../../../test/support/barrier.ts'
import { aBrowser, goodPassword } from '../../../test/support/cookie-browser.ts'
import { aPartnerLink, aRequest } from '../../../test/support/invitations.ts'
import { testServer } from '../../../test/support/server.ts'
import { aCustomer, anAgreement, aPartner, sql } from '../../../test/support/world.ts'
import { newSecret } from '../../security/secret.ts'
import { open } from '../../security/seal.ts'

// Many registrations from one address: the budget of that is proved elsewhere.
const server = await testServer({ rateFactor: 1_000 })
await anAgreement('public')

const details = () => ({ companyName: 'Panadería Núñez', country: 'ES', language: 'es', displayName: 'Ana Núñez', mail: `ana.${randomUUID().slice(0, 8)}@nunez.example` })

async function begin(secret: string, more: object = {}) {
  const body = { secret, ...details(), ...more }
  const answer = await server.ask(null, 'POST', '/invitations/registration', { body })
  return { ...answer, mail: (body as { mail: string }).mail, registrationSecret: answer.body.registrationSecret as string }
}

/** The code as the mail brings it. */
async function codeMailedTo(address: string): Promise<string> {
  const [mail] = await sql<{ id: string; sealed_secret: Buffer }>('select id, sealed_secret from mails where recipient = $1 order by created_at desc limit 1', [address])
  return open(server.env.keyRing, 'mailSecret', mail!.id, mail!.sealed_secret)
}

const complete = (registrationSecret: string, code: string, more: object = {}) =>
  server.ask(null, 'POST', '/invitations/registration/confirmation', { body: { registrationSecret, code, password: goodPassword, ...more } })

describe('a company without a tenant', () => {
  it('registers on the way: mail, code, tenant, first administrator, session; then accepts', async () => {
    const partner = await aPartner()
    const { secret } = await aRequest(partner)
    const { status, mail, registrationSecret } = await begin(secret)
    expect([status, registrationSecret]).toEqual([202, expect.stringMatching(/^reg_/)])
    expect(await sql('select 1 from tenants where name = $1', ['Panadería Núñez'])).toEqual([])
    const browser = aBrowser(server, 'customer')
    const answer = await browser.ask('POST', '/invitations/registration/confirmation', { registrationSecret, code: (await codeMailedTo(mail)).toLowerCase(), password: goodPassword, timeZone: 'Europe/Madrid' })
    expect(answer).toMatchObject({ status: 201, body: { next: 'signedIn', userPrincipalName: mail } })
    const session = await browser.ask('GET', '/session')
    expect(session.body).toMatchObject({
      signedIn: true,
      person: { displayName: 'Ana Núñez', roles: ['globalAdministrator'] },
      tenant: { name: 'Panadería Núñez', cloud: 'public', country: 'ES', timeZone: 'Europe/Madrid', isCustomer: true, isPartner: false },
    })
    const [tenant] = await sql('select origin, primary_domain from tenants where id = $1', [session.body.tenant.id])
    expect(tenant).toEqual({ origin: 'selfRegistration', primary_domain: 'panaderia-nunez.customers.example' })
    const page = await browser.ask('POST', '/invitations/opening', { secret })
    expect(page.body.verdict).toMatchObject({ canAccept: true })
    const { versionId, language, sha256 } = page.body.agreement
    const accepted = await browser.ask('POST', '/invitations/acceptance', { secret, version: page.body.version, agreement: { versionId, language, sha256 } })
    expect(accepted).toMatchObject({ status: 201, body: { partner: { id: partner.id } } })
    expect(await browser.signIn({ userPrincipalName: mail } as never)).toMatchObject({ status: 201, body: { next: 'signedIn' } })
  })

  it('of a name that is taken gets a domain of its own', async () => {
    const { secret } = await aRequest(await aPartner())
    const domains = []
    for (let times = 0; times < 2; times++) {
      const { mail, registrationSecret } = await begin(secret, { companyName: 'Twin Works' })
      expect((await complete(registrationSecret, await codeMailedTo(mail))).status).toBe(201)
    }
    domains.push(...(await sql<{ primary_domain: string }>(`select primary_domain from tenants where name = 'Twin Works' order by created_at`)).map((row) => row.primary_domain))
    expect(domains).toEqual(['twin-works.customers.example', expect.stringMatching(/^twin-works-[0-9a-f]{4}\.customers\.example$/)])
  })

  it('may register through a partner link, and from an account that is no customer', async () => {
    const link = await aPartnerLink(await aPartner())
    expect((await begin(link.secret)).status).toBe(202)
    const seller = await (await aPartner()).person('salesAgent')
    expect((await server.ask(seller, 'POST', '/invitations/registration', { body: { secret: link.secret, ...details() } })).status).toBe(202)
  })
})

describe('registering is refused', () => {
  it('in a cloud that takes no new tenants', async () => {
    const { secret } = await aRequest(await aPartner({ cloud: 'germany' }), { services: ['office365'] })
    expect(await begin(secret, { country: 'DE' })).toMatchObject({ status: 409, body: { code: 'invitationNotPossible', reason: 'cloudClosedToRegistration' } })
  })

  it('where the link names somebody else, another country, or a region outside', async () => {
    const partner = await aPartner()
    const named = await aRequest(partner, { namedCustomer: await aCustomer() })
    expect(await begin(named.secret)).toMatchObject({ status: 403, body: { reason: 'wrongAccount' } })
    expect(await begin((await aRequest(partner, { namedDomain: 'contoso.example' })).secret)).toMatchObject({ status: 403 })
    expect(await begin((await aRequest(partner, { namedCountry: 'FR' })).secret)).toMatchObject({ status: 409, body: { reason: 'wrongRegion' } })
    expect(await begin((await aRequest(partner)).secret, { country: 'JP' })).toMatchObject({ status: 409, body: { reason: 'wrongRegion' } })
  })

  it('with a link that has ended or never was, and by a customer that has a tenant', async () => {
    expect(await begin((await aRequest(await aPartner(), { status: 'withdrawn' })).secret)).toMatchObject({ status: 409, body: { reason: 'withdrawn' } })
    expect(await begin(newSecret('relationshipRequest', randomBytes))).toMatchObject({ status: 404, body: { reason: 'unknownLink' } })
    const { secret } = await aRequest(await aPartner())
    const ana = await (await aCustomer()).person('globalAdministrator')
    expect((await server.ask(ana, 'POST', '/invitations/registration', { body: { secret, ...details() } })).status).toBe(409)
  })

  it('with what is no company, country, language or address', async () => {
    const { secret } = await aRequest(await aPartner())
    for (const more of [{ companyName: '\u200b' }, { companyName: '' }, { country: 'XX' }, { country: 'es' }, { language: 'fr' }, { mail: 'no' }, { mail: '"a"@x.example' }, { displayName: 'a\u202eb' }, { roles: ['operator'] }]) {
      expect((await begin(secret, more)).status).toBe(422)
    }
    expect(await sql('select 1 from registrations where company_name = $1', [''])).toEqual([])
  })

  it('where no mail leaves', async () => {
    const silent = await testServer({ mailLeaves: false })
    const { secret } = await aRequest(await aPartner())
    const answer = await silent.ask(null, 'POST', '/invitations/registration', { body: { secret, ...details() } })
    expect(answer).toMatchObject({ status: 409, body: { reason: 'registrationNeedsMail' } })
  })
})

describe('the code', () => {
  it('may be wrong four times; the fifth closes the registration, whatever comes then', async () => {
    const { secret } = await aRequest(await aPartner())
    const { mail, registrationSecret } = await begin(secret)
    for (let times = 0; times < 5; times++) {
      expect(await complete(registrationSecret, 'AAAA-AAAA')).toMatchObject({ status: 422, body: { code: 'wrongCode', reason: 'wrongMailCode' } })
    }
    expect(await complete(registrationSecret, await codeMailedTo(mail))).toMatchObject({ status: 409, body: { reason: 'codeTriesUsedUp' } })
  })

  it('costs no try where the password is weak', async () => {
    const { secret } = await aRequest(await aPartner())
    const { mail, registrationSecret } = await begin(secret)
    for (const password of ['short', 'passwordpassword', 'panaderia nunez 1']) {
      expect(await complete(registrationSecret, await codeMailedTo(mail), { password })).toMatchObject({ status: 422, body: { code: 'weakPassword' } })
    }
    expect(await complete(registrationSecret, await codeMailedTo(mail), { timeZone: '+02:00' })).toMatchObject({ status: 422 })
    expect((await sql('select attempts from registrations where mail = $1', [mail]))[0]).toEqual({ attempts: 0 })
    expect((await complete(registrationSecret, await codeMailedTo(mail))).status).toBe(201)
  })

  it('works for thirty minutes, once, and only with its own registration', async () => {
    const { secret } = await aRequest(await aPartner())
    const [one, other] = [await begin(secret), await begin(secret)]
    expect(await complete(one.registrationSecret, await codeMailedTo(other.mail))).toMatchObject({ status: 422, body: { code: 'wrongCode' } })
    expect((await complete(other.registrationSecret, await codeMailedTo(other.mail))).status).toBe(201)
    expect(await complete(other.registrationSecret, await codeMailedTo(other.mail))).toMatchObject({ status: 409, body: { reason: 'registrationOver' } })
    expect(await complete(newSecret('registration', randomBytes), 'AAAA-AAAA')).toMatchObject({ status: 404 })
    expect(await complete('reg_nonsense', 'AAAA-AAAA')).toMatchObject({ status: 404 })
    server.env.at.forward({ minutes: 30 })
    expect(await complete(one.registrationSecret, await codeMailedTo(one.mail))).toMatchObject({ status: 409, body: { reason: 'registrationOver' } })
  })

  it('stands neither in the mail’s text nor in the row', async () => {
    const { secret } = await aRequest(await aPartner())
    const { mail } = await begin(secret)
    const code = await codeMailedTo(mail)
    const rows = [...(await sql('select * from mails where recipient = $1', [mail])), ...(await sql('select * from registrations where mail = $1', [mail]))]
    expect(JSON.stringify(rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, Buffer.isBuffer(value) ? value.toString('latin1') : value]))))).not.toContain(code)
  })

  it('entered twice at once registers once', async () => {
    const { secret } = await aRequest(await aPartner())
    const { mail, registrationSecret } = await begin(secret, { companyName: 'Once Only' })
    const code = await codeMailedTo(mail)
    const barrier = await barrierOn('select 1 from registrations where mail = $1 for update', [mail])
    const answers = Promise.all(Array.from({ length: 4 }, () => complete(registrationSecret, code)))
    await barrier.untilWaiting(4)
    await barrier.release()
    expect((await answers).map(({ status }) => status).sort((one, other) => one - other)).toEqual([201, 409, 409, 409])
    expect(await sql(`select 1 from tenants where name = 'Once Only'`)).toHaveLength(1)
  })

  it('of a person who signs in here already is told so', async () => {
    const { secret } = await aRequest(await aPartner())
    const { mail, registrationSecret } = await begin(secret)
    expect((await complete(registrationSecret, await codeMailedTo(mail))).status).toBe(201)
    const again = await begin(secret, { mail })
    expect(await complete(again.registrationSecret, await codeMailedTo(mail))).toMatchObject({ status: 409, body: { reason: 'userPrincipalNameTaken' } })
  })

  it('of an address with signs that no sign-in name holds leads to a name below the own domain', async () => {
    const { secret } = await aRequest(await aPartner())
    const { mail, registrationSecret } = await begin(secret, { companyName: 'Plus Co', mail: 'ana+shop@nunez.example' })
    expect((await complete(registrationSecret, await codeMailedTo(mail))).body.userPrincipalName).toBe('ana.shop@plus-co.customers.example')
  })
})
