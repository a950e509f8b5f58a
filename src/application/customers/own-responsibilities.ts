import type { Language } from '../../language/languages.ts'
import { duties, type Duty, type Mark, responsibilityMap } from '../../domain/responsibility/responsibility-map.ts'
import type { UsedPrivilegeGrant } from '../../store/privilege-store.ts'
import type { ResellerRelationship } from '../../store/reseller-relationship-store.ts'
import type { SoldService } from '../../store/sold-services-store.ts'
import { serviceName } from '../service-name.ts'
import type { Work } from '../use-case.ts'

export interface OwnPart {
  readonly service: string
  readonly serviceName: string
  readonly duties: readonly { readonly duty: Duty; readonly isOwn: boolean; readonly subscriptions: number | null; readonly marks: readonly Mark[] }[]
}

interface OwnTies {
  readonly relationships: readonly ResellerRelationship[]
  readonly grants: readonly UsedPrivilegeGrant[]
  /** as far as this partner sees it; what others sold is left out here */
  readonly sold: readonly SoldService[]
}

/** The partner's own part of the customer's map, made from its own ties alone: what others do there is not its business (decision 11). */
export function ownResponsibilities({ person, manifest }: Pick<Work, 'person' | 'manifest'>, { relationships, grants, sold }: OwnTies, reader: Language): OwnPart[] {
  const map = responsibilityMap({
    services: manifest.services.map(({ id }) => id),
    relationships: relationships.filter(({ endedAt }) => endedAt === null),
    grants,
    sold: sold.filter(({ partnerId, resellerId }) => partnerId === person.tenantId || resellerId === person.tenantId),
    partners: [{ id: person.tenantId, kinds: person.partnerKinds }],
  })
  return map.map((row) => ({
    service: row.service,
    serviceName: serviceName(manifest, row.service, reader),
    duties: duties.map((duty) => {
      const cell = row.duties.find((one) => one.duty === duty)
      const own = cell?.answerable.find(({ partnerId }) => partnerId === person.tenantId)
      return { duty, isOwn: own !== undefined, subscriptions: own?.subscriptions ?? null, marks: own?.marks ?? cell?.marks.filter((mark) => mark === 'notSold') ?? [] }
    }),
  }))
}
