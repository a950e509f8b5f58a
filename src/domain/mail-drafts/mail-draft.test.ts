import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyOverrides } from '../clouds/apply-overrides.ts'
import { builtInClouds } from '../clouds/built-in-clouds.ts'
import { customerLanguages } from '../countries.ts'
import { invitationUrl } from '../links/invitation-url.ts'
import { checkEditedDraft, checkEditedSubject, longestDraft, requireSendable } from './check-edited-draft.ts'
import { composeDraft, draftText } from './compose-draft.ts'
import type { DraftFacts } from './draft.ts'
import { longestMailto, mailtoUrl } from './mailto-url.ts'

const { public: publicCloud, usGov, germany, china } = builtInClouds
const partner = { name: 'Nordwind Cloud GmbH', country: 'DE', partnerId: '0d9f3b7e-52a1-4d55-8d0b-7a2b6f0c1e22' }
const provider = { name: 'Distribuciones Levante, S.L.', country: 'ES', partnerId: 'b3c9e9a4-7c55-4a0b-9b51-3a6d5a1f4c33' }
const random = 'AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_AbCdE'
const claims = { invType: 'ResellerRelationship', partnerId: partner.partnerId, msppId: '0', dap: true } as const
const link = invitationUrl('https://partners.adatum.example', `inv_${random}`, claims)
const partnerLink = invitationUrl('https://partners.adatum.example', `pl_${random}`, claims)
const validUntil = { at: new Date('2026-05-01T10:00:00Z'), timeZone: 'Europe/Madrid' }

const facts: DraftFacts = { kind: 'establish', occasion: 'first', manifest: publicCloud, partner, customerName: 'Contoso España', asksPrivileges: true, link, validUntil }
const chinaFacts: DraftFacts = { kind: 'establish', occasion: 'first', manifest: china, partner, asksPrivileges: true, link: partnerLink }
const original = composeDraft(facts, 'en')
const chinese = composeDraft(chinaFacts, 'zh-Hans')

