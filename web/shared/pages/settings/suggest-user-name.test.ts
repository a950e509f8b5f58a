import { describe, expect, it } from 'vitest'
import { suggestUserName } from './suggest-user-name.ts'

describe('the suggested user name', () => {
  const domains = ['fabrikam.example', 'fabrikam.shop.example']

  it("is the mail address where it lies in one of the organization's domains", () => {
    expect(suggestUserName(' Ana.Ruiz@fabrikam.shop.example ', domains)).toBe('ana.ruiz@fabrikam.shop.example')
  })

  it('moves an address elsewhere into the primary domain', () => {
    expect(suggestUserName('ana@mail.example', domains)).toBe('ana@fabrikam.example')
  })

  it('waits until there is an address, and for domains that are not read yet', () => {
    expect(suggestUserName('ana@', domains)).toBe('')
    expect(suggestUserName('ana', domains)).toBe('')
    expect(suggestUserName('ana@mail.example', [])).toBe('')
  })
})
