import { describe, expect, it } from 'vitest'
import type { InvitationFacts, Viewer } from '../invitations/invitation-facts.ts'
import { mayStillAsk } from '../invitations/standing.ts'
import { verdict } from '../invitations/verdict.ts'
import { customerReads, type Expected, expectedOf, partnerKinds, partnerStates, type Situation, ties } from '../../../test/support/cloud-situations.ts'
import { type RequestFacts, requestProblems, requestWarnings } from '../relationship-requests/request-checks.ts'
import { builtInClouds } from './built-in-clouds.ts'
import type { CapabilityManifest } from './manifest.ts'
import { ruleOfReason } from './rule-of-reason.ts'

const homes = { public: ['ES', 'US', 'BR', 'RU'], usGov: ['US'], germany: ['DE', 'NO'], china: ['CN'] } as const
const partner = 'partner'
const rival = 'rival'

describe.each(Object.values(builtInClouds))('in the cloud $id', (manifest: CapabilityManifest) => {
  it('manifest, draft and answer give one verdict and one reason for every kind of partner, country of a customer and state', () => {
    const countries = [...new Set(Object.values(builtInClouds).flatMap(({ markets }) => markets.flatMap((market) => market.countries)))]
    let count = 0
    const wrong: object[] = []
    for (const partnerCountry of homes[manifest.id as keyof typeof homes]) {
      for (const kinds of partnerKinds) {
        for (const state of partnerStates) {
          for (const tie of ties) {
            for (const customerCountry of countries) {
              const situation = { manifest, partnerCountry, customerCountry, kinds, state, tie }
              const expected = expectedOf(situation)
              const problems = requestProblems(draftOf(situation))
              const judged = verdict(invitationOf(situation))
              if (!agrees(expected, problems[0]?.reasonCode ?? null, judged, situation)) wrong.push({ ...situation, manifest: manifest.id })
              count++
            }
          }
        }
      }
    }
    expect(wrong.slice(0, 5)).toEqual([])
    expect(count).toBeGreaterThan(10_000)
  })
})

/** Thousands of situations: one comparison each, and those that differ are told. */
function agrees(expected: Expected, draft: string | null, { reasonCode, canAccept }: ReturnType<typeof verdict>, situation: Situation): boolean {
  if (draft !== expected.draft || reasonCode !== expected.answer || canAccept !== (expected.answer === null)) return false
  // What bars the draft bars the answer; only what the partner may not know bars the answer alone, and the draft warns of its rule.
  if (draft !== null) return reasonCode === customerReads(draft)
  return reasonCode === null || requestWarnings(draftOf(situation)).some((warning) => ruleOfReason(warning.reasonCode) === ruleOfReason(reasonCode))
}

function draftOf({ manifest, partnerCountry, customerCountry, kinds, state, tie }: Situation): RequestFacts {
  const services = manifest.services.map(({ id }) => id)
  const isRelated = tie === 'related' || tie === 'held'
  return {
    manifest,
    kind: 'establish',
    partner: {
      id: partner,
      country: partnerCountry,
      kinds,
      domains: ['partner.example'],
      status: state === 'suspended' ? 'suspended' : 'active',
      inDebt: state === 'inDebt',
      hasSigned: state !== 'unsigned',
      isVerified: true,
    },
    named: { customerId: 'customer', domain: null, country: customerCountry, companyName: null },
    known: isRelated
      ? { customerId: 'customer', companyName: 'Contoso', domain: 'contoso.example', country: customerCountry, relationship: 'active', privilegedServices: tie === 'held' ? services : [], isClosed: false }
      : undefined,
    hasOpenRequest: false,
    askPrivileges: undefined,
    isAskedByProvider: false, secondPartnerId: null,
    validityDays: undefined,
    language: undefined,
  }
}

function invitationOf(situation: Situation): InvitationFacts {
  const { manifest, partnerCountry, customerCountry, kinds, state, tie } = situation
  const services = manifest.services.map(({ id }) => id)
  const viewer: Viewer = {
    tenantId: 'customer',
    cloud: manifest.id,
    country: customerCountry,
    domains: ['contoso.example'],
    isCustomer: true,
    roles: ['globalAdministrator'],
    relatedPartners: tie === 'related' || tie === 'held' ? [partner] : tie === 'rival' ? [rival] : [],
    privileges: tie === 'held' ? services.map((service) => ({ partnerId: partner, service })) : tie === 'rival' ? services.map((service) => ({ partnerId: rival, service })) : [],
  }
  return {
    link: { id: 'request', kind: 'relationshipRequest', state: 'open', isAltered: false, named: null, isNamedTenantClosed: false, answeredBy: null },
    partners: [{ id: partner, cloud: manifest.id, country: partnerCountry, kinds, isActive: state !== 'suspended', hasSigned: state !== 'unsigned' }],
    mayStillAsk: mayStillAsk({ isActive: true, roles: ['adminAgent'] }, [{ partnerId: partner, isSuspended: state === 'suspended', isClosed: false, inDebt: state === 'inDebt' }], manifest),
    kind: 'establish',
    services,
    manifest,
    viewer,
    agreement: manifest.customerAgreement === 'none' ? 'notRequired' : 'missing',
  }
}
