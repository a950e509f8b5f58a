import { localName } from '../../domain/clouds/cloud-rules.ts'
import { listed } from '../../domain/formats.ts'
import { consentText } from '../../language/consent-text.ts'
import type { Language } from '../../language/languages.ts'
import { livingOwnershipsOf } from '../../store/usage-owner-store.ts'
import { serviceName } from '../service-name.ts'
import type { UseCase } from '../use-case.ts'
import { requirePartner } from './read-partner-relationship.ts'
import { requireHeld } from './remove-privileges.ts'

export interface PreviewPrivilegesRemoval {
  readonly partnerId: string
  /** null for all that the partner holds */
  readonly service: string | null
  readonly language: Language
}

export interface PrivilegesRemovalPreview {
  readonly services: readonly { readonly service: string; readonly serviceName: string }[]
  readonly stops: readonly string[]
  readonly stays: readonly string[]
  readonly warning: string
}

/**
 * What ends and what does not, before it is done: what the partner can no longer do, also service requests [S0.L1.3],
 * and that it stays responsible for support and for its contract [S0.26, S2.27-30]. Changes nothing.
 */
export const previewPrivilegesRemoval: UseCase<PreviewPrivilegesRemoval, PrivilegesRemovalPreview> = {
  action: 'partnerRelationship.list',

  async run(work, { partnerId, service, language }) {
    const { partner, ties } = await requirePartner(work, partnerId)
    const { manifest } = work
    const held = ties.grants.filter((grant) => grant.partnerId === partnerId).map((grant) => grant.service)
    const ending = service === null ? held : [service]
    requireHeld(held, ending)
    const names = (ids: readonly string[]) => listed(language, ids.map((id) => serviceName(manifest, id, language)))
    const rest = held.filter((one) => !ending.includes(one))
    const isRelated = ties.relationships.some((one) => one.partnerId === partnerId && one.endedAt === null)
    const ownsUsage = (await livingOwnershipsOf(work.trx, work.person.tenantId, partnerId)).length > 0
    const say = (text: Parameters<typeof consentText>[1], services = ending) =>
      consentText(language, text, {
        partner: partner.name,
        services: names(services),
        support: localName(manifest.supportName, language),
        contract: localName(manifest.partnerContractName, language),
      })
    return {
      services: ending.map((id) => ({ service: id, serviceName: serviceName(manifest, id, language) })),
      stops: [say('stopsAdministering'), say('stopsAtOnce'), ...(rest.length === 0 ? [say('stopsServiceRequests')] : [])],
      stays: [
        ...(rest.length > 0 ? [say('staysServices', rest)] : []),
        // They stand on their own, and only the customer ends them [S0.L1.12].
        ...(ownsUsage ? [say('staysUsageOwner')] : []),
        ...(isRelated ? [say('staysCommercial'), say('staysResponsible')] : rest.length === 0 ? [say('staysNoRelationship')] : []),
      ],
      warning: say('warnsServiceRequests'),
    }
  },
}
