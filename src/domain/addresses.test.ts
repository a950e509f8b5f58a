import { domainToUnicode } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { domainName, mailAddress, readableDomain, userPrincipalName } from './addresses.ts'
import { DomainError } from './errors.ts'

const refusedWith = (code: string, reason: string) => expect.objectContaining({ code, details: { reason } })

describe('a mail address', () => {
  it.each([
    ['ida@nordlicht.example', 'ida@nordlicht.example'],
    ['Ida.Berg@Nordlicht.EXAMPLE', 'Ida.Berg@nordlicht.example'],
    ["o'hara+csp@mail.contoso.co.uk", "o'hara+csp@mail.contoso.co.uk"],
    ['info@exämple.de', 'info@xn--exmple-cua.de'],
    ['info@例子.中国', 'info@xn--fsqu00a.xn--fiqs8s'],
    ['someone@gmail.com', 'someone@gmail.com'],
  ])('%s is kept as %s', (text, address) => {
    expect(mailAddress(text).address).toBe(address)
  })

  it('keeps dots, plus parts and letter case of its local part apart (B55)', () => {
    const variants = ['a.b@x.example', 'ab@x.example', 'A.B@x.example', 'a.b+c@x.example']
    expect(new Set(variants.map((text) => mailAddress(text).address)).size).toBe(4)
  })

  it.each([
    'a@b.example\r\nBcc: x@y',
    'a@b.example\n',
    '"victim@good.example x"@evil.example',
    'user@example.com(x)evil.com',
    'a@good.example (c)\n.evil',
    'Ida <ida@nordlicht.example>',
    'a,b@x.example',
    'a@b@c.example',
    '.a@x.example',
    'a.@x.example',
    'a..b@x.example',
    '@x.example',
    'a@',
    'a',
    '',
    'a b@x.example',
    'ä@x.example',
    `${'a'.repeat(65)}@x.example`,
    'a\u0000@x.example',
  ])('is refused when it reads %j', (text) => {
    expect(() => mailAddress(text)).toThrow(expect.objectContaining({ code: 'invalidMailAddress' }))
  })

  it.each(['a@localhost', 'a@127.0.0.1', 'a@[127.0.0.1]', 'a@x.example.', 'a@-x.example', 'a@x_y.example', 'a@x%41.example', 'a@x.example:25'])(
    'is refused where its domain is none: %j',
    (text) => {
      expect(() => mailAddress(text)).toThrow(refusedWith('invalidMailAddress', 'invalidDomain'))
    },
  )

  it('is refused where its domain mixes scripts, as letters or as xn-- (B53)', () => {
    expect(() => mailAddress('a@аpple.com')).toThrow(refusedWith('invalidMailAddress', 'mixedScriptDomain'))
    expect(() => mailAddress('a@xn--pple-43d.com')).toThrow(refusedWith('invalidMailAddress', 'mixedScriptDomain'))
  })

  it('of any text is either refused or an address that reads the same again', () => {
    const signs = fc.string({ unit: fc.constantFrom(...'ab.@"<>(),;: \r\n%[]\\-_+üА1'), maxLength: 20 })
    fc.assert(
      fc.property(fc.oneof(signs, fc.emailAddress(), fc.string({ unit: 'binary' })), (text) => {
        try {
          const { address } = mailAddress(text)
          expect(mailAddress(address).address).toBe(address)
          expect(address).toMatch(/^[^\s"(),:;<>@[\]\\]+@[a-z0-9.-]+$/)
        } catch (error) {
          expect(error).toBeInstanceOf(DomainError)
        }
      }),
      { numRuns: 3000 },
    )
  })
})

describe('a domain name', () => {
  it.each([
    ['Nordlicht.Example', 'nordlicht.example'],
    ['straße.example', 'xn--strae-oqa.example'],
    ['bücher.example', 'xn--bcher-kva.example'],
    ['ＣＯＮＴＯＳＯ.example', 'contoso.example'],
    ['пример.example', 'xn--e1afmkfd.example'],
  ])('%s is kept as %s', (text, name) => {
    expect(domainName(text)).toBe(name)
    expect(domainName(domainName(text))).toBe(name)
  })

  it.each([
    'example',
    'a..example',
    '.example',
    'example.',
    '127.1',
    '0x7f.1',
    '1.2.3.4',
    'contoso.1',
    '①②⑦.⓪.⓪.①',
    'ab--cd.example',
    'xn--.example',
    'xn--a.example',
    'xn--zzzzzzzzzzz.example',
    `${'a'.repeat(64)}.example`,
    `${'a.'.repeat(130)}example`,
    'contoso。example',
    'con\u200btoso.example',
    'contoso/.example',
    'user@contoso.example',
  ])('is refused when it reads %j', (text) => {
    expect(() => domainName(text)).toThrow(refusedWith('invalidInput', 'invalidDomain'))
  })

  it('reads in letters as the platform reads it', () => {
    const label = fc.string({ unit: fc.constantFrom(...'abcäöüßñéøł012'), minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(label, (text) => {
        const name = domainName(`x${text}.example`)
        expect(readableDomain(name)).toBe(domainToUnicode(name))
      }),
    )
    expect(readableDomain('xn--e1afmkfd.xn--fiqs8s')).toBe('пример.中国')
  })
})

describe('a user principal name', () => {
  it('is told apart by no letter case', () => {
    expect(userPrincipalName('Ida.Berg@Nordlicht.example')).toBe('ida.berg@nordlicht.example')
  })

  it.each(['ida+x@nordlicht.example', 'ida/berg@nordlicht.example', 'ida'])('is refused when it reads %j', (text) => {
    expect(() => userPrincipalName(text)).toThrow(expect.objectContaining({ code: 'invalidMailAddress' }))
  })
})
