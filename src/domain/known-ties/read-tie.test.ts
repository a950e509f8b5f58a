import { describe, expect, it } from 'vitest'
import { readTie, type TieCells } from './read-tie.ts'

const rules = { manifestOf: (cloud: string) => (cloud === 'public' ? { services: [{ id: 'office365' }] as never } : undefined), today: '2026-11-22' }
const cells: TieCells = { cloud: 'public', partnerDomain: 'Contoso.example', customerId: '', customerDomain: 'fabrikam.example', kind: 'purchase', service: 'office365', since: '2019-05-04' }

describe('a row of known ties', () => {
  it('is read into its one form', () => {
    expect(readTie(cells, rules)).toEqual({ cloud: 'public', partnerDomain: 'contoso.example', customerId: null, customerDomain: 'fabrikam.example', kind: 'purchase', service: 'office365', since: '2019-05-04' })
    expect(readTie({ ...cells, service: '', since: '' }, rules)).toMatchObject({ service: null, since: null })
  })

  it.each([
    ['cloudUnknown', { cloud: 'mars' }],
    ['tiePartnerUnreadable', { partnerDomain: 'no domain' }],
    ['tiePartnerUnreadable', { partnerDomain: '' }],
    ['tieCustomerUnreadable', { customerDomain: '' }],
    ['tieCustomerUnreadable', { customerId: '12' }],
    ['tieKindUnknown', { kind: 'friendship' }],
    ['tieServiceUnknown', { service: 'post' }],
    ['tieDayUnreadable', { since: '2026-02-30' }],
    ['tieDayUnreadable', { since: '4.5.2019' }],
    ['tieDayUnreadable', { since: '2026-11-23' }],
  ] as const)('is refused as %s', (reason, change: Partial<TieCells>) => {
    expect(readTie({ ...cells, ...change }, rules)).toBe(reason)
  })
})
