import { describe, expect, it } from 'vitest'
import { languages } from './languages.ts'
import { mailTemplates, type MailTemplate, mailText, secretPlace } from './mail-text.ts'

const all = languages.flatMap((language) => (Object.keys(mailTemplates) as MailTemplate[]).map((template) => [language, template] as const))

/** A word of its own for every fact, so that one that is missing is noticed. Switches take each of their values. */
const switches: Readonly<Record<string, readonly string[]>> = { kind: ['establish', 'restorePrivileges'], hasReason: ['yes', 'no'], hasPrivileges: ['yes', 'no'], blocks: ['yes', 'no'], news: ['received', 'withdrawn'], change: ['assigned', 'ended'], callMe: ['yes', 'no'], answer: ['accepted', 'declined', 'expired'], what: ['authorized', 'declined', 'removed', 'accessRemoved'], occasion: ['first', 'reminder'], step: ['agreed', 'accepted'], isVerified: ['yes', 'no'], hasWords: ['yes', 'no'] }
const numbers = ['days', 'minutes', 'count']
const facts = (template: MailTemplate, turn: number) =>
  Object.fromEntries(mailTemplates[template].map((name) => [name, switches[name]?.[turn] ?? (numbers.includes(name) ? 7 : `«${name}»`)]))

describe.each(all)('in %s the mail %s', (language, template) => {
  it('is whole: every fact stands in it, nothing is left to fill in', () => {
    const written = [0, 1].map((turn) => mailText(language, template, facts(template, turn) as never))
    for (const { subject, text } of written) {
      expect(`${subject}${text}`).not.toMatch(/[{}]|undefined/)
      expect(subject).not.toMatch(/\n/)
      expect(text.split('\n').every((line) => line.length < 1_000)).toBe(true)
    }
    const together = written.map(({ subject, text }) => subject + text).join()
    for (const name of mailTemplates[template]) {
      const mark = name === 'secret' ? secretPlace : numbers.includes(name) ? '7' : `«${name}»`
      if (!(name in switches)) expect(together).toContain(mark)
    }
    if (template !== 'registrationCode') expect(together.match(new RegExp(secretPlace, 'g'))?.length ?? 0).toBe((mailTemplates[template] as readonly string[]).includes('secret') ? 2 : 0)
  })

  if (language !== 'en') {
    it('is not English', () => {
      const at = (of: 'en' | 'es') => mailText(of, template, facts(template, 0) as never)
      expect(at(language).subject).not.toBe(at('en').subject)
    })
  }
})

describe('a mail', () => {
  it('takes names as text, whatever they hold', () => {
    const { subject, text } = mailText('es', 'personInvited', { name: "O'Brien {x}", tenantName: "Nubes '{name}' <b>\r\nBcc: x@y", userPrincipalName: 'a@b.example', days: 1 })
    expect(subject).toBe("Su cuenta en Nubes '{name}' <b> Bcc: x@y")
    expect(text).toContain("Hola, O'Brien {x}:")
    expect(text).toContain('un día')
  })
})
