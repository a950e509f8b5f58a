import { describe, expect, it } from 'vitest'
import type { NotificationPreferences } from './preference-api.ts'
import { changeOf, valuesOf } from './preference-values.ts'

const line = (kind: 'accepted' | 'blocked' | 'endAsked', mail: 'now' | 'digest', isKept = false) => ({ kind, title: kind, explanations: [], portal: true, mail, isKept })
const current: NotificationPreferences = {
  kinds: [line('accepted', 'now'), line('blocked', 'digest'), line('endAsked', 'now', true)],
  digest: { frequency: 'daily', hour: 8, timeZone: 'Europe/Madrid' },
  mail: { address: null, isConfirmed: false },
  version: 1,
}

describe('the form of preferences', () => {
  it('offers nothing about what is always told', () => {
    expect(valuesOf(current)).toEqual({ accepted: 'now', 'accepted:portal': 'yes', blocked: 'digest', 'blocked:portal': 'yes', frequency: 'daily', hour: '8', timeZone: 'Europe/Madrid' })
  })

  it('sends whole kinds, and only those that changed', () => {
    expect(changeOf(current, { 'accepted:portal': 'no' })).toEqual({ kinds: { accepted: { portal: false, mail: 'now' } } })
    expect(changeOf(current, { blocked: 'off', hour: '17' })).toEqual({ kinds: { blocked: { portal: true, mail: 'off' } }, digest: { frequency: 'daily', hour: 17, timeZone: 'Europe/Madrid' } })
  })
})
