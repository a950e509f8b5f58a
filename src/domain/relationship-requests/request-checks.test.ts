import { describe, expect, it } from 'vitest'
import { builtInClouds } from '../clouds/built-in-clouds.ts'
import { countriesToAsk, type RequestFacts, requestProblems, requestWarnings, requirePossible, servicesAsked } from './request-checks.ts'

const nobody = { customerId: null, domain: null, country: null, companyName: null }
const homes = { public: 'ES', usGov: 'US', germany: 'DE', china: 'CN' }
type Cloud = keyof typeof homes

function facts(changes: Omit<Partial<RequestFacts>, 'partner'> & { cloud?: Cloud; partner?: Partial<RequestFacts['partner']> } = {}): RequestFacts {
  const { cloud = 'public', partner, ...rest } = changes
  return {
    manifest: builtInClouds[cloud],
    kind: 'establish',
    named: nobody,
    known: undefined,
    hasOpenRequest: false,
    askPrivileges: undefined,
    secondPartnerId: null,
    isAskedByProvider: false,
    validityDays: undefined,
    language: undefined,
    ...rest,
    partner: { id: 'me', country: homes[cloud], kinds: ['directBill'], domains: ['fabrikam.example'], status: 'active', inDebt: false, hasSigned: true, isVerified: true, ...partner },
  }
}

const codes = (given: RequestFacts) => requestProblems(given).map(({ reasonCode }) => reasonCode)
const warned = (given: RequestFacts) => requestWarnings(given).map(({ reasonCode }) => reasonCode)
const known = (changes: Partial<NonNullable<RequestFacts['known']>> = {}) => ({
  customerId: 'contoso', companyName: 'Contoso', domain: 'contoso.example', country: 'ES', relationship: 'active' as const, privilegedServices: [], isClosed: false, ...changes,
})
const both = ['azureActiveDirectory', 'office365']

it.each(['public', 'usGov', 'germany', 'china'] as const)('nothing bars an ordinary request in %s', (cloud) => {
  expect(codes(facts({ cloud }))).toEqual([])
})

describe('the region rule', () => {
  it('a relationship may be requested only with a customer in the own country or region [S0.10] [S3.12]', () => {
    expect(codes(facts({ named: { ...nobody, country: 'ES' } }))).toEqual([])
    expect(codes(facts({ named: { ...nobody, country: 'FR' } }))).toEqual([])
    expect(codes(facts({ named: { ...nobody, country: 'US' } }))).toEqual(['outsideMarket'])
    expect(codes(facts({ cloud: 'china', named: { ...nobody, country: 'FR' } }))).toEqual(['outsideMarket'])
  })

  it('judges a known customer by the country on the list, not by what was typed', () => {
    expect(codes(facts({ named: { ...nobody, customerId: 'contoso', country: 'ES' }, known: known({ country: 'US', relationship: 'ended' }) }))).toEqual(['outsideMarket'])
  })

  it('follows the exceptions of the operator', () => {
    const manifest = { ...builtInClouds.public, marketExceptions: [{ partnerCountry: 'ES', customerCountry: 'US', allowed: true, reason: 'agreed' }] }
    expect(codes(facts({ manifest, named: { ...nobody, country: 'US' } }))).toEqual([])
    expect(countriesToAsk(facts({ manifest }))).toContain('US')
  })

  it('tells a partner whose country has no region here', () => {
    expect(codes(facts({ partner: { country: 'CN' } }))).toEqual(['noMarketForPartner'])
  })
})

describe('standing', () => {
  it('a suspended partner asks nobody', () => {
    expect(codes(facts({ partner: { status: 'suspended' } }))).toEqual(['partnerSuspended'])
    expect(codes(facts({ partner: { hasSigned: false } }))).toEqual(['partnerAgreementUnsigned'])
  })

  it('debt bars requests where the cloud says so, and nowhere else', () => {
    const inDebt = (cloud: Cloud) => codes(facts({ cloud, partner: { inDebt: true } }))
    expect({ china: inDebt('china'), public: inDebt('public') }).toEqual({ china: ['partnerInDebt'], public: [] })
  })

  it('an indirect reseller makes no invitations of its own in China, unless it also bills directly', () => {
    expect(codes(facts({ cloud: 'china', partner: { kinds: ['indirectReseller'] } }))).toEqual(['indirectResellerMayNotInvite'])
    expect(codes(facts({ cloud: 'china', partner: { kinds: ['indirectReseller', 'directBill'] } }))).toEqual([])
    expect(codes(facts({ partner: { kinds: ['indirectReseller'] } }))).toEqual([])
  })

  it('a joint request needs a partnership', () => {
    expect(codes(facts({ secondPartnerId: 'provider' }))).toEqual(['partnershipMissing'])
    expect(codes(facts({ secondPartnerId: 'reseller', isAskedByProvider: true }))).toEqual(['jointResellerMissing'])
    expect(codes(facts({ secondPartnerId: 'reseller', isAskedByProvider: true, second: { isActive: false, hasSigned: false } }))).toEqual(['jointResellerSuspended', 'jointResellerUnsigned'])
    expect(codes(facts({ cloud: 'china', secondPartnerId: 'provider' }))).toEqual(['jointRequestsNotOffered'])
  })
})

describe('the customer', () => {
  it('cannot be the partner itself, by id or by any domain of its own', () => {
    expect(codes(facts({ named: { ...nobody, customerId: 'me' } }))).toEqual(['ownTenant'])
    expect(codes(facts({ named: { ...nobody, domain: 'fabrikam.example' } }))).toEqual(['ownTenant'])
  })

  it('that is related already is asked for privileges instead', () => {
    const named = { ...nobody, customerId: 'contoso' }
    expect(codes(facts({ named, known: known() }))).toEqual(['alreadyRelated'])
    expect(codes(facts({ named, known: known({ relationship: 'ended' }) }))).toEqual([])
  })

  it('that is a stranger is neither confirmed nor denied', () => {
    expect(codes(facts({ named: { ...nobody, customerId: 'a-stranger' } }))).toEqual([])
    expect(codes(facts({ named: { ...nobody, domain: 'stranger.example' } }))).toEqual([])
  })
})

