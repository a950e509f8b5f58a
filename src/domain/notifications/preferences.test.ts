import { describe, expect, it } from 'vitest'
import { eventTypes, isMailed, type EventType } from '../events.ts'
import { assignableRoles } from '../roles.ts'
import { isNotified, kinds, sources, sourcesOf } from './notification-kinds.ts'
import { choiceOf, choosable, nextDigestAt, sourcesFor, usualPreferences } from './preferences.ts'

describe('the table of kinds', () => {
  it('holds every kind of the issue, and each event belongs to one kind', () => {
    expect([...kinds].sort()).toEqual(['accepted', 'blocked', 'colleague', 'creation', 'declined', 'endAsked', 'expiring', 'extension', 'handOver', 'lead', 'ownPurchase', 'partnership', 'privileges', 'removed', 'support', 'supportContact', 'transfer'])
    for (const type of Object.keys(eventTypes) as EventType[]) expect(new Set(sourcesOf(type).map(({ kind }) => kind)).size, type).toBeLessThanOrEqual(1)
  })

  it('tells only people who may see what they are told of', () => {
    for (const { rule, side } of sources) for (const role of rule.told) expect(sourcesFor([role]).some((seen) => seen.rule === rule && seen.side === side), `${role} ${rule.events[0]}`).toBe(true)
  })

  it('names events whose audience the table of events names, too', () => {
    for (const { rule } of sources) for (const event of rule.events) expect(isMailed(event), event).toBe(true)
  })

  it('tells of nothing that was refused, but of a customer that was stopped', () => {
    const told = (Object.keys(eventTypes) as EventType[]).filter((type) => isNotified(type, true))
    expect(told).toEqual(['relationshipRequest.blocked'])
  })

  it.each(assignableRoles)('gives %s something to choose or nothing, never what is not theirs', (role) => {
    for (const { rule } of choosable({ roles: [role], partnerKinds: ['indirectProvider'] })) expect(sourcesFor([role]).some((seen) => seen.rule === rule)).toBe(true)
  })
})

describe('a choice', () => {
  it('is the table’s until somebody chooses, and stands for what is always told', () => {
    expect(choiceOf(usualPreferences, 'blocked', 'partner')).toEqual({ portal: true, mail: 'digest' })
    const off = { ...usualPreferences, choices: { accepted: { portal: false, mail: 'off' as const } } }
    expect(choiceOf(off, 'accepted', 'partner')).toEqual({ portal: false, mail: 'off' })
    expect(choiceOf(off, 'accepted', 'customer')).toEqual({ portal: true, mail: 'now' })
  })
})

describe('the next digest', () => {
  it.each([
    ['leaves at its hour on the clock of the zone', '2026-11-21T05:00:00Z', 'daily', 8, 'Europe/Madrid', '2026-11-21T07:00:00.000Z'],
    ['leaves tomorrow where the hour is over', '2026-11-21T07:00:00Z', 'daily', 8, 'Europe/Madrid', '2026-11-22T07:00:00.000Z'],
    ['follows the zone over the date line', '2026-11-21T20:00:00Z', 'daily', 8, 'Pacific/Auckland', '2026-11-22T19:00:00.000Z'],
    ['knows zones that differ by a quarter of an hour', '2026-11-21T00:00:00Z', 'daily', 8, 'Asia/Kathmandu', '2026-11-21T02:15:00.000Z'],
    ['stays at its hour when summer begins', '2026-03-28T08:00:00Z', 'daily', 8, 'Europe/Madrid', '2026-03-29T06:00:00.000Z'],
    ['leaves after the jump where the hour is left out', '2026-03-28T12:00:00Z', 'daily', 2, 'Europe/Madrid', '2026-03-29T01:00:00.000Z'],
    ['leaves at the first of two equal hours', '2026-10-24T12:00:00Z', 'daily', 2, 'Europe/Madrid', '2026-10-25T00:00:00.000Z'],
    ['leaves once where the hour comes twice', '2026-10-25T00:00:00Z', 'daily', 2, 'Europe/Madrid', '2026-10-26T01:00:00.000Z'],
    ['leaves where midnight is jumped over', '2026-09-05T12:00:00Z', 'daily', 0, 'America/Santiago', '2026-09-06T04:00:00.000Z'],
    ['comes on Monday where it is weekly', '2026-11-17T12:00:00Z', 'weekly', 8, 'Europe/Madrid', '2026-11-23T07:00:00.000Z'],
    ['comes on this Monday where the hour is still to come', '2026-11-23T06:00:00Z', 'weekly', 8, 'Europe/Madrid', '2026-11-23T07:00:00.000Z'],
    ['takes Monday where the person is', '2026-11-22T20:00:00Z', 'weekly', 6, 'Asia/Tokyo', '2026-11-22T21:00:00.000Z'],
  ] as const)('%s', (_title, after, frequency, hour, zone, leaves) => {
    expect(nextDigestAt(new Date(after), { frequency, hour }, zone).toISOString()).toBe(leaves)
  })
})
