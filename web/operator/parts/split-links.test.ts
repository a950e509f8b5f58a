import { describe, expect, it } from 'vitest'
import { splitLinks } from './split-links.ts'

const linksOf = (text: string) => splitLinks(text).filter(({ isLink }) => isLink).map((part) => part.text)

describe('a mail text', () => {
  it('keeps every letter in its place', () => {
    const text = 'Hello,\n\nhttp://127.0.0.1:4000/admin/partner-invitation?a=1#secret\n\nBye (see https://a.example/x).'
    expect(splitLinks(text).map((part) => part.text).join('')).toBe(text)
    expect(linksOf(text)).toEqual(['http://127.0.0.1:4000/admin/partner-invitation?a=1#secret', 'https://a.example/x'])
  })

  it('has no links but http and https', () => {
    expect(linksOf('javascript:alert(1) data:text/html,x mailto:a@b.example ftp://a.example')).toEqual([])
  })

  it('without a link is one piece, and an empty one is none', () => {
    expect(splitLinks('no link')).toEqual([{ text: 'no link', isLink: false }])
    expect(splitLinks('')).toEqual([])
  })
})
