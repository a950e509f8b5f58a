import type { Language } from '../../language/languages.ts'
import type { UsedPrivilegeGrant } from '../../store/privilege-store.ts'
import { soldServicesOf } from '../../store/sold-services-store.ts'
import { healthIn } from '../service-health/describe-health.ts'
import { serviceName } from '../service-name.ts'
import type { Work } from '../use-case.ts'
import { verdictOn } from './customer-rights.ts'

interface Known {
  readonly customerId: string
  /** what this partner holds there now */
  readonly grants: readonly UsedPrivilegeGrant[]
}

/** Each service of the cloud at this customer: privileges, what this partner and others sold of it, and how it stands. */
export async function servicesOfCustomer(work: Work, { customerId, grants }: Known, reader: Language) {
  const { trx, now, person, manifest } = work
  const sold = await soldServicesOf(trx, customerId, now)
  // Some clouds take the view of service health from a role (C.3).
  const seesHealth = verdictOn(work, person.tenantId, 'serviceHealth.read').allowed
  const health = seesHealth ? await healthIn(work, manifest, reader) : []
  const unlisted = [...sold, ...grants].map(({ service }) => service).filter((id) => !manifest.services.some((service) => service.id === id))
  return [...manifest.services.map(({ id }) => id), ...new Set(unlisted)].map((service) => {
    const grant = grants.find((one) => one.service === service)
    const here = sold.filter((one) => one.service === service)
    const own = here.filter(({ partnerId, resellerId }) => partnerId === person.tenantId || resellerId === person.tenantId)
    const standing = health.find((one) => one.service === service)
    return {
      service,
      name: serviceName(manifest, service, reader),
      grantedAt: grant?.grantedAt.toISOString() ?? null,
      lastUsedAt: grant?.lastUsedAt?.toISOString() ?? null,
      subscriptions: { own: sum(own, 'subscriptions'), ownSeats: sum(own, 'seats'), others: grants.length > 0 ? sum(here, 'subscriptions') - sum(own, 'subscriptions') : null },
      standing: standing ? { health: standing.health, checkedAt: standing.checkedAt, checkedBy: standing.checkedBy, incidents: standing.incidents.filter(({ isOpen }) => isOpen) } : null,
    }
  })
}

function sum(sold: readonly { readonly subscriptions: number; readonly seats: number }[], what: 'subscriptions' | 'seats'): number {
  return sold.reduce((total, one) => total + one[what], 0)
}
