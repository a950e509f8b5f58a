import { type NotificationKind, type NotificationRule, sourcesOf } from '../../domain/notifications/notification-kinds.ts'
import type { Portal } from '../../domain/people/portals.ts'
import { roleAllows } from '../../domain/rights.ts'
import type { RecordedEvent } from '../../store/mail-facts-store.ts'
import { activePerson, peopleWithRole, type ToldPerson } from '../../store/told-people-store.ts'
import type { Work } from '../use-case.ts'
import { placesByNoun } from './places-of-events.ts'

export interface Told extends ToldPerson {
  readonly kind: NotificationKind
  readonly side: Portal
}

/**
 * Whom the table of kinds tells of an event: active people of the organizations that may see it. Nobody is told of what they
 * did themselves, or of their own account.
 */
export async function toldOf(work: Work, event: RecordedEvent): Promise<Told[]> {
  const sources = sourcesOf(event.type)
  // A hand-over is told as one thing, not once more for each tie that it ended.
  if (sources.length === 0 || event.data.again === true || event.data.because === 'handedOver') return []
  const place = await placesByNoun[event.type.split('.')[0]!]!(work.trx, event)
  const told = await Promise.all(
    sources.map(async ({ kind, side, rule }) => {
      const tenantIds = place.tenants[side].filter((id) => event.readers.includes(id))
      const people = await Promise.all(tenantIds.map((tenantId) => peopleOf(work, { tenantId, rule, asker: place.asker })))
      return people.flat().map((person) => ({ ...person, kind, side }))
    }),
  )
  const isFirst = firstOfEach()
  return told.flat().filter(({ personId }) => personId !== event.actorPersonId && personId !== event.resourceId && isFirst(personId))
}

async function peopleOf({ trx }: Work, { tenantId, rule, asker }: { tenantId: string; rule: NotificationRule; asker: string | null }): Promise<ToldPerson[]> {
  const maySee = ({ roles }: ToldPerson) => roleAllows(roles, rule.seenBy)
  if (rule.isAskerFirst && asker !== null) {
    const person = await activePerson(trx, asker)
    if (person?.tenantId === tenantId && maySee(person)) return [person]
  }
  return (await peopleWithRole(trx, tenantId, rule.told)).filter(maySee)
}

function firstOfEach(): (personId: string) => boolean {
  const seen = new Set<string>()
  return (personId) => !seen.has(personId) && seen.add(personId).size > 0
}
