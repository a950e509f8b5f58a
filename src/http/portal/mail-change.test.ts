import { describe, expect, it } from 'vitest'
import { aBrowser, goodPassword } from '../../../test/support/cookie-browser.ts'
import { mailedSecret, mailsTo } from '../../../test/support/mailbox.ts'
import { eventsOf, signedInAt, somebody } from '../../../test/support/people-signed-in.ts'
import { testServer } from '../../../test/support/server.ts'
import { sql, type TestPerson } from '../../../test/support/world.ts'

const server = await testServer()
let count = 0
const anAddress = () => `ana${++count}@otra.example`

const askFor = (person: TestPerson, mail: string, more: object = {}) => server.ask(person, 'POST', '/me/mail-change', { body: { mail }, ...more })
const confirm = (secret: string) => server.ask(null, 'POST', '/mail-confirmations/completion', { body: { secret } })
const mailOf = async (person: TestPerson) => (await sql<{ mail: string; mail_confirmed_at: Date | null }>('select mail, mail_confirmed_at from people where id = $1', [person.id]))[0]!

describe('another mail address', () => {
  it('counts once it was confirmed from there, is told to the one before, and no session ends', async () => {
    const person = await somebody('globalAdministrator')
    const browser = await signedInAt(server, person)
    await browser.ask('POST', '/password-resets', { userPrincipalName: person.userPrincipalName })
    const reset = await mailedSecret(server.env, person.userPrincipalName)
    const asked = await browser.ask('POST', '/me/mail-change', { mail: 'Otra.Ana@Ejemplo.example' })
    expect([asked.status, asked.body.mail, asked.body.pendingMail.mail]).toEqual([202, person.userPrincipalName, 'Otra.Ana@ejemplo.example'])
    expect(await mailOf(person)).toMatchObject({ mail: person.userPrincipalName })
    expect((await mailsTo(server.env, person.userPrincipalName)).at(-1)).toMatchObject({ template: 'mailChangeAsked', secret: '' })
    const [mail] = await mailsTo(server.env, 'Otra.Ana@ejemplo.example')
    expect(mail).toMatchObject({ template: 'mailConfirmation', secret: expect.stringMatching(/^http:\/\/localhost:4000\/admin\/confirm-mail#eml_[\w-]{43}$/) })
    const secret = await mailedSecret(server.env, 'Otra.Ana@ejemplo.example')
    const shown = await server.ask(null, 'POST', '/mail-confirmations/exchange', { body: { secret } })
    expect(shown.body).toEqual({ mail: 'Otra.Ana@ejemplo.example', userPrincipalName: person.userPrincipalName })
    expect(await mailOf(person)).toMatchObject({ mail: person.userPrincipalName })
    expect((await confirm(secret)).status).toBe(200)
    expect(await mailOf(person)).toMatchObject({ mail: 'Otra.Ana@ejemplo.example', mail_confirmed_at: expect.any(Date) })
    expect((await mailsTo(server.env, person.userPrincipalName)).at(-1)).toMatchObject({ template: 'mailChanged' })
    expect((await browser.ask('GET', '/me')).body).toMatchObject({ mail: 'Otra.Ana@ejemplo.example', isMailConfirmed: true, pendingMail: null })
    expect((await server.ask(null, 'POST', '/password-resets/completion', { body: { secret: reset, password: `${goodPassword} nueva` } })).status).toBe(404)
    expect((await eventsOf(person)).map(({ type, data }) => [type, data])).toEqual(expect.arrayContaining([['person.updated', { changed: ['mail'] }]]))
  })

  it('has one effect, of eight who confirm at once', async () => {
    const person = await somebody('globalAdministrator')
    const mail = anAddress()
    await askFor(person, mail)
    const secret = await mailedSecret(server.env, mail)
    const answers = await Promise.all(Array.from({ length: 8 }, () => confirm(secret)))
    expect(answers.map(({ status }) => status).sort((first, second) => first - second)).toEqual([200, 404, 404, 404, 404, 404, 404, 404])
    expect((await mailsTo(server.env, person.userPrincipalName)).filter(({ template }) => template === 'mailChanged')).toHaveLength(1)
  })

  it('is not confirmed after a day, after another was asked for, after it was cancelled, or for a disabled account', async () => {
    const person = await somebody('globalAdministrator')
    const [late, replaced, cancelled, last] = [anAddress(), anAddress(), anAddress(), anAddress()]
    await askFor(person, late)
    const lateSecret = await mailedSecret(server.env, late)
    server.env.at.forward({ days: 1 })
    expect((await confirm(lateSecret)).body).toMatchObject({ status: 404, reason: 'linkNotValid' })
    await askFor(person, replaced)
    await askFor(person, cancelled)
    expect((await confirm(await mailedSecret(server.env, replaced))).status).toBe(404)
    expect((await server.ask(person, 'DELETE', '/me/mail-change')).status).toBe(204)
    expect((await confirm(await mailedSecret(server.env, cancelled))).status).toBe(404)
    await askFor(person, last)
    await sql("update people set status = 'disabled' where id = $1", [person.id])
    expect((await confirm(await mailedSecret(server.env, last))).status).toBe(404)
    expect(await mailOf(person)).toMatchObject({ mail: person.userPrincipalName })
  })

  it('needs a recent sign-in, an address that is one, and another than the one there is', async () => {
    const person = await somebody('globalAdministrator')
    const longAgo = new Date(server.env.clock().getTime() - 16 * 60_000)
    expect((await askFor(person, anAddress(), { authenticatedAt: longAgo })).body.code).toBe('stepUpRequired')
    for (const mail of ['Ana <ana@example.com>', 'ana@example.com,eva@example.com']) expect((await askFor(person, mail)).body.code).toBe('invalidMailAddress')
    expect((await askFor(person, person.userPrincipalName)).body).toMatchObject({ status: 422, reason: 'mailUnchanged' })
    expect((await askFor(person, anAddress(), { key: null })).body.code).toBe('idempotencyKeyMissing')
    expect((await server.ask(null, 'POST', '/me/mail-change', { body: { mail: anAddress() } })).status).toBe(401)
  })

  it('is opened by no secret of another kind, and a reset by none of this', async () => {
    const person = await somebody('globalAdministrator')
    const mail = anAddress()
    await askFor(person, mail)
    const secret = await mailedSecret(server.env, mail)
    expect((await server.ask(null, 'POST', '/password-resets/completion', { body: { secret, password: goodPassword } })).status).toBe(404)
    expect((await confirm(secret.replace('eml_', 'rst_'))).status).toBe(404)
    expect((await confirm(`eml_${'A'.repeat(43)}`)).status).toBe(404)
  })
})

describe('where mails do not leave', () => {
  it('an address stands at once, and is not called confirmed', async () => {
    const alone = await testServer({ mailLeaves: false })
    const person = await somebody('globalAdministrator')
    const mail = anAddress()
    const answer = await alone.ask(person, 'POST', '/me/mail-change', { body: { mail } })
    expect(answer.body).toMatchObject({ mail, isMailConfirmed: false, pendingMail: null })
    expect((await aBrowser(alone, 'customer').signIn(person)).status).toBe(201)
  })
})
