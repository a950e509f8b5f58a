import { describe, expect, it } from 'vitest'
import { isPublicSuffix, registrableDomain } from './public-suffix.ts'

describe('a public suffix', () => {
  it.each(['com', 'co.uk', 'com.cn', 'github.io', 'xn--fiqs8s'])('is nobody’s own: %s', (domain) => {
    expect(isPublicSuffix(domain)).toBe(true)
    expect(registrableDomain(domain)).toBe(undefined)
  })

  it.each([
    ['contoso.example', 'contoso.example'],
    ['mail.contoso.co.uk', 'contoso.co.uk'],
    ['a.b.contoso.es', 'contoso.es'],
  ])('stands behind the registrable part of %s', (domain, registrable) => {
    expect(isPublicSuffix(domain)).toBe(false)
    expect(registrableDomain(domain)).toBe(registrable)
  })
})
