import type { Language } from '../../language/languages.ts'
import { partnerFacts } from '../../store/partner-facts-store.ts'
import { soldServicesOf } from '../../store/sold-services-store.ts'
import { serviceName } from '../service-name.ts'
import type { UseCase } from '../use-case.ts'
import { healthIn } from './describe-health.ts'

export type OwnServices = readonly OwnService[]

interface OwnService {
  readonly service: string
  readonly serviceName: string
  readonly adminPortalName: string | null
  /** with whom the customer deals; a provider only where it sells without a reseller in front */
  readonly sellers: readonly { readonly partnerId: string; readonly partnerName: string; readonly providerName: string | null; readonly subscriptions: number; readonly seats: number }[]
  readonly standing: Pick<Awaited<ReturnType<typeof healthIn>>[number], 'health' | 'checkedAt' | 'checkedBy' | 'incidents'> | null
}

/** The services that one's organization has: who sold how much of each, and how it stands. */
export const listOwnServices: UseCase<{ readonly reader: Language }, OwnServices> = {
  action: 'partnerRelationship.list',

  async run(work, { reader }) {
    const { trx, now, person, manifest } = work
    const sold = await soldServicesOf(trx, person.tenantId, now)
    const health = await healthIn(work, manifest, reader)
    const partners = await partnerFacts(trx, [...new Set(sold.flatMap(({ partnerId, resellerId }) => [partnerId, ...(resellerId === null ? [] : [resellerId])]))])
    const name = (id: string) => partners.find((partner) => partner.id === id)?.name ?? ''
    const unlisted = sold.map(({ service }) => service).filter((id) => !health.some(({ service }) => service === id))
    return [...health.map(({ service }) => service), ...new Set(unlisted)].map((service) => {
      const standing = health.find((one) => one.service === service)
      return {
        service,
        serviceName: serviceName(manifest, service, reader),
        adminPortalName: standing?.adminPortalName ?? null,
        sellers: sold
          .filter((one) => one.service === service)
          .map(({ partnerId, resellerId, subscriptions, seats }) => ({
            ...{ partnerId: resellerId ?? partnerId, partnerName: name(resellerId ?? partnerId), subscriptions, seats },
            providerName: resellerId === null ? null : name(partnerId),
          })),
        standing: standing ? { health: standing.health, checkedAt: standing.checkedAt, checkedBy: standing.checkedBy, incidents: standing.incidents.filter(({ isOpen }) => isOpen) } : null,
      }
    })
  },
}
