import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DomainError } from '../errors.ts'
import { claimsAgree, invitationUrl, readClaims, readInvitationUrl, requireClaimsAgree } from './invitation-url.ts'
import type { LinkClaims } from './invitation-url.ts'
import { parseSecret, secretOf } from './secret.ts'

const origin = 'https://partners.example.test'
const partnerId = '0d9f3b7e-52a1-4d55-8d0b-7a2b6f0c1e22'
const provider = 'b3c9e9a4-7c55-4a0b-9b51-3a6d5a1f4c33'
const random = 'AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_AbCdE'

const aSecretText = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes).toString('base64url'))
const aGuid = fc.uuid()
const someClaims: fc.Arbitrary<LinkClaims> = fc
  .record(
    {
      invType: fc.constantFrom('ResellerRelationship' as const, 'IndirectResellerRelationship' as const),
      partnerId: aGuid,
      msppId: fc.nat(999_999_999).map(String),
      dap: fc.boolean(),
      indirectCspId: aGuid,
    },
    { requiredKeys: ['invType', 'partnerId', 'msppId', 'dap'] },
  )

describe('the link a partner sends', () => {
  it('carries the documented names in the query and the secret in the fragment', () => {
    const url = invitationUrl(origin, secretOf('inv', random), { invType: 'ResellerRelationship', partnerId, msppId: '0', dap: true })
    expect(url).toBe(`${origin}/admin/partner-invitation?invType=ResellerRelationship&partnerId=${partnerId}&msppId=0&DAP=true#inv_${random}`)
  })

  it('names both partners in a joint request', () => {
    const claims = { invType: 'IndirectResellerRelationship', partnerId, msppId: '4711000', dap: true, indirectCspId: provider } as const
    const url = invitationUrl(origin, secretOf('inv', random), claims)
    expect(url).toContain(`partnerId=${partnerId}&msppId=4711000&indirectCSPId=${provider}&DAP=true#`)
    expect(readInvitationUrl(url).claims).toEqual(claims)
  })

  it('reads back as it was written, for either kind of link', () => {
    fc.assert(
      fc.property(fc.constantFrom('inv' as const, 'pl' as const), aSecretText, someClaims, (kind, text, claims) => {
        const secret = secretOf(kind, text)
        expect(readInvitationUrl(invitationUrl(origin, secret, claims))).toEqual({ kind, secret, claims })
      }),
    )
  })

  it.each([
    ['another path', `${origin}/admin?invType=ResellerRelationship&partnerId=${partnerId}&msppId=0&DAP=true#inv_${random}`],
    ['no secret', `${origin}/admin/partner-invitation?invType=ResellerRelationship&partnerId=${partnerId}&msppId=0&DAP=true`],
    ['a short secret', `${origin}/admin/partner-invitation?invType=ResellerRelationship&partnerId=${partnerId}&msppId=0&DAP=true#inv_abc`],
    ['a repeated name', `${origin}/admin/partner-invitation?invType=ResellerRelationship&partnerId=${partnerId}&msppId=0&DAP=true&DAP=false#inv_${random}`],
    ['an unknown type', `${origin}/admin/partner-invitation?invType=Reseller&partnerId=${partnerId}&msppId=0&DAP=true#inv_${random}`],
    ['no partner', `${origin}/admin/partner-invitation?invType=ResellerRelationship&msppId=0&DAP=true#inv_${random}`],
    ['user information', `https://x:y@partners.example.test/admin/partner-invitation?invType=ResellerRelationship&partnerId=${partnerId}&msppId=0&DAP=true#inv_${random}`],
    ['no link at all', 'hello'],
    ['far too much', `${origin}/${'a'.repeat(5000)}`],
  ])('is refused as unreadable with %s', (_what, text) => {
    expect(() => readInvitationUrl(text)).toThrow(expect.objectContaining({ code: 'malformed', details: { reason: 'linkUnreadable' } }))
  })
})

describe('a link whose names disagree with its secret', () => {
  it('does not agree in any single name', () => {
    const facts: LinkClaims = { invType: 'ResellerRelationship', partnerId, msppId: '0', dap: true }
    expect(claimsAgree(facts, { ...facts })).toBe(true)
    for (const altered of [
      { ...facts, dap: false },
      { ...facts, partnerId: provider },
      { ...facts, msppId: '1' },
      { ...facts, invType: 'IndirectResellerRelationship' as const },
      { ...facts, indirectCspId: provider },
    ]) {
      expect(claimsAgree(altered, facts)).toBe(false)
      expect(() => requireClaimsAgree(altered, facts)).toThrow(expect.objectContaining({ details: { reason: 'linkAltered' } }))
    }
  })

  it('agrees whatever the letter case of ids and of true and false', () => {
    const query = new URLSearchParams({ invType: 'ResellerRelationship', partnerId: partnerId.toUpperCase(), msppId: '0', DAP: 'True' })
    expect(claimsAgree(readClaims(query), { invType: 'ResellerRelationship', partnerId, msppId: '0', dap: true })).toBe(true)
  })
})

describe('a typed secret', () => {
  it('of one kind is never accepted as the other', () => {
    expect(parseSecret(`inv_${random}`, 'inv')).toBe(`inv_${random}`)
    expect(() => parseSecret(`inv_${random}`, 'pl')).toThrow(DomainError)
    expect(() => parseSecret(`pl_${random}`, 'inv')).toThrow(DomainError)
  })

  it('has one spelling: the two spare bits of the last character must be empty', () => {
    const spellings = [...'ABCD'].map((last) => `inv_${random.slice(0, 42)}${last}`)
    const accepted = spellings.filter((text) => {
      try {
        return parseSecret(text, 'inv')
      } catch {
        return false
      }
    })
    expect(accepted).toEqual([spellings[0]])
  })

  it.each(['', 'inv_', `inv_${random}=`, `inv_${random}\n`, ` inv_${random}`, `INV_${random}`, `inv_${random.slice(1)}`, `inv_${random}A`])(
    'is refused when it reads %j',
    (text) => {
      expect(() => parseSecret(text, 'inv')).toThrow(DomainError)
    },
  )
})
