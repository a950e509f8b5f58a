import { localName } from '../../domain/clouds/cloud-rules.ts'
import type { CapabilityManifest } from '../../domain/clouds/manifest.ts'
import { healthOf, type Incident, isOpen, shownSince } from '../../domain/service-health/health.ts'
import type { IncidentNote } from '../../domain/service-health/incident.ts'
import type { Language } from '../../language/languages.ts'
import { incidentsIn, notesOf, statementsIn } from '../../store/service-health-store.ts'
import { serviceName } from '../service-name.ts'
import type { Work } from '../use-case.ts'

export type ServiceHealth = Awaited<ReturnType<typeof healthIn>>[number]
export type ShownIncident = ReturnType<typeof shownIncident>

/** Each service of a cloud: how it stands, who said so and when, what goes on and what was over lately, the latest first. */
export async function healthIn({ trx, now }: Pick<Work, 'trx' | 'now'>, manifest: CapabilityManifest, reader: Language) {
  const [incidents, statements] = [await incidentsIn(trx, manifest.id, shownSince(now)), await statementsIn(trx, manifest.id)]
  // What has not begun by this clock is not known yet.
  const begun = incidents.filter(({ startedAt }) => startedAt <= now)
  const notes = await notesOf(trx, begun.map(({ id }) => id))
  const unlisted = begun.map(({ serviceId }) => serviceId).filter((id) => !manifest.services.some((service) => service.id === id))
  return [...manifest.services.map(({ id }) => id), ...new Set(unlisted)].map((service) => {
    const own = begun.filter(({ serviceId }) => serviceId === service)
    const statement = statements.get(service)
    const portal = manifest.services.find(({ id }) => id === service)?.adminPortalName
    return {
      service,
      serviceName: serviceName(manifest, service, reader),
      adminPortalName: portal ? localName(portal, reader) : null,
      health: healthOf(own, statement, now),
      checkedAt: statement?.checkedAt.toISOString() ?? null,
      checkedBy: statement?.checkedBy ?? null,
      incidents: own.map((incident) => shownIncident(incident, notes.get(incident.id) ?? [], { reader, now })),
    }
  })
}

export function shownIncident(incident: Incident, notes: readonly IncidentNote[], { reader, now }: { readonly reader: Language; readonly now: Date }) {
  return {
    incidentId: incident.id,
    title: incident.title[reader],
    impact: incident.impact,
    isOpen: isOpen(incident, now),
    isFromFeed: incident.feedId !== null,
    startedAt: incident.startedAt.toISOString(),
    endedAt: incident.endedAt?.toISOString() ?? null,
    notes: notes.map(({ at, text }) => ({ at: at.toISOString(), text: text[reader] })),
    version: incident.version,
  }
}
