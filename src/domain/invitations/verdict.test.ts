import { describe, expect, it } from 'vitest'
import { builtInClouds } from '../clouds/built-in-clouds.ts'
import type { InvitationFacts, Viewer } from './invitation-facts.ts'
import { planOf, versionOfAsk } from './plan.ts'
import type { invitationReasons } from './reasons.ts'
import { mayStillAsk } from './standing.ts'
import { verdict } from './verdict.ts'
import { maskedDomain, visitOf } from './visit.ts'

const nobodyNamed = { customerId: null, domain: null, country: null, companyName: null }
const viewer: Viewer = {
  tenantId: 'customer',
  cloud: 'public',
  country: 'ES',
  domains: ['contoso.example'],
  isCustomer: true,
  roles: ['globalAdministrator'],
  relatedPartners: [],
  privileges: [],
}
const facts: InvitationFacts = {
  link: { id: 'request', kind: 'relationshipRequest', state: 'open', isAltered: false, named: nobodyNamed, isNamedTenantClosed: false, answeredBy: null },
  partners: [{ id: 'partner', cloud: 'public', country: 'FR', kinds: ['directBill'], isActive: true, hasSigned: true }],
  mayStillAsk: true,
  kind: 'establish',
  services: ['office365'],
  manifest: builtInClouds.public,
  viewer,
  agreement: 'missing',
}
const link = (changes: Partial<InvitationFacts['link']>): InvitationFacts => ({ ...facts, link: { ...facts.link, ...changes } })
const seenBy = (changes: Partial<Viewer>, base = facts): InvitationFacts => ({ ...base, viewer: { ...viewer, ...changes } })

