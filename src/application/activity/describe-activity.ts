import type { CapabilityManifest } from '../../domain/clouds/manifest.ts'
import type { KnownName, RecordedEvent } from '../../domain/activity/recorded-event.ts'
import { actorText, activityText } from '../../language/activity-text.ts'
import { reasonText } from '../../language/error-text.ts'
import type { Language } from '../../language/languages.ts'
import { namesOfCounterparts, namesOfPeople } from '../../store/activity-store.ts'
import type { Transaction } from '../../store/database.ts'
import { serviceName } from '../service-name.ts'

export interface ActivityEntry {
  readonly id: string
  readonly at: string
  readonly type: string
  readonly outcome: 'done' | 'refused'
  readonly reasonCode: string | null
  readonly reasonText: string | null
  readonly text: string
  readonly actor: { readonly kind: string; readonly displayName: string | null; readonly tenantName: string | null; readonly isMine: boolean }
  readonly resource: { readonly type: string; readonly id: string }
  readonly counterpart: { readonly id: string; readonly name: string | null } | null
  readonly through: string | null
  readonly data: Readonly<Record<string, unknown>>
}

/** For whom facts are worded: somebody of this organization, in its cloud. The transaction acts for that organization. */
export interface ActivityReader {
  readonly trx: Transaction
  readonly person: { readonly tenantId: string }
  readonly manifest: CapabilityManifest
}

/** Facts as their reader reads them: sentences, names instead of ids, erased people without one. */
export async function describeActivity(work: ActivityReader, events: readonly RecordedEvent[], language: Language): Promise<ActivityEntry[]> {
  const { trx, person, manifest } = work
  const [people, counterparts] = await Promise.all([
    namesOfPeople(trx, events.flatMap(({ actor, resource }) => [actor.personId, resource.type === 'person' ? resource.id : null])),
    namesOfCounterparts(trx, person.tenantId, events.map(({ counterpartId }) => counterpartId)),
  ])
  return events.map((event) => {
    const { actor, counterpartId, data, reasonCode, resource } = event
    const known = actor.personId === null ? undefined : people.get(actor.personId)
    const isMine = actor.tenantId === person.tenantId
    const labelOf = (name: KnownName | undefined) => nameText(name, person.tenantId, language)
    return {
      id: event.id,
      at: event.at.toISOString(),
      type: event.type,
      outcome: event.outcome,
      reasonCode,
      reasonText: reasonCode && (reasonText(language, reasonCode) ?? null),
      text: activityText(language, {
        type: event.type,
        actor: actor.kind === 'person' ? labelOf(known) : actorText(language, actor.kind),
        subject: resource.type === 'person' ? labelOf(people.get(resource.id)) : '',
        services: servicesOf(data).map((id) => serviceName(manifest, id, language)),
        data,
      }),
      actor: { kind: actor.kind, displayName: known?.displayName ?? null, tenantName: known?.tenantName ?? null, isMine },
      resource,
      counterpart: counterpartId === null ? null : { id: counterpartId, name: counterparts.get(counterpartId) ?? null },
      through: event.through,
      data,
    }
  })
}

/** Of people of other organizations the organization is told, too. */
function nameText(name: KnownName | undefined, ownTenantId: string, language: Language): string {
  if (!name?.displayName) return actorText(language, 'erased')
  return name.tenantId === ownTenantId ? name.displayName : `${name.displayName} (${name.tenantName})`
}

function servicesOf(data: Readonly<Record<string, unknown>>): string[] {
  const { services } = data
  return Array.isArray(services) ? services.filter((one): one is string => typeof one === 'string') : []
}
