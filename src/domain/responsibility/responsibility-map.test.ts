import { describe, expect, it } from 'vitest'
import type { Channel } from '../invitations/plan.ts'
import { type Duty, duties, responsibilityMap, type Ties } from './responsibility-map.ts'

const channels = [null, 'direct', 'indirectReseller', 'indirectProvider'] as const
const kindOf = { direct: 'directBill', indirectReseller: 'indirectReseller', indirectProvider: 'indirectProvider' } as const
const ids = ['a', 'b', 'c'] as const

interface Standing {
  readonly channel: Channel | null
  readonly isAdmin: boolean
}

const standings: Standing[] = channels.flatMap((channel) => [false, true].map((isAdmin) => ({ channel, isAdmin })))
const everything = standings.flatMap((a) => standings.flatMap((b) => standings.map((c) => [{ ...a }, { ...b }, { ...c }] as const)))

/** Three partners on one service; on the other nobody administers anything. */
function tiesOf(three: readonly Standing[]): Ties {
  return {
    sold: [],
    services: ['mail', 'directory'],
    relationships: three.flatMap(({ channel }, at) => (channel ? [{ partnerId: ids[at]!, channel }] : [])),
    grants: three.flatMap(({ isAdmin }, at) => (isAdmin ? [{ partnerId: ids[at]!, service: 'mail' }] : [])),
    partners: three.flatMap(({ channel }, at) => (channel ? [{ id: ids[at]!, kinds: [kindOf[channel]] }] : [{ id: ids[at]!, kinds: ['directBill'] }])),
  }
}

function cellOf(ties: Ties, duty: Duty, service = 'mail') {
  return responsibilityMap(ties).find((row) => row.service === service)!.duties.find((one) => one.duty === duty)!
}

