import { describe, expect, it } from 'vitest'
import { accept, askFreshLink, create, decline, editDraft, endForResending, expire, open, openActs, remind, share, withdraw } from './decide.ts'
import { bindingRefusal, effectiveStatus, expiryOf, requestStatuses, type RelationshipRequest, type RelationshipRequestStatus } from './relationship-request.ts'
import { relationshipRequestTransitions } from './transitions.ts'

const now = new Date('2027-01-15T12:00:00Z')
const later = new Date('2027-02-01T00:00:00Z')
const nobody = { customerId: null, domain: null, country: null, companyName: null }
const contoso = { id: 'contoso', country: 'ES', domains: ['contoso.example'] }

function aRequest(changes: Partial<RelationshipRequest> = {}): RelationshipRequest {
  return {
    id: 'request',
    partnerId: 'partner',
    secondPartnerId: null,
    isAskedByProvider: false,
    kind: 'establish',
    status: 'draft',
    named: nobody,
    services: ['office365'],
    language: 'es',
    subject: 'Hola',
    body: 'Buenos días',
    followsId: null,
    customerId: null,
    declineReason: null,
    createdBy: 'ana',
    createdAt: new Date('2027-01-01T00:00:00Z'),
    sharedAt: null,
    openedAt: null,
    answeredAt: null,
    answeredBy: null,
    remindedAt: null,
    freshLinkAskedAt: null,
    expiresAt: later,
    version: 1,
    ...changes,
  }
}

const answer = { tenant: contoso, personId: 'carla' }
const acts: Record<string, (request: RelationshipRequest, at: Date) => RelationshipRequest | undefined> = {
  share: (request, at) => share(request, 'done', at)?.next,
  open: (request, at) => open(request, at)?.next,
  accept: (request, at) => accept(request, answer, at).next,
  decline: (request, at) => decline(request, { ...answer, reason: null }, at).next,
  withdraw: (request, at) => withdraw(request, 'asked', at).next,
  expire: (request) => expire(request, later).next,
  edit: (request, at) => editDraft(request, { subject: 'S', body: 'B' }, at).next,
  remind: (request, at) => remind(request, { subject: 'S', body: 'B' }, at).next,
  resend: (request, at) => endForResending(request, at)?.next,
  askFreshLink: (request, at) => askFreshLink(request, at)?.next,
}

/** In which statuses each act goes through, and to where. */
const outcomes: Record<string, Partial<Record<RelationshipRequestStatus, RelationshipRequestStatus>>> = {
  share: { draft: 'shared', shared: 'shared', opened: 'opened' },
  open: { draft: 'opened', shared: 'opened', opened: 'opened' },
  accept: { opened: 'accepted' },
  decline: { opened: 'declined' },
  withdraw: { draft: 'withdrawn', shared: 'withdrawn', opened: 'withdrawn' },
  expire: { draft: 'expired', shared: 'expired', opened: 'expired' },
  edit: { draft: 'draft', shared: 'shared', opened: 'opened' },
  remind: { shared: 'shared', opened: 'opened' },
  resend: { draft: 'withdrawn', shared: 'withdrawn', opened: 'withdrawn', withdrawn: 'withdrawn', expired: 'expired' },
  askFreshLink: { withdrawn: 'withdrawn', expired: 'expired' },
}

describe.each(Object.keys(acts))('%s', (act) => {
  it.each(requestStatuses)('while %s goes where the table says, or is refused aloud', (status) => {
    const request = aRequest({ status, expiresAt: later })
    const to = outcomes[act]![status]
    if (!to) expect(() => acts[act]!(request, now)).toThrow(expect.objectContaining({ code: 'invalidTransition' }))
    else expect((acts[act]!(request, now) ?? request).status).toBe(to)
  })

  it('changes nothing of what is asked', () => {
    for (const status of Object.keys(outcomes[act]!) as RelationshipRequestStatus[]) {
      const request = aRequest({ status })
      const { kind, services, named, secondPartnerId, expiresAt, createdBy, partnerId } = acts[act]!(request, now) ?? request
      expect({ kind, services, named, secondPartnerId, expiresAt, createdBy, partnerId }).toEqual({
        kind: 'establish', services: ['office365'], named: nobody, secondPartnerId: null, expiresAt: later, createdBy: 'ana', partnerId: 'partner',
      })
    }
  })
})

describe('a request past its time', () => {
  it('is expired whatever the record says, from its last moment on', () => {
    const request = aRequest({ status: 'opened' })
    expect(effectiveStatus(request, new Date(later.getTime() - 1))).toBe('opened')
    expect(effectiveStatus(request, later)).toBe('expired')
    expect(effectiveStatus({ ...request, status: 'declined' }, later)).toBe('declined')
  })

  it.each(['share', 'open', 'accept', 'decline', 'withdraw', 'edit', 'remind'])('refuses to %s it, late job or not', (act) => {
    for (const status of ['draft', 'shared', 'opened'] as const) {
      expect(() => acts[act]!(aRequest({ status }), later)).toThrow(expect.objectContaining({ code: 'invalidTransition' }))
    }
  })

  it('cannot be recorded as expired before its time', () => {
    expect(() => expire(aRequest({ status: 'shared' }), now)).toThrow(expect.objectContaining({ code: 'invalidTransition' }))
  })

  it('runs out after whole days', () => {
    expect(expiryOf(new Date('2027-01-01T10:00:00Z'), 90)).toEqual(new Date('2027-04-01T10:00:00Z'))
  })
})

