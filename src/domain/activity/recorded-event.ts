import type { EventType, ResourceType } from '../events.ts'

/** One fact of the record, as a reader of it finds it. */
export interface RecordedEvent {
  readonly id: string
  readonly at: Date
  readonly type: EventType
  readonly outcome: 'done' | 'refused'
  readonly reasonCode: string | null
  readonly resource: { readonly type: ResourceType; readonly id: string }
  readonly actor: { readonly kind: 'person' | 'system' | 'visitor'; readonly personId: string | null; readonly tenantId: string | null }
  /** the other side, seen from the reader */
  readonly counterpartId: string | null
  readonly through: 'role' | 'relationship' | 'privileges' | 'link' | null
  readonly data: Readonly<Record<string, unknown>>
}

export interface ActivityFilter {
  readonly counterpartId?: string | undefined
  readonly type?: EventType | undefined
  /** inclusive */
  readonly from?: Date | undefined
  /** exclusive */
  readonly to?: Date | undefined
  readonly personId?: string | undefined
  /** whose people acted */
  readonly actingTenantId?: string | undefined
}

/** A person whose data were erased has no name any more; the record keeps that somebody acted. */
export interface KnownName {
  readonly displayName: string | null
  readonly tenantId: string
  readonly tenantName: string
}

/** What the operator narrows the events of the installation by. */
export interface AuditFilter {
  /** the organization that reads the event in its own log */
  readonly tenantId?: string | undefined
  /** who did it */
  readonly personId?: string | undefined
  readonly type?: EventType | undefined
  readonly outcome?: 'done' | 'refused' | undefined
  /** inclusive */
  readonly from?: Date | undefined
  /** exclusive */
  readonly to?: Date | undefined
}
