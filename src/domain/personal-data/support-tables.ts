import { actor, byPerson, type TableData } from './table-data.ts'

/** Support contacts and service requests. */
export const supportTables: Readonly<Record<string, TableData>> = {
  support_contacts: {
    personal: [actor('changed_by')],
    plain: ['partner_id', 'customer_id', 'subscription_id', 'support_tenant_id', 'changed_at', 'version'],
    traces: [byPerson('changed_by', 'subscription_id', 'changed_at')],
  },
  service_requests: {
    personal: [actor('filed_by'), { columns: ['title', 'title_key'], subject: 'member', purpose: 'what somebody asks for help with', retention: 'account', onErasure: 'gone' }],
    plain: [
      'customer_id', 'id', 'partner_id', 'desk', 'filed_side', 'subscription_id', 'service_id', 'severity', 'status', 'moved_because', 'closed_because', 'opened_at', 'waiting_since', 'changed_at', 'closed_at',
      'version',
    ],
    traces: [byPerson('filed_by', 'id', 'title', 'severity', 'status', 'opened_at')],
  },
  service_request_notes: {
    personal: [actor('person_id'), { columns: ['body'], subject: 'member', purpose: 'what somebody wrote in a service request', retention: 'account', onErasure: 'gone' }],
    plain: ['customer_id', 'id', 'request_id', 'at', 'side'],
    traces: [byPerson('person_id', 'id', 'request_id', 'at', 'side', 'body')],
  },
  service_request_files: {
    personal: [actor('person_id'), { columns: ['name', 'content', 'sha256'], subject: 'member', purpose: 'what somebody sent along with a service request', retention: 'account', onErasure: 'gone' }],
    plain: ['customer_id', 'id', 'request_id', 'at', 'side', 'media_type', 'size'],
    traces: [byPerson('person_id', 'id', 'request_id', 'at', 'side', 'name', 'media_type', 'size')],
  },
}
