import { type Static, Type } from 'typebox'
import { eventTypes } from '../../domain/events.ts'
import { Id, Instant, Maybe } from '../schemas.ts'

export const ActivityEntry = Type.Object({
  id: Id,
  at: Instant,
  type: Type.String(),
  outcome: Type.Union([Type.Literal('done'), Type.Literal('refused')]),
  reasonCode: Maybe(Type.String()),
  reasonText: Maybe(Type.String()),
  text: Type.String(),
  actor: Type.Object({ kind: Type.String(), displayName: Maybe(Type.String()), tenantName: Maybe(Type.String()), isMine: Type.Boolean() }),
  resource: Type.Object({ type: Type.String(), id: Id }),
  counterpart: Type.Union([Type.Object({ id: Id, name: Maybe(Type.String()) }), Type.Null()]),
  through: Maybe(Type.String()),
  data: Type.Object({}, { additionalProperties: true }),
})
export type ActivityEntry = Static<typeof ActivityEntry>

export const EventTypeName = Type.String({ enum: Object.keys(eventTypes) })

/** An instant, or a day in the time zone of one's organization. */
export const Since = Type.Union([Type.String({ format: 'date' }), Type.String({ format: 'date-time' })])
