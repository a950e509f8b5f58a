import { describe, expect, it } from 'vitest'
import { builtInClouds } from '../clouds/built-in-clouds.ts'
import { claimsAgree } from '../links/invitation-url.ts'
import { partnerLinkClaims, partnerLinkServices, requestLinkClaims } from './link-claims.ts'

const request = { partnerId: 'reseller', secondPartnerId: null, isAskedByProvider: false, services: ['office365'] }

describe('the names in a request’s link', () => {
  it('say who asks alone and whether privileges are asked', () => {
    expect(requestLinkClaims(request, '4711')).toEqual({ invType: 'ResellerRelationship', partnerId: 'reseller', msppId: '0', dap: true })
    expect(requestLinkClaims({ ...request, services: [] }, '4711').dap).toBe(false)
  })

  it('say both partners of a joint request', () => {
    expect(requestLinkClaims({ ...request, secondPartnerId: 'provider' }, '4711')).toEqual({
      invType: 'IndirectResellerRelationship', partnerId: 'reseller', msppId: '4711', indirectCspId: 'provider', dap: true,
    })
    const byProvider = requestLinkClaims({ ...request, partnerId: 'provider', secondPartnerId: 'reseller', isAskedByProvider: true }, '4711')
    expect(byProvider).toEqual(requestLinkClaims({ ...request, secondPartnerId: 'provider' }, '4711'))
  })

  it('no longer agree once somebody wrote another partner into them', () => {
    const claims = requestLinkClaims(request, '0')
    expect(claimsAgree({ ...claims, partnerId: 'somebody else' }, claims)).toBe(false)
    expect(claimsAgree(claims, claims)).toBe(true)
  })
})

describe('a partner link', () => {
  it('asks as the untouched box of its cloud would', () => {
    const asks = (cloud: keyof typeof builtInClouds, kinds: string[]) => partnerLinkServices(builtInClouds[cloud], kinds).length > 0
    expect(asks('public', ['directBill'])).toBe(true)
    expect(asks('public', ['indirectReseller'])).toBe(false)
    for (const cloud of ['usGov', 'germany', 'china'] as const) expect(asks(cloud, ['indirectReseller'])).toBe(true)
  })

  it('names the account it belongs to and no customer', () => {
    expect(partnerLinkClaims({ id: 'me', kinds: ['directBill'] }, builtInClouds.china)).toEqual({
      invType: 'ResellerRelationship', partnerId: 'me', msppId: '0', dap: true,
    })
  })
})