describe('the verdict on an invitation', () => {
  it('lets an eligible administrator accept and decline', () => {
    expect(verdict(facts)).toMatchObject({ canAccept: true, canDecline: true, canRegister: false, reasonCode: null, next: 'none' })
  })

  it.each([
    ['linkAltered', link({ isAltered: true, state: 'expired' })],
    ['alreadyAccepted', link({ state: 'accepted', answeredBy: 'other' })],
    ['declined', link({ state: 'declined' })],
    ['withdrawn', link({ state: 'withdrawn' })],
    ['expired', link({ state: 'expired' })],
    ['linkReplaced', link({ kind: 'partnerLink', state: 'replaced' })],
    ['partnerSuspended', { ...link({ state: 'expired' }), partners: [{ ...facts.partners[0], isActive: false }] }],
    ['partnerAgreementUnsigned', { ...link({ state: 'expired' }), partners: [{ ...facts.partners[0], hasSigned: false }] }],
    ['askerLostRight', { ...facts, mayStillAsk: false }],
    ['tenantClosed', link({ isNamedTenantClosed: true })],
    ['notSignedIn', { ...facts, viewer: null }],
    ['ownTenant', seenBy({ tenantId: 'partner' })],
    ['wrongAccount', { ...link({ named: { ...nobodyNamed, customerId: 'other' } }) }],
    ['wrongAccount', { ...link({ named: { ...nobodyNamed, domain: 'fabrikam.example' } }) }],
    ['noCustomerTenant', seenBy({ isCustomer: false })],
    ['wrongCloud', seenBy({ cloud: 'china', country: 'CN' })],
    ['wrongRegion', seenBy({ country: 'JP' })],
    ['wrongRegion', link({ named: { ...nobodyNamed, country: 'FR' } })],
    ['wrongRole', seenBy({ roles: ['billingAdministrator'] })],
    ['onePartnerOnly', { ...seenBy({ relatedPartners: ['rival'] }), manifest: { ...builtInClouds.public, onePartnerPerCustomer: true } }],
    ['alreadyRelated', seenBy({ relatedPartners: ['partner'] })],
    ['notRelated', { ...facts, kind: 'restorePrivileges' }],
    ['privilegesHeld', { ...seenBy({ relatedPartners: ['partner'], privileges: [{ partnerId: 'partner', service: 'office365' }] }), kind: 'restorePrivileges' }],
    ['exclusiveServiceTaken', { ...seenBy({ privileges: [{ partnerId: 'rival', service: 'office365' }] }), manifest: { ...builtInClouds.public, oneDapPartnerPerService: true } }],
    ['agreementUnavailable', { ...facts, agreement: 'unavailable' }],
  ] satisfies [keyof typeof invitationReasons, InvitationFacts][])('is %s', (reason, given) => {
    expect(verdict(given)).toMatchObject({ canAccept: false, reasonCode: reason })
  })

  it('sends whoever accepted it to the partner, and everybody else to ask', () => {
    expect(verdict(link({ state: 'accepted', answeredBy: 'customer' })).next).toBe('seePartner')
    expect(verdict(link({ state: 'accepted', answeredBy: 'other' })).next).toBe('contactPartner')
  })

  it('tells the wrong organization before the wrong role, and an ended link before both', () => {
    const wrong = seenBy({ roles: [] }, link({ named: { ...nobodyNamed, customerId: 'other' } }))
    expect(verdict(wrong).reasonCode).toBe('wrongAccount')
    expect(verdict({ ...wrong, link: { ...wrong.link, state: 'expired' } }).reasonCode).toBe('expired')
  })

  it('leaves declining to those who could have accepted, also where something stands in the way of accepting', () => {
    expect(verdict(seenBy({ relatedPartners: ['partner'] })).canDecline).toBe(true)
    expect(verdict({ ...facts, mayStillAsk: false }).canDecline).toBe(true)
    expect(verdict(seenBy({ roles: [] })).canDecline).toBe(false)
    expect(verdict({ ...facts, viewer: null }).canDecline).toBe(false)
    expect(verdict(link({ state: 'expired' })).canDecline).toBe(false)
    expect(verdict(link({ isAltered: true })).canDecline).toBe(false)
  })

  it('offers registering to strangers where the cloud creates tenants and nobody is named', () => {
    expect(verdict({ ...facts, viewer: null })).toMatchObject({ canRegister: true, next: 'signIn' })
    expect(verdict(seenBy({ isCustomer: false }))).toMatchObject({ canRegister: true, next: 'register' })
    expect(verdict({ ...facts, viewer: null, manifest: builtInClouds.germany }).canRegister).toBe(false)
    expect(verdict({ ...seenBy({ isCustomer: false }), manifest: builtInClouds.germany })).toMatchObject({ canRegister: false, next: 'switchAccount' })
    expect(verdict({ ...link({ named: { ...nobodyNamed, domain: 'contoso.example' } }), viewer: null }).canRegister).toBe(false)
    expect(verdict({ ...link({ named: { ...nobodyNamed, country: 'ES' } }), viewer: null }).canRegister).toBe(true)
  })

  it('asks a market of both partners of a joint request', () => {
    const joint: InvitationFacts = { ...facts, partners: [facts.partners[0], { ...facts.partners[0], id: 'provider', country: 'US' }] }
    expect(verdict(joint).reasonCode).toBe('wrongRegion')
  })
})

