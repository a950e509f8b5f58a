import { describe, expect, it } from 'vitest'
import { type EventType, eventTypes } from '../domain/events.ts'
import { activityText } from './activity-text.ts'
import { consentText } from './consent-text.ts'
import { consent } from './en/consent.ts'
import { languages } from './languages.ts'

const types = Object.keys(eventTypes) as EventType[]
const facts = { actor: 'Ana O’Neil <b>', subject: 'Luis', services: ['Office 365'], data: { versionNumber: 2, kind: 'restorePrivileges', by: 'mail', because: 'asked', market: 'ES', company: 'Contoso', partner: 'Fabrikam' } }

describe('the sentences of the record', () => {
  it.each(languages)('in %s read as a sentence for every kind of fact', (language) => {
    for (const type of types) {
      const text = activityText(language, { ...facts, type })
      expect(text, type).toMatch(/^\S.{8,}\S$/)
      expect(text, type).not.toMatch(/[{}]|undefined|null/)
    }
  })

  it('show names as text, whatever stands in them', () => {
    expect(activityText('en', { ...facts, type: 'agreement.signed' })).toBe('Ana O’Neil <b> signed the customer agreement, version 2')
    expect(activityText('es', { ...facts, type: 'privileges.granted', actor: "D'Ors {x}" })).toBe("D'Ors {x} concedió privilegios de administración en Office 365")
  })

  it('do without what a fact does not carry', () => {
    expect(activityText('en', { ...facts, type: 'agreement.signed', data: {} })).toBe('Ana O’Neil <b> signed the customer agreement')
    expect(activityText('en', { ...facts, type: 'privileges.used', services: [], data: {} })).toBe('Ana O’Neil <b> used admin privileges')
    expect(activityText('en', { ...facts, type: 'relationshipRequest.withdrawn', data: {} })).toBe('Ana O’Neil <b> withdrew the request')
  })
})

describe('the plain words of consent', () => {
  it.each(languages)('in %s have every text, with every name in its place', (language) => {
    const names = { partner: 'Fabrikam', provider: 'Provider', services: 'Office 365', page: 'Partners', support: 'Support', contract: 'Contract' }
    for (const text of Object.keys(consent) as (keyof typeof consent)[]) expect(consentText(language, text, names), text).not.toMatch(/[{}]/)
  })
})