describe('sharing', () => {
  it('is noted once; later ways of taking the letter along change nothing more', () => {
    const { next, event } = share(aRequest(), 'copy', now)!
    expect(next).toMatchObject({ status: 'shared', sharedAt: now })
    expect(event).toMatchObject({ type: 'relationshipRequest.shared', data: { by: 'copy' } })
    expect(share(next, 'done', now)).toBeUndefined()
  })

  it('after the link was opened already is noted, and leaves it opened', () => {
    const { next } = open(aRequest(), now)!
    expect(share(next, 'done', now)!.next).toMatchObject({ status: 'opened', sharedAt: now })
  })
})

describe('an answer', () => {
  it('is told to the partner and to the customer that gave it', () => {
    const { event } = accept(aRequest({ status: 'opened' }), answer, now)
    expect(event.readers).toEqual([
      { tenantId: 'partner', counterpartId: 'contoso' },
      { tenantId: 'contoso', counterpartId: 'partner' },
    ])
  })

  it('carries no words of the customer into the event', () => {
    const { next, event } = decline(aRequest({ status: 'opened' }), { ...answer, reason: 'We have a partner' }, now)
    expect(next).toMatchObject({ status: 'declined', declineReason: 'We have a partner', customerId: 'contoso' })
    expect(JSON.stringify(event)).not.toContain('We have')
  })

  it('of another tenant than the one named is refused', () => {
    const request = aRequest({ status: 'opened', named: { ...nobody, customerId: 'litware' } })
    expect(() => accept(request, answer, now)).toThrow(expect.objectContaining({ details: { reason: 'anotherOrganizationNamed' } }))
    expect(() => decline(request, { ...answer, reason: null }, now)).toThrow(expect.objectContaining({ code: 'invitationNotPossible' }))
  })
})

describe('whom a request binds', () => {
  it.each([
    ['nobody: the first eligible tenant', nobody, undefined],
    ['a tenant: only it', { ...nobody, customerId: 'contoso' }, undefined],
    ['another tenant', { ...nobody, customerId: 'litware' }, 'anotherOrganizationNamed'],
    ['another tenant, though the domain fits', { ...nobody, customerId: 'litware', domain: 'contoso.example' }, 'anotherOrganizationNamed'],
    ['its domain', { ...nobody, domain: 'contoso.example' }, undefined],
    ['another domain', { ...nobody, domain: 'litware.example' }, 'anotherOrganizationNamed'],
    ['its country', { ...nobody, country: 'ES' }, undefined],
    ['another country', { ...nobody, country: 'FR' }, 'anotherCountryNamed'],
    ['a name alone binds nothing', { ...nobody, companyName: 'Litware' }, undefined],
  ])('%s', (_, named, refusal) => {
    expect(bindingRefusal(named, contoso)).toBe(refusal)
  })
})

describe('asking for a fresh link', () => {
  it('is told once a day', () => {
    const { next } = askFreshLink(aRequest({ status: 'expired' }), now)!
    expect(askFreshLink(next, new Date(now.getTime() + 86_399_000))).toBeUndefined()
    expect(askFreshLink(next, new Date(now.getTime() + 86_400_000))).toBeDefined()
  })
})

describe('the acts that a partner is offered', () => {
  it.each([
    ['draft', ['share', 'edit', 'withdraw', 'resend']],
    ['shared', ['share', 'edit', 'remind', 'withdraw', 'resend']],
    ['opened', ['share', 'edit', 'remind', 'withdraw', 'resend']],
    ['accepted', []],
    ['declined', []],
    ['withdrawn', ['resend']],
    ['expired', ['resend']],
  ] as const)('while %s are exactly those that go through', (status, offered) => {
    expect(openActs(aRequest({ status }), now)).toEqual(offered)
    for (const act of ['share', 'edit', 'remind', 'withdraw', 'resend']) {
      const goesThrough = (offered as readonly string[]).includes(act)
      if (goesThrough) expect(() => acts[act]!(aRequest({ status }), now)).not.toThrow()
      else expect(() => acts[act]!(aRequest({ status }), now)).toThrow()
    }
  })
})

it('a request says when made what it asks, of whom and in which language, without naming anybody', () => {
  const { event } = create(aRequest({ named: { ...nobody, domain: 'contoso.example', companyName: 'Contoso' } }))
  expect(event).toMatchObject({
    type: 'relationshipRequest.created',
    readers: [{ tenantId: 'partner', counterpartId: null }],
    data: { kind: 'establish', services: ['office365'], names: 'domain', language: 'es' },
  })
  expect(JSON.stringify(event.data)).not.toContain('contoso')
})

it('both partners of a joint request see its events', () => {
  const { event } = create(aRequest({ secondPartnerId: 'provider' }))
  expect(event.readers.map(({ tenantId }) => tenantId)).toEqual(['partner', 'provider'])
})

it('the table knows no way out of an answer', () => {
  for (const { from } of Object.values(relationshipRequestTransitions)) {
    for (const end of ['accepted', 'declined', 'withdrawn', 'expired']) expect(from).not.toContain(end)
  }
})
