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
        for (const duty of ['billing', 'support'] as const) {
          const { answerable, marks } = cellOf(ties, duty, service)
          expect([...answerable.map(({ partnerId }) => partnerId)].sort()).toEqual(named(related))
          expect(answerable.filter((one) => one.isBehind).map(({ partnerId }) => partnerId)).toEqual(named(related.filter(isBehind)))
          expect(marks).toEqual(count(inFront.length))
        }
        const admins = service === 'mail' ? three.filter(({ isAdmin }) => isAdmin) : []
        const admin = cellOf(ties, 'admin', service)
        expect(admin.answerable.map(({ partnerId }) => partnerId)).toEqual(named(admins))
        expect(admin.marks).toEqual(count(admins.length))
        expect(admin.answerable.filter(({ marks }) => marks.includes('rightsWithoutRelationship')).map(({ partnerId }) => partnerId)).toEqual(named(admins.filter(({ channel }) => channel === null)))
        const liable = cellOf(ties, 'support', service).answerable.filter(({ marks }) => marks.includes('liableWithoutRights'))
        expect(liable.map(({ partnerId }) => partnerId)).toEqual(named(inFront.filter((one) => !admins.includes(one))))
        expect(cellOf(ties, 'billing', service).answerable.every(({ marks }) => marks.length === 0)).toBe(true)
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

  it('shows every service of the cloud with every duty, and a service that the cloud no longer lists where somebody administers it', () => {
    const map = responsibilityMap({ services: ['mail'], relationships: [], grants: [{ partnerId: 'a', service: 'old' }], partners: [{ id: 'a', kinds: ['directBill'] }] })
    expect(map.map(({ service }) => service)).toEqual(['mail', 'old'])
    for (const row of map) expect(row.duties.map(({ duty }) => duty)).toEqual(duties)
    expect(map[1]!.duties[1]).toEqual({ duty: 'admin', marks: [], answerable: [{ partnerId: 'a', channel: null, isBehind: false, marks: ['rightsWithoutRelationship'] }] })
  })

  it('counts a partner tied in two channels once, dealing directly', () => {
    const relationships = [{ partnerId: 'a', channel: 'indirectReseller' as const }, { partnerId: 'a', channel: 'direct' as const }]
    const { answerable, marks } = cellOf({ services: ['mail'], relationships, grants: [], partners: [{ id: 'a', kinds: ['directBill', 'indirectReseller'] }] }, 'billing')
    expect(answerable).toEqual([{ partnerId: 'a', channel: 'direct', isBehind: false, marks: [] }])
    expect(marks).toEqual([])
  })

  it('takes a partner for what it is now: a direct-bill partner that became a reseller has its provider behind it', () => {
    const relationships = [{ partnerId: 'a', channel: 'direct' as const }, { partnerId: 'p', channel: 'indirectProvider' as const }]
    const { answerable } = cellOf({ services: ['mail'], relationships, grants: [], partners: [{ id: 'a', kinds: ['indirectReseller'] }, { id: 'p', kinds: ['indirectProvider'] }] }, 'support')
    expect(answerable.map(({ partnerId, channel, isBehind }) => [partnerId, channel, isBehind])).toEqual([['a', 'indirectReseller', false], ['p', 'indirectProvider', true]])
  })
})
