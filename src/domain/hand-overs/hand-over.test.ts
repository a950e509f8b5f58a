import { describe, expect, it } from 'vitest'
import { builtInClouds } from '../clouds/built-in-clouds.ts'
import { acceptHandOver, agreeHandOver, declineHandOver, endHandOver, expireHandOver, openHandOverActs, proposeHandOver, withdrawHandOver } from './decide.ts'
import { type HandOver, handOverStatuses, sideOfHandOver } from './hand-over.ts'
import { handOverPlan, privilegesRefusal, servicesTaken, versionOfHandOver } from './plan.ts'
import { handOverTransitions } from './transitions.ts'
import { type HandOverFacts, type HandOverParty, type HandOverReason, handOverProblems } from './verdict.ts'

const now = new Date('2026-03-01T12:00:00Z')
const customer = { customerId: 'c', customerName: 'Contoso', customerCountry: 'ES' }
const proposed: HandOver = {
  id: 'h', proposerId: 'f', fromPartnerId: 'f', toPartnerId: 't', namedPartnerDomain: 't.example', customerDomain: 'c.example', ...customer, services: [], status: 'proposed',
  createdBy: 'p', createdAt: now, expiresAt: new Date('2026-03-31T12:00:00Z'), agreedAt: null, agreedBy: null, answeredAt: null, answeredBy: null, answeredByTenant: null, note: null, endedBecause: null, version: 1,
}
const by = (tenantId: string) => ({ tenantId, personId: `${tenantId} person` })
const effect = { servicesEnded: [], servicesGranted: [], requestsWithdrawn: 0 }
const acts = {
  agree: (one: HandOver, at: Date) => agreeHandOver(one, by('t'), { customer, services: [], now: at }),
  accept: (one: HandOver, at: Date) => acceptHandOver(one, by('c'), { effect, now: at }),
  decline: (one: HandOver, at: Date) => declineHandOver(one, by('t'), { note: null, now: at }),
  withdraw: (one: HandOver, at: Date) => withdrawHandOver(one, by('f'), { note: null, now: at }),
  expire: (one: HandOver) => expireHandOver(one, new Date('2026-05-01T12:00:00Z')),
  end: (one: HandOver) => endHandOver(one, 'tenantClosed'),
}

describe('a hand-over', () => {
  for (const [act, { from, to }] of Object.entries(handOverTransitions)) {
    for (const status of handOverStatuses) {
      const isOpen = (from as readonly string[]).includes(status)
      it(`${status}: ${act} ${isOpen ? `makes it ${to}` : 'is refused'}`, () => {
        const decide = () => acts[act as keyof typeof acts]({ ...proposed, status }, now)
        if (isOpen) expect(decide().next.status).toBe(to)
        else expect(decide).toThrow(/Cannot/)
      })
    }
  }

  it('is over at its last moment, whatever its record says, and starts a time of its own for the customer', () => {
    expect(() => acts.agree(proposed, proposed.expiresAt)).toThrow(/expired/)
    expect(() => expireHandOver(proposed, now)).toThrow(/before its last moment/)
    expect(acts.agree(proposed, new Date('2026-03-30T12:00:00Z')).next.expiresAt).toEqual(new Date('2026-04-29T12:00:00Z'))
  })

  it('is the customer’s only when both partners have agreed, in its events too', () => {
    expect(sideOfHandOver(proposed, 'c')).toBeUndefined()
    expect(proposeHandOver(proposed).event.readers).toEqual([{ tenantId: 'f', counterpartId: 'c' }, { tenantId: 't', counterpartId: 'f' }])
    const agreed = acts.agree(proposed, now)
    expect(agreed.event.readers.map(({ tenantId }) => tenantId)).toEqual(['f', 't', 'c'])
    expect(sideOfHandOver(agreed.next, 'c')).toBe('customer')
    const taken = { ...proposed, proposerId: 't', customerId: null, customerName: null, customerCountry: null }
    expect(proposeHandOver(taken).event.readers).toEqual([{ tenantId: 'f', counterpartId: 't' }, { tenantId: 't', counterpartId: null }])
  })

  it('leaves open to each side what is its own to do', () => {
    const agreed = acts.agree(proposed, now).next
    expect([openHandOverActs(proposed, 'f', now), openHandOverActs(proposed, 't', now), openHandOverActs(proposed, 'c', now)]).toEqual([['withdraw'], ['agree', 'decline'], []])
    expect([openHandOverActs(agreed, 'f', now), openHandOverActs(agreed, 't', now), openHandOverActs(agreed, 'c', now)]).toEqual([['withdraw'], ['withdraw'], ['accept', 'decline']])
    expect(openHandOverActs(agreed, 'c', agreed.expiresAt)).toEqual([])
  })
})

