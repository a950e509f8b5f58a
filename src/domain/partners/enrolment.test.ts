import { describe, expect, it } from 'vitest'
import { type EnrolmentFacts, enrolmentOf, enrolmentSteps, requireFirmDomain } from './enrolment.ts'
import { freeWebMail, isFreeWebMail } from './free-web-mail.ts'

const at = new Date('2026-11-21T10:00:00Z')
const bare: EnrolmentFacts = {
  enrolledAt: at, programmeId: null, primaryDomain: 'fabrikam.example', founder: null, checks: {}, identity: null, agreementSignedAt: null, signer: null,
}
const statusOf = (facts: Partial<EnrolmentFacts>, step: string) => enrolmentOf({ ...bare, ...facts }).find((one) => one.step === step)

describe('the checklist of an enrolment', () => {
  it('has every step once, in order', () => {
    expect(enrolmentOf(bare).map(({ step }) => step)).toEqual(enrolmentSteps)
    expect(enrolmentOf(bare).filter(({ status }) => status === 'open')).toHaveLength(6)
  })

  it('says who recorded a check, when and with what note', () => {
    const check = { at, byPersonId: 'operator', note: 'Registro visto' }
    expect(statusOf({ checks: { legalDetails: check } }, 'legalDetails')).toEqual({ step: 'legalDetails', status: 'done', how: 'recorded', ...check })
    expect(statusOf({ programmeId: '4711' }, 'programmeId')).toMatchObject({ status: 'done', at, byPersonId: null })
  })

  it('tells an agreement signed here from one signed outside', () => {
    const signer = { personId: 'admin', signedAt: at, isAdminAgent: false }
    expect(statusOf({ agreementSignedAt: at, signer }, 'agreement')).toMatchObject({ status: 'done', how: 'portal', byPersonId: 'admin' })
    expect(statusOf({ agreementSignedAt: at }, 'agreement')).toMatchObject({ status: 'done', how: 'outside' })
    expect(statusOf({ agreementSignedAt: at, signer }, 'agentMembership')).toMatchObject({ status: 'open', byPersonId: 'admin' })
    expect(statusOf({ agreementSignedAt: at, signer: { ...signer, isAdminAgent: true } }, 'agentMembership')).toMatchObject({ status: 'done' })
  })

  it('waits for the first Global admin to join with the work account', () => {
    const founder = { personId: 'admin', hasJoined: false, mail: 'ana@fabrikam.example', createdAt: at }
    expect(statusOf({ founder }, 'workAccount')).toMatchObject({ status: 'open' })
    expect(statusOf({ founder: { ...founder, hasJoined: true } }, 'workAccount')).toMatchObject({ status: 'done', byPersonId: 'admin' })
    expect(statusOf({ founder: { ...founder, mail: 'ana@gmail.com' } }, 'mailDomain')).toMatchObject({ status: 'refused' })
  })
})

describe('free web mail', () => {
  it('is a table of domains, each once and in the form that is compared', () => {
    expect(new Set(freeWebMail).size).toBe(freeWebMail.length)
    expect(freeWebMail.every((domain) => domain === domain.toLowerCase())).toBe(true)
  })

  it('is refused, below its domain too, and a firm is not', () => {
    expect(['gmail.com', 'GMX.de', 'mx.gmail.com'].map(isFreeWebMail)).toEqual([true, true, true])
    expect(['fabrikam.example', 'notgmail.com', 'com'].map(isFreeWebMail)).toEqual([false, false, false])
    expect(() => requireFirmDomain('gmail.com', 'admin.mail')).toThrow('free web mail')
    expect(() => requireFirmDomain('fabrikam.example', 'admin.mail')).not.toThrow()
  })
})
