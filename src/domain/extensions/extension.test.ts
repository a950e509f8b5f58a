import { describe, expect, it } from 'vitest'
import { builtInClouds } from '../clouds/built-in-clouds.ts'
import { type ExtensionFacts, extensionProblems, type ExtensionReason } from './extension.ts'

const provider = { country: 'ES', isActive: true, hasSigned: true, hasCustomer: false, isPairedWithCustomer: false }
const facts: ExtensionFacts = {
  manifest: { ...builtInClouds.public, jointRequests: true }, lender: { kinds: ['directBill', 'indirectReseller'] }, channels: ['direct'], customer: { country: 'ES', isClosed: false }, provider,
}

describe('lending a customer to a provider', () => {
  const cases: readonly (readonly [ExtensionReason, Partial<ExtensionFacts>])[] = [
    ['notAnIndirectReseller', { lender: { kinds: ['directBill'] } }],
    ['notADirectCustomer', { channels: ['indirectReseller'] }],
    ['customerClosed', { customer: { country: 'ES', isClosed: true } }],
    ['jointRequestsNotOffered', { manifest: { ...facts.manifest, jointRequests: false } }],
    ['extensionOnePartnerOnly', { manifest: { ...facts.manifest, onePartnerPerCustomer: true } }],
    ['providerSuspended', { provider: { ...provider, isActive: false } }],
    ['providerAgreementUnsigned', { provider: { ...provider, hasSigned: false } }],
    ['extensionOutsideMarket', { provider: { ...provider, country: 'US' } }],
    ['extensionPaired', { provider: { ...provider, isPairedWithCustomer: true } }],
    ['extensionHasCustomer', { provider: { ...provider, hasCustomer: true } }],
  ]
  it.each(cases)('is refused: %s', (reason, given) => expect(extensionProblems({ ...facts, ...given })).toEqual([reason]))

  it('is open to a direct partner that is a reseller too, in whichever partnership', () => {
    expect(extensionProblems(facts)).toEqual([])
    expect(extensionProblems({ ...facts, provider: null })).toEqual([])
  })
})
