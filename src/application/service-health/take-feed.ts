import { DomainError } from '../../domain/errors.ts'
import { noTenant } from '../../domain/ids.ts'
import { type CheckedIncident, checkFeed, differs, type FedIncident } from '../../domain/service-health/feed.ts'
import type { Incident } from '../../domain/service-health/health.ts'
import { momentPassedAtMost } from '../../domain/service-health/incident.ts'
import { insertIncident, insertNotes, lockFeedIncidents, notesOf, saveIncident, statementsIn, stateServices } from '../../store/service-health-store.ts'
import type { UseCase, Work } from '../use-case.ts'

export interface FeedInput {
  readonly cloud: string
  /** the moment at which the feed was made */
  readonly checkedAt: string
  readonly incidents: readonly FedIncident[]
}

export interface FeedReport {
  readonly created: number
  readonly changed: number
  readonly present: number
  /** open until now, and no longer in the feed */
  readonly ended: number
}

type Outcome = keyof FeedReport

/**
 * The whole state of one cloud as a feed has it: what it names is written down, what it no longer names is over, and everything was
 * looked at. The same feed again changes nothing; an older one is refused, it would bring back what is over.
 */
export const takeFeed: UseCase<FeedInput, FeedReport> = {
  action: 'serviceHealth.state',

  async run(work, { cloud, checkedAt, incidents }) {
    const { trx, now } = work
    const manifest = work.env.manifestOf(cloud)
    const at = momentPassedAtMost(checkedAt, 'checkedAt', now)
    const told = checkFeed(incidents, manifest, now)
    const services = manifest.services.map(({ id }) => id)
    // First of all, so that two feeds come one after the other.
    await stateServices(trx, cloud, services, { checkedAt: at, checkedBy: 'feed' })
    const statements = await statementsIn(trx, cloud)
    if (services.some((service) => statements.get(service)!.checkedAt > at)) throw new DomainError('invalidInput', 'The state is newer than this feed.', { reason: 'feedIsOlder', field: 'checkedAt' })
    const known = await lockFeedIncidents(trx, cloud, told.map(({ feedId }) => feedId))
    const outcomes: Outcome[] = []
    for (const incident of told) outcomes.push(await takeIncident(work, incident, known.find(({ feedId }) => feedId === incident.feedId)))
    const gone = known.filter(({ endedAt, feedId }) => endedAt === null && !told.some((incident) => incident.feedId === feedId))
    for (const incident of gone) await saveIncident(trx, { ...incident, endedAt: incident.startedAt > at ? incident.startedAt : at })
    const count = (wanted: Outcome) => outcomes.filter((outcome) => outcome === wanted).length
    const report = { created: count('created'), changed: count('changed'), present: count('present'), ended: gone.length }
    if (report.created + report.changed + report.ended > 0) {
      await work.record({ type: 'serviceHealth.feedTaken', resource: { type: 'serviceHealth', id: noTenant }, readers: [{ tenantId: work.person.tenantId }], data: { cloud, ...report } })
    }
    return report
  },
}

async function takeIncident({ trx, newId }: Work, { notes, ...told }: CheckedIncident, known: Incident | undefined): Promise<Outcome> {
  if (!known) {
    const id = newId()
    await insertIncident(trx, { ...told, id, version: 1 })
    await insertNotes(trx, id, notes)
    return 'created'
  }
  // What was said at a moment stays as it was said.
  const said = new Set(((await notesOf(trx, [known.id])).get(known.id) ?? []).map(({ at }) => at.getTime()))
  const added = notes.filter(({ at }) => !said.has(at.getTime()))
  await insertNotes(trx, known.id, added)
  const isChanged = differs(known, { ...told, notes })
  if (isChanged || added.length > 0) await saveIncident(trx, { ...known, ...told })
  return isChanged || added.length > 0 ? 'changed' : 'present'
}
