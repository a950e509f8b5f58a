import type { Title } from '../catalogue/catalogue.ts'
import type { CapabilityManifest } from '../clouds/manifest.ts'
import { DomainError } from '../errors.ts'
import { freeText } from '../invitations/free-text.ts'
import { displayName } from '../names/name.ts'
import type { Impact, Incident } from './health.ts'

export interface IncidentNote {
  readonly at: Date
  readonly text: Title
}

export interface NoteAsk {
  /** null: as it was */
  readonly impact: Impact | null
  readonly hasEnded: boolean
}

/** A clock elsewhere may be a little ahead of ours. */
const skewMinutes = 5

/** What the operator adds: other words, another impact, or the end. What a feed states only the feed changes, else the two would undo each other. */
export function noted(incident: Incident, { impact, hasEnded }: NoteAsk, now: Date): Incident {
  if (incident.feedId !== null) throw new DomainError('invalidTransition', 'A feed states this incident.', { action: 'note', current: 'open', allowedFrom: [], reason: 'incidentOfFeed' })
  if (incident.endedAt !== null) throw new DomainError('invalidTransition', 'The incident is over.', { action: 'note', current: 'ended', allowedFrom: ['open'], reason: 'incidentEnded' })
  return { ...incident, impact: impact ?? incident.impact, endedAt: hasEnded ? now : null }
}

/** A service of the cloud, by its id; throws invalidInput. */
export function serviceIn(manifest: Pick<CapabilityManifest, 'services'>, serviceId: string): string {
  if (!manifest.services.some(({ id }) => id === serviceId)) throw new DomainError('invalidInput', 'The cloud has no such service.', { reason: 'serviceUnknown', field: 'serviceId' })
  return serviceId
}

/** What an incident is called in both languages, under the rules of names; throws invalidName. */
export function incidentTitle({ en, es }: Title): Title {
  return { en: displayName(en), es: displayName(es) }
}

/** What is said of it in both languages, as text; throws invalidInput naming the field. `place` stands before the fields. */
export function incidentWords({ en, es }: Title, place = ''): Title {
  return { en: said(en, `${place}wordsEn`), es: said(es, `${place}wordsEs`) }
}

/** When something happened: it may have, not will; clocks that are a little ahead are let pass. */
export function momentPassed(text: string, field: string, now: Date): Date {
  const at = new Date(text)
  if (Number.isNaN(at.getTime()) || at.getTime() < 0 || at.getTime() > now.getTime() + skewMinutes * 60_000) {
    throw new DomainError('invalidInput', 'It has not happened yet.', { reason: 'momentAhead', field })
  }
  return at
}

/** The same for a moment from which we count ourselves. */
export function momentPassedAtMost(text: string, field: string, now: Date): Date {
  const at = momentPassed(text, field, now)
  return at > now ? now : at
}

function said(text: string, field: string): string {
  const words = freeText(text, field)
  if (words === null) throw new DomainError('invalidInput', 'Words are missing.', { reason: 'wordsMissing', field })
  return words
}