const party = (more: Partial<HandOverParty> = {}): HandOverParty => ({ id: 'f', country: 'ES', kinds: ['directBill'], isActive: true, hasSigned: true, inDebt: false, mayStill: true, ...more })
const facts = (more: Partial<HandOverFacts> = {}): HandOverFacts => ({
  manifest: builtInClouds.public, from: party(), to: party({ id: 't' }), customer: { id: 'c', country: 'ES', isClosed: false }, isRelated: true, hasThingsOpen: false, isOpenElsewhere: false, services: [],
  own: { relatedPartners: ['f'], privileges: [], ownProviders: [], agreement: 'accepted', isGlobalAdministrator: true }, ...more,
})
const own = (more: Partial<NonNullable<HandOverFacts['own']>>) => ({ own: { ...facts().own!, ...more } })
const china = { ...facts(), manifest: builtInClouds.china, customer: { id: 'c', country: 'CN', isClosed: false }, from: party({ country: 'CN' }), to: party({ id: 't', country: 'CN' }) }

describe('what stands in the way of a hand-over', () => {
  const cases: readonly (readonly [HandOverReason, HandOverFacts])[] = [
    ['handOverFromSuspended', facts({ from: party({ isActive: false }) })],
    ['handOverToSuspended', facts({ to: party({ id: 't', isActive: false }) })],
    ['handOverSamePartner', facts({ to: party() })],
    ['handOverToCustomer', facts({ to: party({ id: 'c' }) })],
    ['handOverToUnsigned', facts({ to: party({ id: 't', hasSigned: false }) })],
    ['handOverToInDebt', { ...china, to: party({ id: 't', country: 'CN', inDebt: true }) }],
    ['handOverToMayNotInvite', { ...china, to: party({ id: 't', country: 'CN', kinds: ['indirectReseller'] }) }],
    ['removedThroughProvider', facts({ manifest: { ...builtInClouds.public, indirectResellerMayRemove: false }, from: party({ kinds: ['indirectReseller'] }) })],
    ['handOverOutsideMarket', facts({ to: party({ id: 't', country: 'US' }) })],
    ['handOverAskerLostRight', facts({ from: party({ mayStill: false }) })],
    ['handOverCustomerClosed', facts({ customer: { id: 'c', country: 'ES', isClosed: true } })],
    ['handOverNotRelated', facts({ isRelated: false })],
    ['handOverThingsOpen', facts({ hasThingsOpen: true })],
    ['handOverOpenAlready', facts({ isOpenElsewhere: true })],
    ['handOverWrongRole', facts(own({ isGlobalAdministrator: false }))],
    ['pairedWithProvider', facts(own({ ownProviders: ['t'] }))],
    ['onePartnerOnly', facts({ manifest: { ...builtInClouds.public, onePartnerPerCustomer: true }, ...own({ relatedPartners: ['f', 'x'] }) })],
    ['exclusiveServiceTaken', { ...china, services: ['office365'], ...own({ privileges: [{ partnerId: 'x', service: 'office365' }] }) }],
    ['handOverAgreementMissing', facts(own({ agreement: 'missing' }))],
    ['agreementUnavailable', facts(own({ agreement: 'unavailable' }))],
  ]
  it.each(cases)('%s', (reason, given) => expect(handOverProblems(given)).toEqual([reason]))

  it('is nothing where all is in order, and nothing that the reader is not to know', () => {
    expect(handOverProblems(facts())).toEqual([])
    expect(handOverProblems(facts({ from: null, to: null, customer: null, isRelated: null, own: null }))).toEqual([])
  })

  it('is not the present partner’s own privileges: it lets go as the new one takes them [S2.23]', () => {
    expect(handOverProblems({ ...china, services: ['office365'], ...own({ privileges: [{ partnerId: 'f', service: 'office365' }] }) })).toEqual([])
    expect(handOverProblems(facts({ manifest: { ...builtInClouds.public, onePartnerPerCustomer: true } }))).toEqual([])
  })
})

describe('what a hand-over changes', () => {
  const ties = { held: ['office365'], heldByTaker: [], takerChannels: [] }
  it('ends what is held and begins what is asked, and makes nothing twice', () => {
    const plan = handOverPlan(builtInClouds.public, { kinds: ['directBill'], services: ['office365', 'azureActiveDirectory'] }, ties)
    expect(plan).toEqual({ channel: 'direct', formsRelationship: true, ends: ['office365'], begins: ['office365', 'azureActiveDirectory'], isExclusive: false })
    const again = handOverPlan(builtInClouds.public, { kinds: ['directBill'], services: ['office365'] }, { ...ties, heldByTaker: ['office365'], takerChannels: ['direct'] })
    expect([again.formsRelationship, again.begins]).toEqual([false, []])
    expect(versionOfHandOver({ version: 2 }, plan)).not.toBe(versionOfHandOver({ version: 2 }, { ...plan, ends: [] }))
  })

  it('forces privileges where the cloud does, and leaves them to the new partner elsewhere [S0.7, S0.8, S2.6]', () => {
    const { public: open, usGov, germany, china: chinese } = builtInClouds
    expect([servicesTaken(open, ['directBill'], false), servicesTaken(open, ['indirectReseller'], undefined)]).toEqual([[], []])
    for (const cloud of [usGov, germany, chinese]) expect(servicesTaken(cloud, ['directBill'], undefined).length).toBe(cloud.services.length)
    expect([open, usGov, germany, chinese].map((cloud) => privilegesRefusal(cloud, false))).toEqual([null, 'privilegesForcedByCloud', 'privilegesForcedByCloud', 'privilegesAddedByCloud'])
  })
})
