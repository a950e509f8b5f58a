import type { CapabilityManifest } from '../../domain/clouds/manifest.ts'
import type { InTheWay } from '../../domain/invitations/verdict.ts'
import type { Language } from '../../language/languages.ts'
import { partnerFacts } from '../../store/partner-facts-store.ts'
import { serviceName } from '../service-name.ts'
import type { Work } from '../use-case.ts'

/** A partner of the customer's that stands in the way of a yes; service null where the relationship itself does. */
export interface NamedHolder {
  readonly partnerId: string
  readonly partnerName: string
  readonly service: string | null
  readonly serviceName: string | null
}

/** By name, so that the customer can switch; the partners are its own, nobody else is told [S2.21-23]. */
export async function nameHolders({ trx }: Pick<Work, 'trx'>, inTheWay: readonly InTheWay[], { manifest, language }: Wording): Promise<NamedHolder[]> {
  const partners = await partnerFacts(trx, [...new Set(inTheWay.map(({ partnerId }) => partnerId))])
  return inTheWay.map(({ partnerId, service }) => ({
    partnerId,
    partnerName: partners.find(({ id }) => id === partnerId)?.name ?? '',
    service,
    serviceName: service && serviceName(manifest, service, language),
  }))
}

interface Wording {
  readonly manifest: CapabilityManifest
  readonly language: Language
}
