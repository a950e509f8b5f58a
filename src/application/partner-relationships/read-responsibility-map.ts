import { responsibilityMap } from '../../domain/responsibility/responsibility-map.ts'
import type { Language } from '../../language/languages.ts'
import { partnerFacts } from '../../store/partner-facts-store.ts'
import { soldServicesOf } from '../../store/sold-services-store.ts'
import { serviceName } from '../service-name.ts'
import type { UseCase } from '../use-case.ts'
import { tiesFor } from './describe-partners.ts'

/** Every service of the customer's cloud with who bills, administers and supports it and how much of it, and what is wrong there [S2.21-22]. */
export const readResponsibilityMap: UseCase<{ readonly language: Language }, readonly NamedResponsibilities[]> = {
  action: 'partnerRelationship.list',

  async run(work, { language }) {
    const { manifest, trx, person, now } = work
    const { relationships, grants } = await tiesFor(work)
    const active = relationships.filter(({ endedAt }) => endedAt === null)
    const sold = await soldServicesOf(trx, person.tenantId, now)
    const sellers = sold.flatMap(({ partnerId, resellerId }) => (resellerId === null ? [partnerId] : [partnerId, resellerId]))
    const partners = await partnerFacts(trx, [...new Set([...[...active, ...grants].map(({ partnerId }) => partnerId), ...sellers])])
    const names = new Map(partners.map(({ id, name }) => [id, name]))
    const map = responsibilityMap({ services: manifest.services.map(({ id }) => id), relationships: active, grants, sold, partners })
    return map.map(({ service, duties }) => ({
      service,
      serviceName: serviceName(manifest, service, language),
      duties: duties.map(({ answerable, ...duty }) => ({ ...duty, answerable: answerable.map((one) => ({ ...one, partnerName: names.get(one.partnerId) ?? '' })) })),
    }))
  },
}

type Duties = ReturnType<typeof responsibilityMap>[number]['duties']

interface NamedResponsibilities {
  readonly service: string
  readonly serviceName: string
  readonly duties: readonly (Omit<Duties[number], 'answerable'> & { readonly answerable: readonly (Duties[number]['answerable'][number] & { readonly partnerName: string })[] })[]
}
