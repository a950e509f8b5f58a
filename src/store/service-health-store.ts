import type { Selectable } from 'kysely'
import { DomainError } from '../domain/errors.ts'
import type { Impact, Incident, Statement, StatedBy } from '../domain/service-health/health.ts'
import type { IncidentNote } from '../domain/service-health/incident.ts'
import type { Transaction } from './database.ts'
import type { ServiceIncidents } from './schema.generated.ts'

/** What goes on in a cloud, and what was over no longer ago than `since`; the latest first. Bounded. */
export async function incidentsIn(trx: Transaction, cloud: string, since: Date): Promise<Incident[]> {
  const rows = await trx
    .selectFrom('service_incidents')
    .selectAll()
    .where('cloud', '=', cloud)
    .where((where) => where.or([where('ended_at', 'is', null), where('ended_at', '>', since)]))
    .orderBy('started_at', 'desc')
    .orderBy('id', 'desc')
    .limit(500)
    .execute()
  return rows.map(incidentFromRow)
}

/** What was said of these incidents, by incident, the latest first. */
export async function notesOf(trx: Transaction, incidentIds: readonly string[]): Promise<ReadonlyMap<string, IncidentNote[]>> {
  const notes = new Map<string, IncidentNote[]>()
  if (incidentIds.length === 0) return notes
  const rows = await trx.selectFrom('service_incident_notes').selectAll().where('incident_id', 'in', [...incidentIds]).orderBy('at', 'desc').orderBy('number', 'desc').execute()
  for (const row of rows) notes.set(row.incident_id, [...(notes.get(row.incident_id) ?? []), { at: row.at, text: { en: row.text_en, es: row.text_es } }])
  return notes
}

/** The last word on each service of a cloud, by service. */
export async function statementsIn(trx: Transaction, cloud: string): Promise<ReadonlyMap<string, Statement>> {
  const rows = await trx.selectFrom('service_statements').selectAll().where('cloud', '=', cloud).execute()
  return new Map(rows.map((row) => [row.service_id, { checkedAt: row.checked_at, checkedBy: row.checked_by as StatedBy }]))
}

/** Writes that these services were looked at; a later word that is there already stays. Who states the same cloud meanwhile waits. */
export async function stateServices(trx: Transaction, cloud: string, services: readonly string[], { checkedAt, checkedBy }: Statement): Promise<void> {
  for (const service_id of [...services].sort()) {
    await trx
      .insertInto('service_statements')
      .values({ cloud, service_id, checked_at: checkedAt, checked_by: checkedBy })
      .onConflict((conflict) => conflict.columns(['cloud', 'service_id']).doUpdateSet({ checked_at: checkedAt, checked_by: checkedBy }).where('service_statements.checked_at', '<=', checkedAt))
      .execute()
  }
}

export async function findIncident(trx: Transaction, id: string): Promise<Incident | undefined> {
  const row = await trx.selectFrom('service_incidents').selectAll().where('id', '=', id).executeTakeFirst()
  return row && incidentFromRow(row)
}

/** Held for the act; undefined where there is none. */
export async function lockIncident(trx: Transaction, id: string): Promise<Incident | undefined> {
  const row = await trx.selectFrom('service_incidents').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row && incidentFromRow(row)
}

/** Those that the feed of a cloud states: all that are open, and of the others those with these numbers. */
export async function lockFeedIncidents(trx: Transaction, cloud: string, feedIds: readonly string[]): Promise<Incident[]> {
  const rows = await trx
    .selectFrom('service_incidents')
    .selectAll()
    .where('cloud', '=', cloud)
    .where('feed_id', 'is not', null)
    .where((where) => where.or([where('ended_at', 'is', null), ...(feedIds.length > 0 ? [where('feed_id', 'in', [...feedIds])] : [])]))
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.map(incidentFromRow)
}

export async function insertIncident(trx: Transaction, { cloud, id, feedId, ...incident }: Incident): Promise<void> {
  await trx.insertInto('service_incidents').values({ cloud, id, feed_id: feedId, version: incident.version, ...changing(incident) }).execute()
}

/** Writes what may change; somebody else's change in between is refused. */
export async function saveIncident(trx: Transaction, next: Incident): Promise<Incident> {
  const { numUpdatedRows } = await trx.updateTable('service_incidents').set({ ...changing(next), version: next.version + 1 }).where('id', '=', next.id).where('version', '=', next.version).executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new DomainError('changedMeanwhile', 'The incident changed meanwhile.')
  return { ...next, version: next.version + 1 }
}

/** Appends; the incident is held, so numbers follow each other. */
export async function insertNotes(trx: Transaction, incidentId: string, notes: readonly IncidentNote[]): Promise<void> {
  if (notes.length === 0) return
  const { last } = await trx.selectFrom('service_incident_notes').select(({ fn }) => fn.max('number').as('last')).where('incident_id', '=', incidentId).executeTakeFirstOrThrow()
  await trx
    .insertInto('service_incident_notes')
    .values(notes.map(({ at, text }, place) => ({ incident_id: incidentId, number: (last ?? 0) + 1 + place, at, text_en: text.en, text_es: text.es })))
    .execute()
}

function changing({ serviceId, impact, title, startedAt, endedAt }: Omit<Incident, 'cloud' | 'id' | 'feedId' | 'version'>) {
  return { service_id: serviceId, impact, title_en: title.en, title_es: title.es, started_at: startedAt, ended_at: endedAt }
}

function incidentFromRow(row: Selectable<ServiceIncidents>): Incident {
  return {
    ...{ cloud: row.cloud, id: row.id, serviceId: row.service_id, feedId: row.feed_id },
    ...{ impact: row.impact as Impact, title: { en: row.title_en, es: row.title_es } },
    ...{ startedAt: row.started_at, endedAt: row.ended_at, version: row.version },
  }
}
