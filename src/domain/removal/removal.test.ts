import { describe, expect, it } from 'vitest'
import { answerEnd, type EndRequest } from './end-request.ts'
import { removalEvents, servicesEnding } from './removal.ts'

const held = ['azureActiveDirectory', 'office365']
const now = new Date('2027-02-03T04:05:06Z')

describe('privileges at the end of a relationship', () => {
  it.each([
    ['stay where nobody chose to end them [S1.48]', 'ask', false, []],
    ['end where that was chosen', 'ask', true, held],
    ['end where the operator decided so', 'always', true, held],
  ] as const)('%s', (_, rule, endPrivileges, ending) => {
    expect(servicesEnding(rule, held, endPrivileges)).toEqual(ending)
  })

  it('cannot be kept where the operator decided that they end', () => {
    expect(() => servicesEnding('always', held, false)).toThrow(expect.objectContaining({ code: 'privilegesRuledByCloud' }))
  })
})

describe('what both sides are told', () => {
  const removed = {
    partnerId: 'partner',
    customerId: 'customer',
    relationshipId: 'relationship',
    channels: ['direct'],
    services: { ended: [], remaining: held },
    grantId: undefined,
    withdrawnCount: 1,
    statementSha256: 'aa',
    isAnswerToCustomer: false,
  }

  it('names what remains, so that nothing stays unseen', () => {
    const events = removalEvents(removed)
    expect(events.map(({ type }) => type)).toEqual(['resellerRelationship.removed'])
    expect(events[0]!.data).toMatchObject({ privilegesRemaining: held, requestsWithdrawn: 1, statementSha256: 'aa' })
    expect(events[0]!.readers).toEqual([
      { tenantId: 'partner', counterpartId: 'customer' },
      { tenantId: 'customer', counterpartId: 'partner' },
    ])
  })

  it('tells the end of privileges as its own fact', () => {
    const events = removalEvents({ ...removed, services: { ended: held, remaining: [] }, grantId: 'grant' })
    expect(events.map(({ type, resource }) => [type, resource.id])).toEqual([
      ['resellerRelationship.removed', 'relationship'],
      ['privileges.removed', 'grant'],
    ])
    expect(events[1]!.data).toEqual({ services: held, because: 'removedWithRelationship' })
  })
})

describe('an answer to a customer that asked for the end', () => {
  const asked: EndRequest = {
    partnerId: 'partner',
    customerId: 'customer',
    id: 'question',
    status: 'asked',
    reason: 'We merge',
    askedAt: new Date('2027-01-01T00:00:00Z'),
    askedBy: 'carla',
    answerDueAt: new Date('2027-01-31T00:00:00Z'),
    answeredAt: null,
    answeredBy: null,
    answerNote: null,
    version: 1,
  }
  const answer = (given: 'agreed' | 'refused', request = asked) => answerEnd(request, { relationshipId: 'relationship', answer: given, note: 'Why', personId: 'ana' }, now)

  it('is kept with who gave it and when', () => {
    for (const given of ['agreed', 'refused'] as const) {
      expect(answer(given).next).toEqual({ ...asked, status: given, answeredAt: now, answeredBy: 'ana', answerNote: 'Why' })
    }
  })

  it('that refuses is told to both without its words; that agrees is told by the removal', () => {
    const { event } = answer('refused')
    expect(event).toMatchObject({ type: 'resellerRelationship.endRefused', resource: { id: 'relationship' }, data: { hasNote: true } })
    expect(JSON.stringify(event)).not.toMatch(/Why|merge/)
    expect(answer('agreed').event).toBeUndefined()
  })

  it('is given once', () => {
    for (const status of ['agreed', 'refused'] as const) {
      for (const given of ['agreed', 'refused'] as const) {
        expect(() => answer(given, { ...asked, status })).toThrow(expect.objectContaining({ code: 'invalidTransition' }))
      }
    }
  })
})
