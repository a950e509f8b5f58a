import { describe, expect, it } from 'vitest'
import { claimsAgree, invitationUrl, type LinkClaims } from './invitation-url.ts'

const origin = 'https://partners.example.test'
const partnerId = '0d9f3b7e-52a1-4d55-8d0b-7a2b6f0c1e22'
const provider = 'b3c9e9a4-7c55-4a0b-9b51-3a6d5a1f4c33'
const secret = 'inv_AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_AbCdE'

describe('the link a partner sends', () => {
  it('carries the documented names in the query and the secret in the fragment', () => {
    const url = invitationUrl(origin, secret, { invType: 'ResellerRelationship', partnerId, msppId: '0', dap: true })
    expect(url).toBe(`${origin}/admin/partner-invitation?invType=ResellerRelationship&partnerId=${partnerId}&msppId=0&DAP=true#${secret}`)
  })

  it('names both partners in a joint request', () => {
    const url = invitationUrl(origin, secret, { invType: 'IndirectResellerRelationship', partnerId, msppId: '4711000', dap: true, indirectCspId: provider })
    expect(url).toContain(`partnerId=${partnerId}&msppId=4711000&indirectCSPId=${provider}&DAP=true#`)
  })
})

describe('a link whose names disagree with its secret', () => {
  const facts: LinkClaims = { invType: 'ResellerRelationship', partnerId, msppId: '0', dap: true }

  it('agrees when every name is the same', () => {
    expect(claimsAgree(facts, { ...facts })).toBe(true)
  })

  it.each<Partial<LinkClaims>>([{ dap: false }, { partnerId: provider }, { msppId: '1' }, { invType: 'IndirectResellerRelationship' }, { indirectCspId: provider }])(
    'does not agree in any single name: %j',
    (altered) => {
      expect(claimsAgree({ ...facts, ...altered }, facts)).toBe(false)
    },
  )
})
