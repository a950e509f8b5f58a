import { describe, expect, it } from 'vitest'
import { markDebt, reinstate, suspend, verify } from './decide.ts'
import { type Partner, partnerKindsOf, partnerStatuses, programmeIdOf } from './partner.ts'
import { partnerTransitions } from './transitions.ts'

const now = new Date('2026-11-21T10:00:00Z')
const partner: Partner = {
  id: '0a1b2c3d-0000-4000-8000-000000000001', kinds: ['directBill'], programmeId: '4711', status: 'active', statusReason: null, inDebt: false,
  agreementSignedAt: now, verifiedAt: null, verifiedBy: null, verificationMethod: null, version: 1,
}

describe('a partner', () => {
  it.each(partnerStatuses.flatMap((status) => Object.keys(partnerTransitions).map((act) => [status, act as keyof typeof partnerTransitions] as const)))(
    'that is %s can or cannot %s, as the table says',
    (status, act) => {
      const decide = () => (act === 'suspend' ? suspend({ ...partner, status }, null) : reinstate({ ...partner, status }))
      const isOpen = (partnerTransitions[act].from as readonly string[]).includes(status)
      if (isOpen) expect(decide().next.status).toBe(partnerTransitions[act].to)
      else expect(decide).toThrow(`Cannot ${act} while ${status}.`)
    },
  )

  it('keeps the reason of a suspension until it is reinstated', () => {
    const { next } = suspend(partner, 'Facturas pendientes')
    expect(next.statusReason).toBe('Facturas pendientes')
    expect(reinstate(next).next.statusReason).toBeNull()
  })

  it('is verified by a recorded check that says who, when and how', () => {
    const { next, event } = verify(partner, { method: 'operatorCheck', by: 'somebody' }, now)
    expect(next).toMatchObject({ verifiedAt: now, verifiedBy: 'somebody', verificationMethod: 'operatorCheck' })
    expect(event).toMatchObject({ type: 'partner.verified', readers: [{ tenantId: partner.id }] })
    expect(() => verify(partner, { method: 'hearsay', by: null }, now)).toThrow('verified by operatorCheck or dnsProof')
  })

  it('is marked in debt once, and cleared once', () => {
    const { next, event } = markDebt(partner, true)
    expect(event.type).toBe('partner.markedInDebt')
    expect(() => markDebt(next, true)).toThrow('in debt already')
    expect(markDebt(next, false).event.type).toBe('partner.debtCleared')
    expect(() => markDebt(partner, false)).toThrow('not in debt')
  })

  it('may be of several kinds at once, each known and named once', () => {
    expect(partnerKindsOf(['indirectReseller', 'directBill', 'directBill'])).toEqual(['directBill', 'indirectReseller'])
    expect(() => partnerKindsOf([])).toThrow()
    expect(() => partnerKindsOf(['wholesaler'])).toThrow()
  })

  it('has a programme id of digits', () => {
    expect(programmeIdOf('0047')).toBe('0047')
    for (const wrong of ['', '12345678901', '12a', '１２']) expect(() => programmeIdOf(wrong)).toThrow('1 to 10 digits')
  })
})
