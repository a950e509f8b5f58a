import { type Channel, channelOf } from '../invitations/plan.ts'

/** What somebody answers for on a service of a customer. */
export const duties = ['billing', 'admin', 'support'] as const
export type Duty = (typeof duties)[number]

/**
 * gap: nobody answers for it. notSold: nothing of the service is sold, so nobody bills it. overlap: more than one partner answers to the customer for it.
 * liableWithoutRights: answers for support and may administer nothing there [S0.26, S2.28, S2.30].
 * rightsWithoutRelationship: may administer there and is no reseller any more [S1.48].
 */
export const marks = ['gap', 'notSold', 'overlap', 'liableWithoutRights', 'rightsWithoutRelationship'] as const
export type Mark = (typeof marks)[number]

/** Everything that ties the customer's partners to it now: ended ties are left out by whoever reads them. */
export interface Ties {
  /** the services of the cloud, in its order */
  readonly services: readonly string[]
  readonly relationships: readonly { readonly partnerId: string; readonly channel: Channel }[]
  readonly grants: readonly { readonly partnerId: string; readonly service: string }[]
  /** what is in force, by who sold it; a subscription of no service is nothing of it */
  readonly sold: readonly { readonly service: string; readonly partnerId: string; readonly resellerId: string | null; readonly subscriptions: number }[]
  readonly partners: readonly { readonly id: string; readonly kinds: readonly string[] }[]
}

export interface Answerable {
  readonly partnerId: string
  readonly channel: Channel | null
  /** stands behind the reseller that deals with the customer: bills it, takes its orders, helps it */
  readonly isBehind: boolean
  /** how many subscriptions of the service it answers for; null where the duty does not follow from sales */
  readonly subscriptions: number | null
  readonly marks: readonly Mark[]
}

export interface DutyOfService {
  readonly duty: Duty
  /** of the whole cell: gap, notSold or overlap */
  readonly marks: readonly Mark[]
  readonly answerable: readonly Answerable[]
}

export interface ServiceResponsibilities {
  readonly service: string
  readonly duties: readonly DutyOfService[]
}

/**
 * Who answers for what on each service. Whoever sold it bills and supports it: the reseller on record in front, its provider behind
 * (decision 14). Where nothing is sold nobody bills, and every reseller may sell, and then support, the service: a provider stands behind
 * the indirect resellers there are, and answers itself where there is none [S1.L1.9]. Admin privileges are given service by service.
 */
export function responsibilityMap(ties: Ties): readonly ServiceResponsibilities[] {
  const resellers = resellersIn(ties)
  const unlisted = [...ties.grants, ...ties.sold].map(({ service }) => service).filter((service) => !ties.services.includes(service))
  return [...ties.services, ...[...new Set(unlisted)].sort()].map((service) => {
    const admins = [...new Set(ties.grants.filter((grant) => grant.service === service).map(({ partnerId }) => partnerId))].sort()
    const sold = sellersOf(ties.sold.filter((one) => one.service === service), resellers)
    return {
      service,
      duties: [
        sold.length > 0 ? cell('billing', sold) : { duty: 'billing', marks: ['notSold'], answerable: [] },
        cell('admin', admins.map((partnerId) => adminOf(partnerId, resellers))),
        cell('support', (sold.length > 0 ? sold : resellers).map((seller) => (seller.isBehind || admins.includes(seller.partnerId) ? seller : { ...seller, marks: ['liableWithoutRights' as const] }))),
      ],
    }
  })
}

/** Who sold it and who is on record for it, each once, with how many; in front where a partner is both. */
function sellersOf(sold: Ties['sold'], resellers: readonly Answerable[]): readonly Answerable[] {
  const found = new Map<string, { isBehind: boolean; subscriptions: number }>()
  const add = (partnerId: string, isBehind: boolean, subscriptions: number) => {
    const known = found.get(partnerId)
    found.set(partnerId, { isBehind: isBehind && (known?.isBehind ?? true), subscriptions: subscriptions + (known?.subscriptions ?? 0) })
  }
  for (const { partnerId, resellerId, subscriptions } of sold) {
    add(resellerId ?? partnerId, false, subscriptions)
    if (resellerId !== null) add(partnerId, true, subscriptions)
  }
  const channel = (id: string) => resellers.find(({ partnerId }) => partnerId === id)?.channel ?? null
  return inOrder([...found].map(([partnerId, one]) => ({ partnerId, channel: channel(partnerId), ...one, marks: [] })))
}

/** Each partner once; who is tied in two channels deals directly where it may. In the order of ids, so that equal ties give equal maps. */
function resellersIn({ relationships, partners }: Ties): readonly Answerable[] {
  const channels = new Map<string, Channel>()
  for (const { partnerId, channel } of relationships) {
    const kinds = partners.find(({ id }) => id === partnerId)?.kinds ?? []
    const present = channelNow(channel, kinds)
    const known = channels.get(partnerId)
    channels.set(partnerId, known === undefined || rank(present) < rank(known) ? present : known)
  }
  const hasReseller = [...channels.values()].includes('indirectReseller')
  return inOrder([...channels].map(([partnerId, channel]) => ({ partnerId, channel, isBehind: channel === 'indirectProvider' && hasReseller, subscriptions: null, marks: [] })))
}

function inOrder(answerable: readonly Answerable[]): readonly Answerable[] {
  return [...answerable].sort((one, other) => Number(one.isBehind) - Number(other.isBehind) || (one.partnerId < other.partnerId ? -1 : 1))
}

const kindOf: Readonly<Record<Channel, string>> = { direct: 'directBill', indirectReseller: 'indirectReseller', indirectProvider: 'indirectProvider' }

/** A partner that changed its kind deals as it now may: a direct-bill partner that became a reseller sells through a provider (D.2). */
function channelNow(channel: Channel, kinds: readonly string[]): Channel {
  return kinds.length === 0 || kinds.includes(kindOf[channel]) ? channel : channelOf(kinds)
}

function rank(channel: Channel): number {
  return ['direct', 'indirectReseller', 'indirectProvider'].indexOf(channel)
}

function adminOf(partnerId: string, resellers: readonly Answerable[]): Answerable {
  const reseller = resellers.find((one) => one.partnerId === partnerId)
  return { partnerId, channel: reseller?.channel ?? null, isBehind: false, subscriptions: null, marks: reseller ? [] : ['rightsWithoutRelationship'] }
}

function cell(duty: Duty, answerable: readonly Answerable[]): DutyOfService {
  const inFront = answerable.filter(({ isBehind }) => !isBehind)
  return { duty, marks: inFront.length === 0 ? ['gap'] : inFront.length > 1 ? ['overlap'] : [], answerable }
}
