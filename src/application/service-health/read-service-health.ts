import type { Language } from '../../language/languages.ts'
import { listClouds } from '../../store/installation-store.ts'
import { customersByService } from '../../store/sold-services-store.ts'
import type { UseCase } from '../use-case.ts'
import { healthIn, type ServiceHealth } from './describe-health.ts'

export interface OwnServiceHealth extends ServiceHealth {
  /** how many of the partner's customers have it through the partner; null for a customer */
  readonly customers: number | null
}

/** The services of one's own cloud as they stand. */
export const readServiceHealth: UseCase<{ readonly reader: Language }, readonly OwnServiceHealth[]> = {
  action: 'serviceHealth.read',

  async run(work, { reader }) {
    const { trx, now, person, manifest } = work
    const services = await healthIn(work, manifest, reader)
    if (person.partnerKinds.length === 0) return services.map((service) => ({ ...service, customers: null }))
    const customers = await customersByService(trx, person.tenantId, now)
    return services.map((service) => ({ ...service, customers: customers.get(service.service) ?? 0 }))
  },
}

export interface HealthOfCloud {
  readonly cloud: string
  readonly services: readonly ServiceHealth[]
}

/** Every cloud, for whoever states how it stands. */
export const readHealthOfClouds: UseCase<{ readonly reader: Language }, readonly HealthOfCloud[]> = {
  action: 'operator.read',

  async run(work, { reader }) {
    const found: HealthOfCloud[] = []
    for (const { id } of await listClouds(work.trx)) found.push({ cloud: id, services: await healthIn(work, work.env.manifestOf(id), reader) })
    return found
  },
}
