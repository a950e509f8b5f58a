import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { type TestSmtpServer, testSmtpServer } from '../../../test/support/smtp.ts'
import { plainMailSender } from '../../domain/mail-sender.ts'
import { mailText } from '../../language/mail-text.ts'
import { languages } from '../../language/languages.ts'
import { MailRefused, smtpTransport } from './smtp.ts'

let smtp: TestSmtpServer

beforeAll(async () => {
  smtp = await testSmtpServer()
})

const leaving = { id: 'a', messageId: '<a@localhost>', recipient: 'ana@correo.example', language: 'es', subject: 's', text: 't', createdAt: new Date('2026-11-21T10:00:00Z'), attempts: 1, sender: plainMailSender }

/** What a hostile name would hold: ends of lines, encoded words, address signs, beside any other Unicode. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom('\r\nBcc: x@evil.example', '\n', '\r', '\u2028', '\u0000', '=?utf-8?q?=0D=0ABcc:_x@evil.example?=', '"', '<', '>', ';', ',', ':', '@', '\t', '\u202e'),
      fc.string({ unit: 'grapheme', maxLength: 8 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join('').replace(/[\uD800-\uDFFF]/gu, ''))

describe('what leaves through SMTP', () => {
  it('has one reader and the headers we wrote, whatever a name holds', async () => {
    const transport = smtpTransport(smtp.url, 'http://localhost:4000')
    await fc.assert(
      fc.asyncProperty(hostile, hostile, fc.constantFrom(...languages), async (name, company, language) => {
        const before = smtp.arrived.length
        const { subject, text } = mailText(language, 'requestDeclined', { name, customerName: company, at: 'now', hasReason: 'yes', reason: company, link: 'http://localhost:4000/x' })
        await transport.send({ ...leaving, language, subject, text })
        const [mail] = (await smtp.arrivals(before + 1)).slice(before)
        expect(mail!.to).toEqual(['ana@correo.example'])
        expect(mail!.parsed.bcc ?? []).toEqual([])
        expect(mail!.parsed.cc ?? []).toEqual([])
        expect(mail!.parsed.to).toEqual([{ address: 'ana@correo.example', name: '' }])
        expect(mail!.parsed.headers.map(({ key }) => key).sort()).toEqual(
          ['auto-submitted', 'content-language', 'content-transfer-encoding', 'content-type', 'date', 'from', 'message-id', 'mime-version', 'subject', 'to', 'x-auto-response-suppress'].sort(),
        )
      }),
      { numRuns: 1_500 },
    )
    transport.close()
  }, 60_000)

  it('is refused before the library sees an address that is not in its strict form', async () => {
    const transport = smtpTransport(smtp.url, 'http://localhost:4000')
    for (const recipient of ['a@b.example\r\nBcc: x@y.example', '"a b"@c.example', 'a@b.example, x@y.example', 'a@b.example (x)', 'A@B.Example', '']) {
      await expect(transport.send({ ...leaving, recipient })).rejects.toThrow()
    }
    await expect(transport.send({ ...leaving, recipient: 'Ana@Correo.Example' })).rejects.toBeInstanceOf(MailRefused)
  })

  it('comes from the address that SMTP_URL names, else its user, else no-reply at the public host', async () => {
    const url = new URL(smtp.url)
    for (const [smtpUrl, from] of [
      [`${smtp.url}&from=hola@vinculo.example`, 'hola@vinculo.example'],
      [smtp.url, 'no-reply@partners.vinculo.example'],
    ] as const) {
      const before = smtp.arrived.length
      await smtpTransport(smtpUrl, 'https://partners.vinculo.example').send(leaving)
      expect((await smtp.arrivals(before + 1)).at(-1)!.from).toBe(from)
    }
    expect(url.searchParams.has('from')).toBe(false)
  })
})
