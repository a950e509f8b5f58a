import type { EventDraft } from '../../domain/events.ts'
import type { PersonId, TenantId } from '../../domain/ids.ts'
import { appendEvent } from '../../store/event-store.ts'
import type { Work } from '../use-case.ts'

/** For acts in which a visitor becomes known, by a password or a secret: the event names the person, not the visitor. */
export function recordAs(work: Work, person: { readonly personId: string; readonly tenantId: string; readonly clockOffset?: number }, event: EventDraft): Promise<void> {
  const { personId, tenantId, clockOffset = 0 } = person
  const actor = { kind: 'person', personId: personId as PersonId, tenantId: tenantId as TenantId, traceId: work.actor.traceId } as const
  return appendEvent(work.trx, event, { actor, now: new Date(work.env.clock().getTime() + clockOffset), id: work.newId() })
}
