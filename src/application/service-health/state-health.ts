import type { Title } from '../../domain/catalogue/catalogue.ts'
import { DomainError } from '../../domain/errors.ts'
import { noTenant } from '../../domain/ids.ts'
import type { Impact, Incident } from '../../domain/service-health/health.ts'
import { incidentTitle, incidentWords, momentPassedAtMost, noted, type NoteAsk, serviceIn } from '../../domain/service-health/incident.ts'
import type { Language } from '../../language/languages.ts'
import { findIncident, insertIncident, insertNotes, lockIncident, notesOf, saveIncident, stateServices } from '../../store/service-health-store.ts'
import type { UseCase, Work } from '../use-case.ts'
import { type ShownIncident, shownIncident } from './describe-health.ts'

export interface IncidentInput {
  readonly cloud: string
  readonly serviceId: string
  readonly impact: Impact
  readonly title: Title
  readonly note: Title
  /** an instant that has passed; null: now */
  readonly startedAt: string | null
  readonly reader: Language
}

/** Something goes wrong: said by the operator, with the first words on it. */
export const stateIncident: UseCase<IncidentInput, ShownIncident> = {
  action: 'serviceHealth.state',

  async run(work, { cloud, serviceId, impact, title, note, startedAt, reader }) {
    const { trx, now } = work
    const incident: Incident = {
      ...{ cloud, id: work.newId(), feedId: null, impact, endedAt: null, version: 1 },
      serviceId: serviceIn(work.env.manifestOf(cloud), serviceId),
      title: incidentTitle(title),
      startedAt: startedAt === null ? now : momentPassedAtMost(startedAt, 'startedAt', now),
    }
    const first = { at: now, text: incidentWords(note) }
    await insertIncident(trx, incident)
    await insertNotes(trx, incident.id, [first])
    await recordIncident(work, 'serviceIncident.opened', incident)
    return shownIncident(incident, [first], { reader, now })
  },
}

/** One incident with everything that was said of it. */
export const readIncident: UseCase<{ readonly id: string; readonly reader: Language }, ShownIncident> = {
  action: 'operator.read',

  async run({ trx, now }, { id, reader }) {
    const incident = await findIncident(trx, id)
    if (!incident) throw new DomainError('notFound', 'No such incident.')
    return shownIncident(incident, (await notesOf(trx, [id])).get(id) ?? [], { reader, now })
  },
}

export interface NoteInput extends NoteAsk {
  readonly id: string
  readonly version: number
  readonly text: Title
  readonly reader: Language
}

/** How it goes on, or that it is over. */
export const noteIncident: UseCase<NoteInput, ShownIncident> = {
  action: 'serviceHealth.state',

  async run(work, { id, version, text, reader, ...ask }) {
    const { trx, now } = work
    const incident = await lockIncident(trx, id)
    if (!incident) throw new DomainError('notFound', 'No such incident.')
    if (incident.version !== version) throw new DomainError('changedMeanwhile', 'The incident changed meanwhile.')
    const next = noted(incident, ask, now)
    await insertNotes(trx, id, [{ at: now, text: incidentWords(text) }])
    const saved = await saveIncident(trx, next)
    await recordIncident(work, ask.hasEnded ? 'serviceIncident.ended' : 'serviceIncident.noted', saved)
    return shownIncident(saved, (await notesOf(trx, [id])).get(id) ?? [], { reader, now })
  },
}

/** Somebody looked at every service of a cloud: what has no open incident works, until that word is too old. */
export const stateAllChecked: UseCase<{ readonly cloud: string }, { readonly checkedAt: Date }> = {
  action: 'serviceHealth.state',

  async run(work, { cloud }) {
    const services = work.env.manifestOf(cloud).services.map(({ id }) => id)
    await stateServices(work.trx, cloud, services, { checkedAt: work.now, checkedBy: 'operator' })
    await work.record({ type: 'serviceHealth.stated', resource: { type: 'serviceHealth', id: noTenant }, readers: [{ tenantId: work.person.tenantId }], data: { cloud } })
    return { checkedAt: work.now }
  },
}

async function recordIncident(work: Work, type: 'serviceIncident.opened' | 'serviceIncident.noted' | 'serviceIncident.ended', { id, cloud, serviceId, impact }: Incident): Promise<void> {
  await work.record({ type, resource: { type: 'serviceIncident', id }, readers: [{ tenantId: work.person.tenantId }], data: { cloud, service: serviceId, impact } })
}