describe('the letter of a relationship request', () => {
  it.each(customerLanguages)('says in %s who asks, for what, where to answer and until when', (language) => {
    const { text, subject } = composeDraft(facts, language)
    for (const fact of [partner.name, partner.partnerId, 'Contoso España', 'Azure Active Directory', 'Office 365', '2026', '12:00', 'GMT+2']) expect(text).toContain(fact)
    expect(text).toContain(publicCloud.customerPortalName[language])
    expect(text).toContain(publicCloud.partnerRelationshipsPageName[language])
    expect(text).toContain(new Intl.DisplayNames(language, { type: 'region' }).of('DE'))
    expect(text.split('\n').filter((line) => line === link)).toHaveLength(1)
    expect(subject).toContain(partner.name)
    expect(`${subject}${text}`).not.toMatch(/undefined|null|\[object/)
  })

  it('says that a Global administrator answers, and a Billing administrator only where the cloud allows it', () => {
    expect(original.text).toContain('A Global administrator of your organization')
    const manifest = applyOverrides(publicCloud, { billingAdministratorMayAccept: true })
    expect(composeDraft({ ...facts, manifest }, 'en').text).toContain('A Global administrator or Billing administrator of your organization')
  })

  it('speaks of the customer agreement where it will be asked, and only there', () => {
    expect(original.text).toContain('customer agreement')
    expect(composeDraft({ ...facts, agreementAccepted: true }, 'en').text).not.toContain('customer agreement')
    expect(chinese.text).not.toContain('客户协议')
    expect(composeDraft(chinaFacts, 'en').text).not.toContain('customer agreement')
  })

  it('says whether admin privileges are asked', () => {
    expect(original.text).toContain('We also ask for delegated admin privileges')
    expect(composeDraft({ ...facts, asksPrivileges: false }, 'en').text).toContain('We do not ask for admin privileges')
  })

  it('names both partners of a joint request, and for whom the privileges are', () => {
    const { text, subject } = composeDraft({ ...facts, provider }, 'en')
    expect(subject).toBe('Working with Nordwind Cloud GmbH and Distribuciones Levante, S.L.')
    for (const fact of [partner.partnerId, provider.name, provider.partnerId, 'Spain']) expect(text).toContain(fact)
    expect(text).toContain('Distribuciones Levante, S.L. does not')
  })

  it('sends public customers to the Microsoft 365 admin center, those of Germany and US Government to the Microsoft Office admin portal', () => {
    expect(original.text).toContain('answer this request in the Microsoft 365 admin center')
    expect(composeDraft({ ...facts, manifest: germany }, 'en').text).toContain('answer this request in the Microsoft Office admin portal')
    expect(composeDraft({ ...facts, manifest: usGov }, 'en').text).toContain('answer this request in the Microsoft Office admin portal')
  })

  it('can also ask for privileges again, remind, and bring a new link for the same request', () => {
    const letters = (['establish', 'restorePrivileges'] as const).flatMap((kind) =>
      (['first', 'reminder', 'freshLink'] as const).map((occasion) => composeDraft({ ...facts, kind, occasion }, 'es')),
    )
    expect(new Set(letters.map(({ subject }) => subject)).size).toBe(6)
    expect(new Set(letters.map(({ text }) => text)).size).toBe(6)
  })

  it('holds no data of a customer beside a partner link, and no date', () => {
    for (const language of customerLanguages) {
      const { text } = composeDraft(chinaFacts, language)
      expect(text).not.toMatch(/Contoso|GMT|undefined/)
      expect(text).toContain(china.customerPortalName[language])
    }
  })

  it('says in China that only one partner holds the privileges on a service', () => {
    expect(composeDraft(chinaFacts, 'en').text).toContain('For each service only one partner at a time')
  })

  it('fits the address that opens a mail program, in its ordinary form', () => {
    for (const language of ['en', 'es', 'de'] as const) {
      for (const kind of ['establish', 'restorePrivileges'] as const) {
        expect(mailtoUrl(composeDraft({ ...facts, kind }, language))).not.toBe('tooLong')
      }
    }
  })
})

describe('an edited draft', () => {
  const check = (edited: string) => checkEditedDraft({ original, edited, link, manifest: publicCloud })

  it('may say anything as long as the link stays in [S0.17]', () => {
    const words = fc.string({ unit: 'grapheme-composite', maxLength: 200 }).filter((text) => !/\p{Bidi_Control}|[\p{Cc}\p{Cs}\u2028\u2029]/u.test(text))
    fc.assert(
      fc.property(words, words, fc.constantFrom('\n', '\r\n', ' ', '\n\n'), (before, after, gap) => {
        expect(check(`${before}${gap}${link}${gap}${after}`)).toEqual([])
      }),
    )
    expect(check(link)).toEqual([])
    expect(check(original.text)).toEqual([])
    expect(check(original.text.replaceAll('\n', '\r\n'))).toEqual([])
    expect(check(`Our site is https://www.nordwind.example/contact\n${link}`)).toEqual([])
    expect(check('')).toEqual(['linkMissing'])
  })

  it('is refused however the link is changed in one place', () => {
    fc.assert(
      fc.property(fc.nat(link.length - 1), fc.constantFrom('', 'x', '0', '-', ' ', '%', '.', 'é'), (at, sign) => {
        fc.pre(link[at] !== sign)
        const changed = link.slice(0, at) + sign + link.slice(at + 1)
        expect(check(original.text.replace(link, changed))).not.toEqual([])
      }),
      { numRuns: 1000 },
    )
  })

  it.each([
    ['without the link', 'Hello', ['linkMissing']],
    ['with the link twice', `${link}\n${link}`, ['linkRepeated']],
    ['with a full stop at the link', `Open ${link}.`, ['linkChanged']],
    ['with the link in brackets', `<${link}>`, ['linkChanged']],
    ['with the link as markup', `<a href="${link}">here</a>`, ['linkChanged']],
    ['with an invisible sign at the link', `${link}\u200b`, ['linkChanged']],
    ['with the link of another host', link.replace('adatum', 'adatun'), ['linkChanged']],
    ['with the link cut', link.slice(0, -1), ['linkChanged']],
    ['with DAP turned over', link.replace('DAP=true', 'DAP=false'), ['linkChanged']],
    ['with a second, altered link', `${link}\n${link.replace('DAP=true', 'DAP=false')}`, ['linkChanged']],
    ['with another link of our kind', `${link}\nhttps://evil.example/admin/partner-invitation?x`, ['linkImitated']],
    ['with another secret', `${link}\nhttps://evil.example/#pl_${random}`, ['linkImitated']],
    ['with another page of our host', `${link}\nhttps://partners.adatum.example/admin`, ['linkImitated']],
    ['with another page of our host, encoded', `${link}\nhttps://evil.example/?to=%70artners.adatum.example`, ['linkImitated']],
    ['with turned writing', `\u202e${link}`, ['controlCharacters', 'linkChanged']],
    ['with NUL', `a\u0000b\n${link}`, ['controlCharacters']],
    ['with half a character', `a\ud800\n${link}`, ['controlCharacters']],
    ['that is too long', `${link}\n${'a'.repeat(longestDraft)}`, ['tooLong']],
  ])('is refused %s', (_what, edited, refusals) => {
    expect(check(edited)).toEqual(refusals)
  })

  it('is refused aloud with its reasons', () => {
    const refused = { original, edited: 'Hello', link, manifest: publicCloud }
    expect(() => requireSendable(refused, 'Hello')).toThrow(
      expect.objectContaining({ code: 'draftRefused', details: { reason: 'linkMissing', refusals: ['linkMissing'] } }),
    )
    expect(() => requireSendable({ ...refused, edited: link }, 'Hello')).not.toThrow()
  })

  it('has a subject of one line', () => {
    expect(checkEditedSubject(original.subject)).toEqual([])
    expect(checkEditedSubject(' ')).toEqual(['subjectMissing'])
    expect(checkEditedSubject('a'.repeat(201))).toEqual(['tooLong'])
    for (const subject of ['a\r\nBcc: x@y.example', 'a\tb', 'a\u202eb']) expect(checkEditedSubject(subject)).toEqual(['controlCharacters'])
  })
})

describe('where only the first two paragraphs are the partner’s', () => {
  const check = (edited: string) => checkEditedDraft({ original: chinese, edited, link: partnerLink, manifest: china })
  const locked = draftText(chinese.paragraphs.slice(2))

  it('the draft says so of each paragraph', () => {
    expect(chinese.paragraphs.map(({ editable }) => editable).indexOf(false)).toBe(2)
    expect(chinese.paragraphs.filter(({ editable }) => editable)).toHaveLength(2)
    expect(original.paragraphs.filter(({ editable }) => !editable).map(({ kind }) => kind)).toEqual(['link'])
  })

  it('they may be edited, multiplied or deleted', () => {
    expect(check(chinese.text)).toEqual([])
    expect(check(locked)).toEqual([])
    expect(check(`\n\n${locked}\n`)).toEqual([])
    expect(check(`王先生，您好：\n\n上周谈到的事。\n\n谢谢。\n\n${locked}`)).toEqual([])
    expect(check(`Hello\r\n\r\n${locked.replaceAll('\n', '\r\n')}`)).toEqual([])
  })

  it('no other paragraph may differ, vanish or be followed by more', () => {
    for (const { text, kind } of chinese.paragraphs.slice(2)) {
      if (kind === 'text') {
        expect(check(chinese.text.replace(text, `${text}!`))).toEqual(['paragraphLocked'])
        expect(check(chinese.text.replace(`${text}\n\n`, '').replace(`\n\n${text}`, ''))).toEqual(['paragraphLocked'])
      }
    }
    expect(check(`${chinese.text}\n\nPS`)).toEqual(['paragraphLocked'])
    expect(check(`Hello ${locked}`)).toEqual(['paragraphLocked'])
  })
})

describe('the address that opens a mail program', () => {
  it('carries subject and text through, with CRLF between lines', () => {
    const url = new URL(mailtoUrl(original))
    expect(url.protocol).toBe('mailto:')
    expect(url.pathname).toBe('')
    expect(url.searchParams.get('subject')).toBe(original.subject)
    expect(url.searchParams.get('body')).toBe(original.text.replaceAll('\n', '\r\n'))
  })

  it('cannot be given another header by the text', () => {
    const url = mailtoUrl({ subject: 'a&bcc=x@y.example?cc=z', text: '&to=x@y.example#' })
    expect([...new URL(url).searchParams.keys()]).toEqual(['subject', 'body'])
    expect(url).not.toContain('#')
  })

  it('is refused beyond 1,900 encoded characters', () => {
    const room = longestMailto - 'mailto:?subject=&body='.length
    expect(mailtoUrl({ subject: '', text: 'a'.repeat(room) })).toHaveLength(longestMailto)
    expect(mailtoUrl({ subject: '', text: 'a'.repeat(room + 1) })).toBe('tooLong')
    expect(mailtoUrl({ subject: '', text: '中'.repeat(300) })).toBe('tooLong')
  })
})
