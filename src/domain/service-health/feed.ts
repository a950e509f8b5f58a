import type { Title } from '../catalogue/catalogue.ts'
import type { CapabilityManifest } from '../clouds/manifest.ts'
import { DomainError } from '../errors.ts'
import type { Impact, Incident } from './health.ts'
import { type IncidentNote, incidentTitle, incidentWords, momentPassed, serviceIn } from './incident.ts'

/** One incident as a feed writes it. */
export interface FedIncident {
  readonly feedId: string
  readonly serviceId: string
  readonly impact: Impact
  readonly title: Title
  readonly startedAt: string
  readonly endedAt: string | null
  readonly notes: readonly { readonly at: string; readonly text: Title }[]
}

/** The same, read and held against the cloud. */
export interface CheckedIncident extends Omit<Incident, 'id' | 'version'> {
  readonly feedId: string
  readonly notes: readonly IncidentNote[]
}

/** Everything a feed says, or invalidInput naming the place; a feed is taken whole or not at all. */
export function checkFeed(incidents: readonly FedIncident[], manifest: CapabilityManifest, now: Date): readonly CheckedIncident[] {
  const numbers = new Set<string>()
  return incidents.map((incident, place) => {
    const at = (field: string) => `incidents.${place}.${field}`
    if (numbers.has(incident.feedId)) throw new DomainError('invalidInput', 'The feed names an incident twice.', { reason: 'feedRepeats', field: at('feedId') })
    numbers.add(incident.feedId)
    const startedAt = momentPassed(incident.startedAt, at('startedAt'), now)
    const endedAt = incident.endedAt === null ? null : momentPassed(incident.endedAt, at('endedAt'), now)
    if (endedAt !== null && endedAt < startedAt) throw new DomainError('invalidInput', 'It ends before it begins.', { reason: 'endsBeforeStart', field: at('endedAt') })
    return {
      ...{ cloud: manifest.id, feedId: incident.feedId, impact: incident.impact, startedAt, endedAt },
      serviceId: serviceIn(manifest, incident.serviceId),
      title: incidentTitle(incident.title),
      notes: incident.notes.map((note, index) => ({ at: momentPassed(note.at, at(`notes.${index}.at`), now), text: incidentWords(note.text, at(`notes.${index}.`)) })),
    }
  })
}

/** Whether the feed says something else of it than we have. */
export function differs(known: Incident, told: CheckedIncident): boolean {
  return (
    known.serviceId !== told.serviceId ||
    known.impact !== told.impact ||
    known.title.en !== told.title.en ||
    known.title.es !== told.title.es ||
    known.startedAt.getTime() !== told.startedAt.getTime() ||
    known.endedAt?.getTime() !== told.endedAt?.getTime()
  )
}