describe('restoring privileges', () => {
  const named = { ...nobody, customerId: 'contoso' }

  it('serves to win back privileges that a customer has taken away [S0.2] [S2.3]', () => {
    const lost = facts({ kind: 'restorePrivileges', named, known: known({ privilegedServices: ['office365'] }) })
    expect(codes(lost)).toEqual([])
    expect(servicesAsked(lost)).toEqual(['azureActiveDirectory'])
    expect(codes({ ...lost, known: known({ relationship: 'ended' }) })).toEqual([])
  })

  it.each([
    ['needs a customer', { named: nobody }, ['customerMissing']],
    ['needs one that the partner has or had', { known: undefined }, ['noRelationship']],
    ['asks for nothing that is held', { known: known({ privilegedServices: both }) }, ['privilegesHeldAlready']],
    ['cannot leave privileges out', { askPrivileges: false }, ['restoringAsksPrivileges']],
  ])('%s', (_, changes, expected) => {
    expect(codes(facts({ kind: 'restorePrivileges', named, known: known(), ...changes }))).toEqual(expected)
  })
})

describe('the privileges box', () => {
  it('asks for privileges on Azure Active Directory and Office 365 when it is ticked [S0.12]', () => {
    expect(servicesAsked(facts({ askPrivileges: true }))).toEqual(both)
    expect(servicesAsked(facts())).toEqual(both)
  })

  it('left unticked sets up the relationship without admin permission [S0.13]', () => {
    const unticked = facts({ askPrivileges: false })
    expect({ problems: codes(unticked), services: servicesAsked(unticked) }).toEqual({ problems: [], services: [] })
  })

  it('stands unticked in an indirect reseller’s own request', () => {
    expect(servicesAsked(facts({ partner: { kinds: ['indirectReseller'] } }))).toEqual([])
    expect(servicesAsked(facts({ partner: { kinds: ['indirectReseller'] }, askPrivileges: true }))).toEqual(both)
    expect(servicesAsked(facts({ partner: { kinds: ['indirectReseller', 'directBill'] } }))).toEqual(both)
  })

  it('offers no way to leave them out in US Government [S0.7] [S3.8] and Germany [S0.8]', () => {
    for (const cloud of ['usGov', 'germany'] as const) {
      expect(codes(facts({ cloud, askPrivileges: false }))).toEqual(['privilegesForcedByCloud'])
      expect(servicesAsked(facts({ cloud }))).toEqual(both)
    }
    expect(() => requirePossible(facts({ cloud: 'usGov', askPrivileges: false }))).toThrow(expect.objectContaining({ code: 'privilegesRuledByCloud' }))
  })

  it('does not exist in China, where they are always added', () => {
    expect(codes(facts({ cloud: 'china', askPrivileges: false }))).toEqual(['privilegesAddedByCloud'])
    expect(servicesAsked(facts({ cloud: 'china', partner: { kinds: ['indirectReseller'] } }))).toEqual(both)
  })
})

describe('terms', () => {
  it.each([
    [0, ['validityOutOfRange']],
    [1, []],
    [365, []],
    [366, ['validityOutOfRange']],
    [1.5, ['validityOutOfRange']],
    [Number.NaN, ['validityOutOfRange']],
  ])('%d days of validity', (validityDays, expected) => {
    expect(codes(facts({ validityDays }))).toEqual(expected)
  })

  it('follow the cloud where it allows fewer days or fewer languages', () => {
    const manifest = { ...builtInClouds.usGov, requestValidityDays: { default: 10, max: 30 } }
    expect(codes(facts({ cloud: 'usGov', manifest, validityDays: 31 }))).toEqual(['validityOutOfRange'])
    expect(codes(facts({ cloud: 'usGov', language: 'de' }))).toEqual(['languageNotOffered'])
  })
})

describe('what does not bar', () => {
  it('a closed cloud bars creating tenants, not requests', () => {
    const closed = facts({ cloud: 'germany' })
    expect({ problems: codes(closed), warnings: warned(closed) }).toEqual({ problems: [], warnings: ['cloudClosedToNewTenants'] })
  })

  it('one partner per service is only a warning, because who holds it is not the asker’s to know', () => {
    const asked = facts({ cloud: 'china' })
    expect({ problems: codes(asked), warnings: warned(asked) }).toEqual({ problems: [], warnings: ['onePartnerPerService'] })
  })

  it('an open request, an unverified account and privileges that remained are told', () => {
    expect(warned(facts({ hasOpenRequest: true, partner: { isVerified: false } }))).toEqual(['partnerNotVerified', 'openRequestExists'])
    expect(warned(facts({ known: known({ relationship: 'ended', privilegedServices: ['office365'] }) }))).toEqual(['privilegesRemain'])
  })
})

it('all problems travel with the first', () => {
  const many = facts({ partner: { status: 'suspended' }, named: { ...nobody, country: 'US' }, validityDays: 400 })
  expect(() => requirePossible(many)).toThrow(
    expect.objectContaining({
      code: 'requestNotPossible',
      details: {
        reason: 'partnerSuspended',
        blockers: [
          { reasonCode: 'partnerSuspended', field: null },
          { reasonCode: 'outsideMarket', field: 'customer' },
          { reasonCode: 'validityOutOfRange', field: 'validityDays' },
        ],
      },
    }),
  )
})
