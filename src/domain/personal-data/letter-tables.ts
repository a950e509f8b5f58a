import { actor, byPerson, holder, impersonal, type TableData } from './table-data.ts'

const keyedHash = { purpose: 'to write no more to an address; a keyed hash, which leads nowhere without the key of the installation', retention: 'mail', onErasure: 'kept' } as const

/** What people are told and how they want it, where letters do not go, and what people ask the operator. */
export const letterTables: Readonly<Record<string, TableData>> = {
  notifications: {
    personal: [{ columns: ['person_id', 'read_at'], subject: 'member', purpose: 'who is told of an event, and when they read it', retention: 'notification', onErasure: 'gone' }],
    plain: ['tenant_id', 'id', 'event_id', 'kind', 'side', 'at', 'in_portal', 'awaits_digest'],
    traces: [byPerson('person_id', 'id', 'event_id', 'kind', 'side', 'at', 'read_at')],
  },
  notification_preferences: {
    personal: [
      holder('person_id'),
      { columns: ['choices', 'digest_frequency', 'digest_hour', 'time_zone'], subject: 'member', purpose: 'how somebody wants to be told', retention: 'account', onErasure: 'gone' },
    ],
    plain: ['tenant_id', 'changed_at', 'version'],
    traces: [byPerson('person_id', 'choices', 'digest_frequency', 'digest_hour', 'time_zone', 'changed_at')],
  },
  pending_digests: { personal: [holder('person_id')], plain: ['tenant_id', 'due_at'], traces: [byPerson('person_id', 'due_at')] },
  mail_address_keys: impersonal('id', 'sealed_key', 'created_at'),
  mail_refusals: { personal: [{ columns: ['address_hash'], subject: 'recipient', ...keyedHash }], plain: ['refusals', 'last_at'], traces: [] },
  mail_blocks: {
    personal: [
      { columns: ['address_hash', 'domain'], subject: 'recipient', ...keyedHash },
      { columns: ['reason'], subject: 'recipient', purpose: 'why an operator put an address on the list', retention: 'mail', onErasure: 'kept' },
      actor('added_by'),
    ],
    plain: ['id', 'kind', 'tenant_id', 'since', 'source'],
    traces: [byPerson('added_by', 'id', 'kind', 'since', 'source')],
  },
  support_cases: {
    personal: [actor('opened_by'), { columns: ['subject'], subject: 'member', purpose: 'what somebody asks the operator', retention: 'account', onErasure: 'gone' }],
    plain: ['tenant_id', 'id', 'about_type', 'about_id', 'status', 'opened_at', 'changed_at'],
    traces: [byPerson('opened_by', 'id', 'subject', 'about_type', 'about_id', 'status', 'opened_at')],
  },
  support_messages: {
    personal: [actor('person_id'), { columns: ['body'], subject: 'member', purpose: 'what somebody wrote to the operator, or the operator answered', retention: 'account', onErasure: 'gone' }],
    plain: ['tenant_id', 'id', 'case_id', 'at', 'written_by'],
    traces: [byPerson('person_id', 'id', 'case_id', 'at', 'written_by', 'body')],
  },
}
