import type { RelationshipRequestKind } from '../relationship-requests/relationship-request.ts'
import type { InvitationFacts, Viewer } from './invitation-facts.ts'

export type Channel = 'direct' | 'indirectReseller' | 'indirectProvider'

/** What a yes would change: nothing that exists already is made again. */
export interface AcceptancePlan {
  readonly kind: RelationshipRequestKind
  readonly relationships: readonly { readonly partnerId: string; readonly channel: Channel }[]
  readonly grants: readonly { readonly partnerId: string; readonly service: string; readonly isExclusive: boolean }[]
}

/**
 * A partner link has no kind of its own: opened by a customer already related it restores what privileges are missing [S2.3, S2.5].
 * A joint request gives privileges to the reseller only; the provider gets the relationship [S1.31, S1.41-42].
 */
export function planOf(facts: InvitationFacts, viewer: Pick<Viewer, 'relatedPartners' | 'channels' | 'privileges'>): AcceptancePlan {
  const { partners, services, manifest, link } = facts
  const [first] = partners
  const isRelated = (id: string) => viewer.relatedPartners.includes(id)
  const kind = link.kind === 'partnerLink' && isRelated(first.id) ? 'restorePrivileges' : facts.kind
  const isHeld = (service: string) => viewer.privileges.some((held) => held.partnerId === first.id && held.service === service)
  return {
    kind,
    relationships:
      kind === 'restorePrivileges'
        ? []
        : partners.length === 1
          ? isRelated(first.id)
            ? []
            : [{ partnerId: first.id, channel: channelOf(first.kinds) }]
          : partners.flatMap(({ id }, index) => (isRelatedIn(viewer, id, jointChannels[index]!) ? [] : [{ partnerId: id, channel: jointChannels[index]! }])),
    grants: services
      .filter((service) => !isHeld(service))
      .map((service) => ({ partnerId: first.id, service, isExclusive: manifest.oneDapPartnerPerService === true })),
  }
}

/** A customer served directly that answers a joint invitation gets the indirect channel besides: one row, a badge for each (decision 17). */
function isRelatedIn({ relatedPartners, channels }: Pick<Viewer, 'relatedPartners' | 'channels'>, partnerId: string, channel: Channel): boolean {
  return channels ? channels.some((held) => held.partnerId === partnerId && held.channel === channel) : relatedPartners.includes(partnerId)
}

const jointChannels: readonly Channel[] = ['indirectReseller', 'indirectProvider']

/** How a partner that asks alone deals with the customer; one of several kinds deals directly where it may. */
export function channelOf(partnerKinds: readonly string[]): Channel {
  if (partnerKinds.includes('directBill')) return 'direct'
  return partnerKinds.includes('indirectReseller') ? 'indirectReseller' : 'indirectProvider'
}

/**
 * A number that changes whenever what is asked changes, and with nothing else: a reminder or a second look leaves it as it is.
 * The answer carries it back, so that nobody agrees to other things than those shown. FNV-1a, 31 bits.
 */
export function versionOfAsk(plan: AcceptancePlan): number {
  const text = JSON.stringify([plan.kind, plan.relationships.map((one) => [one.partnerId, one.channel]), plan.grants.map((one) => [one.partnerId, one.service, one.isExclusive])])
  let hash = 0x811c9dc5
  for (const character of text) hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193)
  return ((hash >>> 1) % 0x7fffffff) + 1
}
