import { type Static, Type } from 'typebox'
import { listActivity } from '../../application/activity/list-activity.ts'
import { usualPageSize } from '../../application/page.ts'
import type { Actor } from '../../domain/actor.ts'
import { addDays, startOfDay } from '../../domain/activity/day-bounds.ts'
import { DomainError } from '../../domain/errors.ts'
import type { EventType } from '../../domain/events.ts'
import { canonicalId } from '../../domain/ids.ts'
import { readerLanguage } from '../reader-language.ts'
import { type AnyRoute, route } from '../route.ts'
import { Cursor, Id, Maybe, PageSize, strict } from '../schemas.ts'
import { ActivityEntry, EventTypeName, Since } from './activity-schemas.ts'

const Feed = Type.Object({ items: Type.Array(ActivityEntry), next: Maybe(Type.String()), previous: Maybe(Type.String()) })
export type Feed = Static<typeof Feed>

export const activityRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    path: '/activity',
    summary: 'List what happened in and with one’s organization, newest first',
    tag: 'Activity',
    useCase: listActivity,
    query: Type.Object(
      {
        counterpart: Type.Optional(Id),
        type: Type.Optional(EventTypeName),
        from: Type.Optional(Since),
        to: Type.Optional(Since),
        person: Type.Optional(Id),
        size: Type.Optional(PageSize),
        cursor: Type.Optional(Cursor),
      },
      strict,
    ),
    answer: Feed,
    input: ({ query, actor, request }) => ({
      filter: {
        ...(query.counterpart !== undefined && { counterpartId: canonicalId(query.counterpart)! }),
        ...(query.type !== undefined && { type: query.type as EventType }),
        ...(query.from !== undefined && { from: moment(query.from, 'from', actor) }),
        ...(query.to !== undefined && { to: moment(query.to, 'to', actor) }),
        ...(query.person !== undefined && { personId: canonicalId(query.person)! }),
      },
      page: { size: Number(query.size ?? usualPageSize), cursor: query.cursor },
      language: readerLanguage(request),
    }),
    present: ({ items, next, previous }) => ({ items: items.map((entry) => ({ ...entry, data: { ...entry.data } })), next, previous }),
  }),
]

/** A day means all of it, where the reader's organization is; `to` ends with its day. */
export function moment(text: string, end: 'from' | 'to', actor: Actor): Date {
  const zone = actor.kind === 'person' ? actor.timeZone : 'UTC'
  if (text.length === 10) {
    const first = startOfDay(text, zone)
    return end === 'from' ? first : startOfDay(addDays(text, 1), zone)
  }
  const instant = new Date(text)
  if (Number.isNaN(instant.getTime())) throw new DomainError('invalidInput', 'There is no such moment.', { field: end })
  return instant
}