describe('what a yes would change', () => {
  const joint: InvitationFacts = {
    ...facts,
    partners: [
      { ...facts.partners[0], kinds: ['indirectReseller'] },
      { ...facts.partners[0], id: 'provider', kinds: ['indirectProvider'] },
    ],
  }

  it.each([
    [['directBill', 'indirectReseller'], 'direct'],
    [['indirectReseller'], 'indirectReseller'],
    [['indirectProvider'], 'indirectProvider'],
  ])('for a partner of kinds %j is a relationship of channel %s', (kinds, channel) => {
    const plan = planOf({ ...facts, partners: [{ ...facts.partners[0], kinds }] }, viewer)
    expect(plan.relationships).toEqual([{ partnerId: 'partner', channel }])
  })

  it('in a joint request is a relationship with each, privileges for the reseller alone, and only what is missing', () => {
    expect(planOf(joint, viewer)).toEqual({
      kind: 'establish',
      relationships: [
        { partnerId: 'partner', channel: 'indirectReseller' },
        { partnerId: 'provider', channel: 'indirectProvider' },
      ],
      grants: [{ partnerId: 'partner', service: 'office365', isExclusive: false }],
    })
    expect(planOf(joint, { relatedPartners: ['partner'], privileges: [] }).relationships).toEqual([{ partnerId: 'provider', channel: 'indirectProvider' }])
  })

  it('through a partner link one has already is the missing privileges', () => {
    const china: InvitationFacts = { ...link({ kind: 'partnerLink' }), services: ['azureActiveDirectory', 'office365'], manifest: builtInClouds.china }
    const plan = planOf(china, { relatedPartners: ['partner'], privileges: [{ partnerId: 'partner', service: 'office365' }] })
    expect(plan).toEqual({ kind: 'restorePrivileges', relationships: [], grants: [{ partnerId: 'partner', service: 'azureActiveDirectory', isExclusive: true }] })
  })

  it('has a version that changes with what is asked and with nothing else', () => {
    const version = versionOfAsk(planOf(facts, viewer))
    expect(version).toBeGreaterThan(0)
    expect(version).toBeLessThan(2 ** 31)
    expect(versionOfAsk(planOf({ ...facts, agreement: 'accepted' }, viewer))).toBe(version)
    expect(versionOfAsk(planOf({ ...facts, services: [] }, viewer))).not.toBe(version)
    expect(versionOfAsk(planOf({ ...facts, services: ['office365', 'azureActiveDirectory'] }, viewer))).not.toBe(version)
  })
})

describe('whoever asked', () => {
  const standing = [{ partnerId: 'partner', isSuspended: false, isClosed: false, inDebt: false }]
  const asker = { isActive: true, roles: ['salesAgent'] }

  it('still may while active and in a role that asks', () => {
    expect(mayStillAsk(asker, standing, builtInClouds.public)).toBe(true)
    expect(mayStillAsk({ ...asker, isActive: false }, standing, builtInClouds.public)).toBe(false)
    expect(mayStillAsk({ ...asker, roles: ['helpdeskAgent'] }, standing, builtInClouds.public)).toBe(false)
    expect(mayStillAsk({ ...asker, roles: [] }, standing, builtInClouds.public)).toBe(false)
    expect(mayStillAsk(null, standing, builtInClouds.public)).toBe(true)
  })

  it('for two partners needs the higher role', () => {
    expect(mayStillAsk(asker, [...standing, ...standing], builtInClouds.public)).toBe(false)
    expect(mayStillAsk({ ...asker, roles: ['adminAgent'] }, [...standing, ...standing], builtInClouds.public)).toBe(true)
  })

  it('may not for a partner in debt where the cloud says so', () => {
    const inDebt = [{ ...standing[0]!, inDebt: true }]
    expect(mayStillAsk(asker, inDebt, builtInClouds.public)).toBe(true)
    expect(mayStillAsk(asker, inDebt, builtInClouds.china)).toBe(false)
    expect(mayStillAsk(null, inDebt, builtInClouds.china)).toBe(false)
  })
})

describe('what the partner learns of a visit', () => {
  it.each([
    ['notSignedIn', null, nobodyNamed, { outcome: 'opened', reasonCode: null, visitor: 'notSignedIn' }],
    [null, viewer, nobodyNamed, { outcome: 'opened', reasonCode: null, visitor: 'anOrganisation' }],
    ['wrongRole', viewer, { ...nobodyNamed, customerId: 'customer' }, { outcome: 'blocked', reasonCode: 'wrongRole', visitor: 'namedOrganisation' }],
    ['wrongAccount', viewer, { ...nobodyNamed, domain: 'fabrikam.example' }, { outcome: 'blocked', reasonCode: 'wrongAccount', visitor: 'anotherOrganisation' }],
    ['wrongRegion', viewer, { ...nobodyNamed, country: 'FR' }, { outcome: 'blocked', reasonCode: 'wrongRegion', visitor: 'anOrganisation' }],
  ] as const)('for %s is a class of visitor and the reason', (reason, seen, named, visit) => {
    expect(visitOf(reason, seen, named)).toEqual(visit)
  })

  it('nor does a stranger learn for whom the link was made', () => {
    expect(maskedDomain('contoso.example')).toBe('co•••.example')
    expect(maskedDomain('a.example')).toBe('a•••.example')
  })
})
