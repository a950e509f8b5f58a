import type { CapabilityManifest } from '../clouds/manifest.ts'
import { type Channel, channelOf } from '../invitations/plan.ts'
import { servicesAsked } from '../relationship-requests/request-checks.ts'

/** What the customer's yes changes, service by service. Nothing that exists already is made again. */
export interface HandOverPlan {
  readonly channel: Channel
  /** the new partner has no relationship in that channel yet */
  readonly formsRelationship: boolean
  readonly ends: readonly string[]
  readonly begins: readonly string[]
  readonly isExclusive: boolean
}

export interface HandOverTies {
  /** services on which the present partner holds privileges now */
  readonly held: readonly string[]
  /** the same of the new partner, where it is the customer's partner already */
  readonly heldByTaker: readonly string[]
  readonly takerChannels: readonly string[]
}

/**
 * The present partner's privileges end whole, the new one's begin on what it asked: in one moment, so that where a cloud lets
 * one partner hold a service, the one lets go as the other takes it [S2.23].
 */
export function handOverPlan(manifest: CapabilityManifest, { kinds, services }: { readonly kinds: readonly string[]; readonly services: readonly string[] }, ties: HandOverTies): HandOverPlan {
  const channel = channelOf(kinds)
  return {
    channel,
    formsRelationship: !ties.takerChannels.includes(channel),
    ends: ties.held,
    begins: services.filter((service) => !ties.heldByTaker.includes(service)),
    isExclusive: manifest.oneDapPartnerPerService === true,
  }
}

/** On which services the new partner gets privileges, by its kind and by what the cloud forces (decision 12); a relationship request of its own would ask the same. */
export function servicesTaken(manifest: CapabilityManifest, kinds: readonly string[], askPrivileges: boolean | undefined): readonly string[] {
  return servicesAsked({ manifest, kind: 'establish', partner: { kinds }, askPrivileges, known: undefined, secondPartnerId: null })
}

/** Whether the cloud lets the new partner go without; the code of the refusal where it does not. */
export function privilegesRefusal(manifest: CapabilityManifest, askPrivileges: boolean | undefined): 'privilegesForcedByCloud' | 'privilegesAddedByCloud' | null {
  if (askPrivileges !== false || manifest.privileges === 'optionalOn') return null
  return manifest.privileges === 'forced' ? 'privilegesForcedByCloud' : 'privilegesAddedByCloud'
}

/** A number of everything the customer was shown; another one means that it changed meanwhile. FNV-1a, 31 bits. */
export function versionOfHandOver({ version }: { readonly version: number }, plan: HandOverPlan): number {
  let hash = 0x811c9dc5
  for (const character of JSON.stringify([version, plan])) hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193)
  return ((hash >>> 1) % 0x7fffffff) + 1
}
