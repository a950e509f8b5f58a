import { describe, expect, it } from 'vitest'
import { testServer } from '../../../test/support/server.ts'
import { anOperator, aPartner, sql } from '../../../test/support/world.ts'
import { letterKinds } from '../../application/mail/letter-kinds.ts'
import { mailTemplates } from '../../language/mail-text.ts'

const server = await testServer()

describe('the letters', () => {
  it.each(['en', 'es'])('are all shown in %s with invented facts, none left to fill in', async (language) => {
    const { status, body } = await server.ask(await anOperator(), 'GET', `/operator/letters?language=${language}`)
    expect(status).toBe(200)
    const letters = body.items as { template: string; subject: string; text: string }[]
    expect(letters.map(({ template }) => template)).toEqual(Object.keys(mailTemplates))
    for (const { template, subject, text } of letters) expect(`${subject}\n${text}`, template).not.toMatch(/[{}]|undefined|NaN|\uE000/)
    expect(await sql('select 1 from mails')).toEqual([])
  })

  it('say under a notification how it stops, and under what is always told that it does not', async () => {
    const { body } = await server.ask(await anOperator(), 'GET', '/operator/letters')
    const textOf = (template: string) => body.items.find((letter: { template: string }) => letter.template === template).text as string
    expect(textOf('requestDeclined')).toContain('No more mails of this kind')
    expect(textOf('requestAcceptedToCustomer')).toContain('are always sent')
    expect(textOf('passwordChanged')).not.toContain('/settings/notifications')
    for (const { template, text } of body.items) expect(text.includes('/settings/notifications'), template).toBe(template in letterKinds || template === 'digest')
  })

  it('are for operators, in a language we have', async () => {
    expect((await server.ask(await (await aPartner()).person('globalAdmin'), 'GET', '/operator/letters?language=en')).status).toBe(403)
    expect((await server.ask(null, 'GET', '/operator/letters?language=en')).status).toBe(401)
    expect((await server.ask(await anOperator(), 'GET', '/operator/letters?language=fr')).status).toBe(422)
  })
})
