import { sql } from 'kysely'
import type { PersonActor, SystemActor, VisitorActor } from '../domain/actor.ts'
import { type EventDraft, isMailed } from '../domain/events.ts'
import { isNotified } from '../domain/notifications/notification-kinds.ts'
import type { Transaction } from './database.ts'
import { insertMany, nextSequence } from './insert-many.ts'

/** Who is named as the one who did it. */
export type EventAuthor = Pick<PersonActor, 'kind' | 'personId' | 'tenantId' | 'traceId'> | Pick<VisitorActor | SystemActor, 'kind' | 'traceId'>

/** Appends many events at once, each about another resource, of which nobody is told: what a list brings is seen on the list. */
export async function appendSilentEvents(trx: Transaction, drafts: readonly EventDraft[], by: { readonly actor: EventAuthor; readonly now: Date; readonly newId: () => string }): Promise<void> {
  const loud = drafts.find((draft) => isMailed(draft.type) || isNotified(draft.type, draft.refused !== undefined))
  if (loud) throw new TypeError(`${loud.type} is told to people, one by one`)
  const identified = drafts.map((draft) => ({ draft, id: by.newId() }))
  await insertMany(trx, 'events', identified.map(({ draft, id }) => eventRow(draft, { ...by, id })))
  await insertMany(trx, 'event_readers', identified.flatMap(({ draft, id }) => readerRows(draft, { ...by, id })))
}

/** Appends the event with its number, its readers and, where people are told of it, the job that tells them. */
export async function appendEvent(
  trx: Transaction,
  draft: EventDraft,
  by: { readonly actor: EventAuthor; readonly now: Date; readonly id: string; readonly traceparent?: string | undefined },
): Promise<void> {
  const { id } = by
  // Without "returning": the writer need not be one of the readers. Pipelined: nothing here waits for the one before.
  await Promise.all([
    trx.insertInto('events').values(eventRow(draft, by)).execute(),
    trx.insertInto('event_readers').values(readerRows(draft, by)).execute(),
    (isMailed(draft.type) && !draft.refused) || isNotified(draft.type, draft.refused !== undefined)
      ? sql`select enqueue('compose-mails', ${JSON.stringify({ eventId: id, traceparent: by.traceparent })}::json, ${`compose:${id}`})`.execute(trx)
      : undefined,
  ])
}

interface Recorded {
  readonly actor: EventAuthor
  readonly now: Date
  readonly id: string
}

function eventRow(draft: EventDraft, { actor, now, id }: Recorded) {
  const person = actor.kind === 'person' ? actor : undefined
  return {
    id,
    at: now,
    type: draft.type,
    outcome: draft.refused ? 'refused' : 'done',
    reason_code: draft.refused ?? null,
    resource_type: draft.resource.type,
    resource_id: draft.resource.id,
    sequence: nextSequence(draft.resource.id),
    actor_kind: actor.kind,
    actor_person_id: person?.personId ?? null,
    actor_tenant_id: person?.tenantId ?? null,
    through: draft.through ?? null,
    trace_id: actor.traceId,
    data: JSON.stringify(draft.data ?? {}),
  }
}

function readerRows(draft: EventDraft, { now, id }: Recorded) {
  return draft.readers.map((reader) => ({ tenant_id: reader.tenantId, at: now, event_id: id, counterpart_id: reader.counterpartId ?? null, type: draft.type }))
}
