import { describe, expect, it } from 'vitest'
import { type CreationRequest, creationRequestStatuses } from './creation-request.ts'
import { completeCreation, declineCreation, openCreationActs, withdrawCreation } from './decide.ts'

const at = new Date('2026-11-22T10:00:00Z')
const answer = { personId: 'person', at }
const request = (status: CreationRequest['status']): CreationRequest => ({
  id: 'request', resellerId: 'reseller', providerId: 'provider', status, customer: { companyName: 'Contoso', country: 'ES' } as CreationRequest['customer'], note: null,
  createdBy: 'asker', createdAt: at, answeredAt: null, answeredBy: null, declineReason: null, customerId: null, version: 1,
})
const acts = {
  complete: (one: CreationRequest) => completeCreation(one, 'customer', answer),
  decline: (one: CreationRequest) => declineCreation(one, 'No', answer),
  withdraw: (one: CreationRequest) => withdrawCreation(one, 'asked', answer),
} as const

describe.each(creationRequestStatuses)('a creation request that is %s', (status) => {
  it.each(Object.keys(acts) as (keyof typeof acts)[])('lets itself %s only while it waits', (act) => {
    if (status === 'waiting') {
      const { next, event } = acts[act](request(status))
      expect(next).toMatchObject({ answeredAt: at, answeredBy: 'person' })
      expect(event.readers.map(({ tenantId }) => tenantId)).toEqual(['reseller', 'provider'])
    } else expect(() => acts[act](request(status))).toThrow()
  })

  it('leaves to each side its own acts', () => {
    expect(openCreationActs(request(status), 'reseller')).toEqual(status === 'waiting' ? ['withdraw'] : [])
    expect(openCreationActs(request(status), 'provider')).toEqual(status === 'waiting' ? ['complete', 'decline'] : [])
  })
})
