import fc from 'fast-check'
import PostalMime from 'postal-mime'
import { describe, expect, it } from 'vitest'
import { emlFile } from './eml-file.ts'

const date = new Date('2026-02-03T04:05:06Z')
const headersOf = (eml: string) => eml.slice(0, eml.indexOf('\r\n\r\n')).replace(/\r\n /g, ' ').split('\r\n')

describe('the draft as a file', () => {
  it('opens for sending and says the same in another mail program', async () => {
    const eml = emlFile({ subject: 'Invitación: 诚邀合作 für Contoso España y sus filiales en Méjico', text: 'Hola,\n\nhttps://x.example/#inv_abc\n你好', to: 'ida@nordlicht.example' }, { date })
    const mail = await PostalMime.parse(eml)
    expect(mail.subject).toBe('Invitación: 诚邀合作 für Contoso España y sus filiales en Méjico')
    expect(mail.text?.replaceAll('\r\n', '\n').trimEnd()).toBe('Hola,\n\nhttps://x.example/#inv_abc\n你好')
    expect(mail.to).toEqual([{ address: 'ida@nordlicht.example', name: '' }])
    expect(mail.date).toBe('2026-02-03T04:05:06.000Z')
    expect(headersOf(eml)[0]).toBe('X-Unsent: 1')
  })

  it('is ASCII with CRLF and short lines, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ unit: 'binary', maxLength: 300 }), (subject, text) => {
        const eml = emlFile({ subject, text }, { date })
        expect(eml).toMatch(/^[\x20-\x7e\r\n]*$/)
        expect(eml.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
        expect(Math.max(...eml.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(90)
      }),
    )
  })

  it('never gains a header from subject or text', async () => {
    const nasty = fc.string({ unit: fc.constantFrom('\r', '\n', '\r\n', '\r\nBcc: x@y.example', '\r\n\r\n', ':', 'a', 'é', '中', '\u2028', '\u0085', '=?utf-8?B?', '?=', '\0'), maxLength: 40 })
    await fc.assert(
      fc.asyncProperty(nasty, nasty, async (subject, text) => {
        const eml = emlFile({ subject, text }, { date })
        expect(headersOf(eml).map((line) => line.split(':')[0])).toEqual([
          'X-Unsent',
          'Date',
          'Subject',
          'MIME-Version',
          'Content-Type',
          'Content-Transfer-Encoding',
        ])
        const mail = await PostalMime.parse(eml)
        expect(mail.bcc ?? []).toEqual([])
        expect((mail.text ?? '').replace(/\r\n/g, '\n').trimEnd()).toBe(text.replace(/\r\n?/g, '\n').trimEnd())
      }),
    )
  })

  it.each(['x@y.example\r\nBcc: z@y.example', 'Ida <ida@x.example>', ''])('has no recipient that is not a plain address: %j', (to) => {
    expect(() => emlFile({ subject: 'a', text: 'b', to }, { date })).toThrow(expect.objectContaining({ code: 'invalidMailAddress' }))
  })
})
