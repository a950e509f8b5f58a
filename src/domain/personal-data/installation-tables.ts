import { actor, byAddress, byPerson, impersonal, secret, type TableData } from './table-data.ts'

/** The record of what happened, what was mailed, and the installation itself. */
export const installationTables: Readonly<Record<string, TableData>> = {
  events: {
    personal: [
      actor('actor_person_id'),
      { columns: ['resource_id'], subject: 'member', purpose: 'to whom it was done, where that is a person', retention: 'trail', onErasure: 'nameless' },
    ],
    plain: ['id', 'at', 'type', 'outcome', 'reason_code', 'resource_type', 'sequence', 'actor_kind', 'actor_tenant_id', 'through', 'trace_id', 'data'],
    traces: [
      byPerson('actor_person_id', 'id', 'at', 'type', 'outcome', 'reason_code', 'resource_type', 'resource_id', 'through'),
      byPerson('resource_id', 'id', 'at', 'type', 'outcome', 'reason_code', 'data'),
    ],
  },
  event_readers: impersonal('tenant_id', 'at', 'event_id', 'counterpart_id', 'type'),
  mails: {
    personal: [
      { columns: ['recipient', 'subject', 'body', 'smtp_reply', 'last_error'], subject: 'recipient', purpose: 'to tell people what concerns them, and to prove that they were told', retention: 'mail', onErasure: 'gone' },
      secret('the link or code in a mail that waits', 'mail', 'sealed_secret'),
      secret('the link with which the reader stops a kind of mail', 'mail', 'unsubscribe'),
    ],
    plain: ['tenant_id', 'id', 'event_id', 'template', 'language', 'status', 'attempts', 'message_id', 'created_at', 'sent_at', 'about_id', 'given_up_at', 'held_because'],
    traces: [byAddress('recipient', 'id', 'template', 'language', 'subject', 'body', 'status', 'created_at', 'sent_at')],
  },
  erasures: {
    personal: [actor('person_id', 'erased_by')],
    plain: ['id', 'tenant_id', 'erased_at'],
    traces: [byPerson('person_id', 'id', 'erased_at')],
  },
  resource_sequences: impersonal('resource_id', 'last'),
  clouds: impersonal('id', 'based_on', 'overrides', 'created_at', 'version'),
  sandboxes: impersonal('id', 'clock_offset', 'created_at'),
  settings: impersonal('name', 'value', 'changed_at'),
  schema_migrations: impersonal('version', 'name', 'sha256', 'applied_at'),
}
