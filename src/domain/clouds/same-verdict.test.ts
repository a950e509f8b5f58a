import { describe, expect, it } from 'vitest'
import type { InvitationFacts, Viewer } from '../invitations/invitation-facts.ts'
import { mayStillAsk } from '../invitations/standing.ts'
import { verdict } from '../invitations/verdict.ts'
import { asks, customerReads, type Expected, expectedOf, makesSense, partnerKinds, partnerStates, type Situation, ties } from '../../../test/support/cloud-situations.ts'
import { type RequestFacts, requestProblems, requestWarnings, servicesAsked } from '../relationship-requests/request-checks.ts'
import { builtInClouds } from './built-in-clouds.ts'
import type { CapabilityManifest } from './manifest.ts'
import { ruleOfReason } from './rule-of-reason.ts'

const homes = { public: ['ES', 'US', 'BR', 'RU'], usGov: ['US'], germany: ['DE', 'NO'], china: ['CN'] } as const
const partner = 'partner'
const provider = 'provider'
const rival = 'rival'
const relatedTies = new Set(['related', 'held', 'pushedOut'])

describe.each(Object.values(builtInClouds))('in the cloud $id', (manifest: CapabilityManifest) => {
  it('manifest, draft and answer give one verdict and one reason for every kind of partner, country of a customer and state', () => {
    const countries = [...new Set(Object.values(builtInClouds).flatMap(({ markets }) => markets.flatMap((market) => market.countries)))]
    let count = 0
    const wrong: object[] = []
    for (const side of sidesOf(manifest)) {
      // Markets are judged the same way whatever is asked: every country once, and a good part of them for each other ask.
      for (const customerCountry of countries.filter((_, at) => side.ask === 'establish' || at % 9 === 0)) {
        const situation = { ...side, customerCountry }
        const problems = requestProblems(draftOf(situation))
        if (!agrees(expectedOf(situation), problems[0]?.reasonCode ?? null, verdict(invitationOf(situation)), situation)) wrong.push({ ...situation, manifest: manifest.id })
        count++
      }
    }
    expect(wrong.slice(0, 5)).toEqual([])
    expect(count).toBeGreaterThan(10_000)
  })
})

/** Every partner of the cloud in every state, with every tie, and whatever it may ask. */
function sidesOf(manifest: CapabilityManifest): Omit<Situation, 'customerCountry'>[] {
  return homes[manifest.id as keyof typeof homes].flatMap((partnerCountry) =>
    partnerKinds.flatMap((kinds) =>
      partnerStates.flatMap((state) => ties.flatMap((tie) => asks.filter((ask) => makesSense({ ask, kinds })).map((ask) => ({ manifest, partnerCountry, kinds, state, tie, ask })))),
    ),
  )
}

/** Thousands of situations: one comparison each, and those that differ are told. */
function agrees(expected: Expected, draft: string | null, { reasonCode, canAccept }: ReturnType<typeof verdict>, situation: Situation): boolean {
  if (draft !== expected.draft || reasonCode !== expected.answer || canAccept !== (expected.answer === null)) return false
  // What bars the draft bars the answer; only what the partner may not know bars the answer alone, and the draft warns of its rule.
  if (draft !== null) return reasonCode === customerReads(draft)
  return reasonCode === null || requestWarnings(draftOf(situation)).some((warning) => ruleOfReason(warning.reasonCode) === ruleOfReason(reasonCode))
}

function draftOf({ manifest, partnerCountry, customerCountry, kinds, state, tie, ask }: Situation): RequestFacts {
  const services = manifest.services.map(({ id }) => id)
  const isJoint = ask.startsWith('joint')
  return {
    manifest,
    kind: ask === 'restorePrivileges' ? ask : 'establish',
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
    known: relatedTies.has(tie)
      ? { customerId: 'customer', companyName: 'Contoso', domain: 'contoso.example', country: customerCountry, relationship: 'active', privilegedServices: tie === 'held' ? services : [], isClosed: false }
      : undefined,
    hasOpenRequest: false,
    askPrivileges: undefined,
    isAskedByProvider: false,
    secondPartnerId: isJoint ? provider : null,
    second: isJoint && ask !== 'jointUnpaired' ? { isActive: ask !== 'jointSuspended', hasSigned: ask !== 'jointUnsigned' } : undefined,
    validityDays: undefined,
    language: undefined,
  }
}

function invitationOf(situation: Situation): InvitationFacts {
  const { manifest, partnerCountry, kinds, state, ask } = situation
  const account = { cloud: manifest.id, country: partnerCountry }
  const isJoint = ask.startsWith('joint')
  const second = { id: provider, ...account, kinds: ['indirectProvider'], isActive: ask !== 'jointSuspended', hasSigned: ask !== 'jointUnsigned' }
  const standing = [{ partnerId: partner, isSuspended: state === 'suspended', isClosed: false, inDebt: state === 'inDebt' }]
  return {
    link: { id: 'request', kind: 'relationshipRequest', state: 'open', isAltered: false, named: null, isNamedTenantClosed: false, answeredBy: null },
    partners: [{ id: partner, ...account, kinds, isActive: state !== 'suspended', hasSigned: state !== 'unsigned' }, ...(isJoint ? [second] : [])],
    mayStillAsk: mayStillAsk({ isActive: true, roles: ['adminAgent'] }, standing, manifest),
    hasPartnershipEnded: ask === 'jointUnpaired',
    kind: ask === 'restorePrivileges' ? ask : 'establish',
    services: servicesAsked(draftOf(situation)),
    manifest,
    viewer: viewerOf(situation),
    agreement: manifest.customerAgreement === 'none' ? 'notRequired' : 'missing',
  }
}

function viewerOf({ manifest, customerCountry, tie }: Situation): Viewer {
  const holder = { held: partner, rival, pushedOut: rival, none: undefined, related: undefined }[tie]
  return {
    tenantId: 'customer',
    cloud: manifest.id,
    country: customerCountry,
    domains: ['contoso.example'],
    isCustomer: true,
    roles: ['globalAdministrator'],
    relatedPartners: [...(relatedTies.has(tie) ? [partner] : []), ...(holder === rival ? [rival] : [])],
    privileges: holder === undefined ? [] : manifest.services.map(({ id }) => ({ partnerId: holder, service: id })),
  }
}