describe('the responsibility map', () => {
  it(`says of each of the ${everything.length} ways in which three partners can stand who answers for what, where nobody does, and where several do`, () => {
    for (const three of everything) {
      const ties = tiesOf(three)
      const hasReseller = three.some(({ channel }) => channel === 'indirectReseller')
      const isBehind = ({ channel }: Standing) => channel === 'indirectProvider' && hasReseller
      const named = (those: readonly Standing[]) => those.map((one) => ids[three.indexOf(one)]!)
      const related = three.filter(({ channel }) => channel !== null)
      const inFront = related.filter((one) => !isBehind(one))
      const count = (size: number) => (size === 0 ? ['gap'] : size > 1 ? ['overlap'] : [])

      for (const service of ties.services) {
        const { answerable, marks } = cellOf(ties, 'support', service)
        expect([...answerable.map(({ partnerId }) => partnerId)].sort()).toEqual(named(related))
        expect(answerable.filter((one) => one.isBehind).map(({ partnerId }) => partnerId)).toEqual(named(related.filter(isBehind)))
        expect(marks).toEqual(count(inFront.length))
        expect(cellOf(ties, 'billing', service)).toEqual({ duty: 'billing', marks: ['notSold'], answerable: [] })
        const admins = service === 'mail' ? three.filter(({ isAdmin }) => isAdmin) : []
        const admin = cellOf(ties, 'admin', service)
        expect(admin.answerable.map(({ partnerId }) => partnerId)).toEqual(named(admins))
        expect(admin.marks).toEqual(count(admins.length))
        expect(admin.answerable.filter(({ marks }) => marks.includes('rightsWithoutRelationship')).map(({ partnerId }) => partnerId)).toEqual(named(admins.filter(({ channel }) => channel === null)))
        const liable = cellOf(ties, 'support', service).answerable.filter(({ marks }) => marks.includes('liableWithoutRights'))
        expect(liable.map(({ partnerId }) => partnerId)).toEqual(named(inFront.filter((one) => !admins.includes(one))))
      }
    }
  })

  it('does not depend on the order in which ties are read', () => {
    for (const three of everything) {
      const ties = tiesOf(three)
      const turned = { ...ties, relationships: [...ties.relationships].reverse(), grants: [...ties.grants].reverse(), partners: [...ties.partners].reverse() }
      expect(responsibilityMap(turned)).toEqual(responsibilityMap(ties))
    }
  })

  it('names who sold a service for bills and support, the reseller on record in front of its provider, and nobody else; with nothing sold nobody bills', () => {
    for (const three of everything) {
      const direct = { service: 'mail', partnerId: 'a', resellerId: null, subscriptions: 2 }
      const through = { service: 'mail', partnerId: 'c', resellerId: 'b', subscriptions: 3 }
      const plain = (sold: Ties['sold'], duty: Duty) => {
        const { answerable, marks } = cellOf({ ...tiesOf(three), sold }, duty)
        return { marks, who: answerable.map(({ partnerId, isBehind, subscriptions }) => [partnerId, isBehind, subscriptions]) }
      }
      for (const duty of ['billing', 'support'] as const) {
        expect(plain([direct], duty)).toEqual({ marks: [], who: [['a', false, 2]] })
        expect(plain([through], duty)).toEqual({ marks: [], who: [['b', false, 3], ['c', true, 3]] })
        expect(plain([direct, through], duty)).toEqual({ marks: ['overlap'], who: [['a', false, 2], ['b', false, 3], ['c', true, 3]] })
        // Whoever sold one line itself and another one behind a reseller deals with the customer, too.
        expect(plain([through, { ...direct, partnerId: 'c' }], duty)).toEqual({ marks: ['overlap'], who: [['b', false, 3], ['c', false, 5]] })
      }
      const liable = cellOf({ ...tiesOf(three), sold: [direct] }, 'support').answerable.flatMap(({ marks }) => marks)
      expect(liable).toEqual(three[0].isAdmin ? [] : ['liableWithoutRights'])
      expect(cellOf({ ...tiesOf(three), sold: [direct] }, 'billing', 'directory')).toMatchObject({ marks: ['notSold'], answerable: [] })
    }
  })

  it('shows every service of the cloud with every duty, and a service that the cloud no longer lists where somebody administers it', () => {
    const map = responsibilityMap({ services: ['mail'], relationships: [], sold: [], grants: [{ partnerId: 'a', service: 'old' }], partners: [{ id: 'a', kinds: ['directBill'] }] })
    expect(map.map(({ service }) => service)).toEqual(['mail', 'old'])
    for (const row of map) expect(row.duties.map(({ duty }) => duty)).toEqual(duties)
    expect(map[1]!.duties[1]).toEqual({ duty: 'admin', marks: [], answerable: [{ partnerId: 'a', channel: null, isBehind: false, subscriptions: null, marks: ['rightsWithoutRelationship'] }] })
  })

  it('counts a partner tied in two channels once, dealing directly', () => {
    const relationships = [{ partnerId: 'a', channel: 'indirectReseller' as const }, { partnerId: 'a', channel: 'direct' as const }]
    const { answerable, marks } = cellOf({ services: ['mail'], relationships, grants: [], sold: [], partners: [{ id: 'a', kinds: ['directBill', 'indirectReseller'] }] }, 'support')
    expect(answerable).toEqual([{ partnerId: 'a', channel: 'direct', isBehind: false, subscriptions: null, marks: ['liableWithoutRights'] }])
    expect(marks).toEqual([])
  })

  it('takes a partner for what it is now: a direct-bill partner that became a reseller has its provider behind it', () => {
    const relationships = [{ partnerId: 'a', channel: 'direct' as const }, { partnerId: 'p', channel: 'indirectProvider' as const }]
    const { answerable } = cellOf({ services: ['mail'], relationships, grants: [], sold: [], partners: [{ id: 'a', kinds: ['indirectReseller'] }, { id: 'p', kinds: ['indirectProvider'] }] }, 'support')
    expect(answerable.map(({ partnerId, channel, isBehind }) => [partnerId, channel, isBehind])).toEqual([['a', 'indirectReseller', false], ['p', 'indirectProvider', true]])
  })
})
