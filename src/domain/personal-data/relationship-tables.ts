import { actor, byAddress, byPerson, impersonal, secret, type TableData } from './table-data.ts'

/** Between partners and customers. */
export const relationshipTables: Readonly<Record<string, TableData>> = {
  relationship_requests: {
    personal: [actor('created_by', 'answered_by'), secret('to open the request', 'trail', 'secret_hash', 'sealed_secret')],
    plain: [
      'partner_id', 'id', 'second_partner_id', 'asked_by_provider', 'kind', 'status', 'named_customer_id', 'named_domain', 'named_country', 'named_company', 'named_key', 'services', 'language', 'subject', 'body',
      'follows_id', 'customer_id', 'decline_reason', 'created_at', 'shared_at', 'opened_at', 'answered_at', 'reminded_at', 'fresh_link_asked_at', 'expires_at', 'expiry_told_at', 'version',
    ],
    traces: [byPerson('created_by', 'id', 'kind', 'status', 'created_at'), byPerson('answered_by', 'id', 'kind', 'status', 'answered_at', 'decline_reason')],
  },
  campaigns: {
    personal: [actor('created_by', 'acting_id')],
    plain: [
      'partner_id', 'id', 'name', 'delivery', 'status', 'ask_privileges', 'validity_days', 'language', 'words', 'mails_a_day', 'reminders', 'days_between', 'file_sha256', 'row_count', 'checked_count',
      'pause_reason', 'next_at', 'created_at', 'started_at', 'ended_at', 'version',
    ],
    traces: [byPerson('created_by', 'id', 'name', 'created_at'), byPerson('acting_id', 'id', 'name', 'started_at')],
  },
  campaign_rows: {
    personal: [{ columns: ['stated_mail'], subject: 'contact', purpose: 'whom a partner writes to about a relationship', retention: 'contact', onErasure: 'kept' }],
    plain: [
      'partner_id', 'campaign_id', 'line', 'stated_id', 'stated_name', 'stated_domain', 'stated_country', 'stated_cloud', 'stated_language', 'state', 'reason_code', 'named_customer_id', 'named_domain',
      'country', 'language', 'request_id', 'mails', 'mailed_at',
    ],
    traces: [byAddress('stated_mail', 'campaign_id', 'line', 'mails', 'mailed_at')],
  },
  request_visits: impersonal('partner_id', 'request_id', 'id', 'at', 'outcome', 'reason_code', 'visitor'),
  reseller_relationships: {
    personal: [actor('ended_by')],
    plain: ['partner_id', 'customer_id', 'id', 'channel', 'started_at', 'request_id', 'signature_id', 'origin', 'ended_at', 'end_reason', 'end_statement_sha256', 'version'],
    traces: [byPerson('ended_by', 'id', 'ended_at')],
  },
  delegated_admin_privileges: {
    personal: [actor('granted_by', 'ended_by')],
    plain: ['partner_id', 'customer_id', 'service', 'id', 'granted_at', 'request_id', 'is_exclusive', 'ended_at', 'end_reason', 'version'],
    traces: [byPerson('granted_by', 'id', 'partner_id', 'service', 'granted_at'), byPerson('ended_by', 'id', 'partner_id', 'service', 'ended_at')],
  },
  privilege_uses: {
    personal: [actor('last_used_by')],
    plain: ['partner_id', 'customer_id', 'service', 'last_used_at', 'last_action', 'use_count'],
    traces: [byPerson('last_used_by', 'customer_id', 'service', 'last_used_at', 'last_action')],
  },
  end_requests: {
    personal: [actor('asked_by', 'answered_by')],
    plain: ['partner_id', 'customer_id', 'id', 'status', 'reason', 'asked_at', 'answer_due_at', 'answered_at', 'answer_note', 'version'],
    traces: [byPerson('asked_by', 'id', 'reason', 'asked_at'), byPerson('answered_by', 'id', 'answered_at')],
  },
  customer_accounts: {
    personal: [{ columns: ['billing_mail', 'billing_first_name', 'billing_last_name', 'billing_phone'], subject: 'contact', purpose: 'whom a partner writes its bills to', retention: 'contact', onErasure: 'kept' }],
    plain: [
      'partner_id', 'customer_id', 'company_name', 'name_key', 'primary_domain', 'search_text', 'country', 'tags', 'channels', 'privileged_services', 'related_since', 'ended_at', 'customer_closed_at', 'known_ties',
      'billing_language', 'billing_culture', 'address_line1', 'address_line2', 'city', 'state', 'postal_code', 'version',
    ],
    traces: [byAddress('billing_mail', 'billing_first_name', 'billing_last_name', 'billing_phone')],
  },
  known_ties: impersonal('cloud', 'partner_domain', 'customer_id', 'kind', 'service', 'since', 'recorded_at', 'listed_at'),
  created_customers: {
    personal: [actor('administrator_id', 'created_by')],
    plain: ['partner_id', 'customer_id', 'registration_number', 'created_at'],
    traces: [byPerson('administrator_id', 'customer_id', 'created_at'), byPerson('created_by', 'customer_id', 'created_at')],
  },
  partnerships: {
    personal: [actor('created_by', 'answered_by', 'ended_by'), secret('to open the request', 'trail', 'secret_hash', 'sealed_secret')],
    plain: [
      'provider_id', 'id', 'reseller_id', 'status', 'named_company', 'name_key', 'language', 'subject', 'body', 'created_at', 'shared_at', 'expires_at', 'answered_at', 'blocked_reason', 'blocked_at', 'ended_at', 'ended_by_tenant',
      'end_reason', 'end_statement_sha256', 'version',
    ],
    traces: [byPerson('created_by', 'id', 'status', 'created_at'), byPerson('answered_by', 'id', 'status', 'answered_at'), byPerson('ended_by', 'id', 'ended_at', 'end_reason')],
  },
  hand_overs: {
    personal: [actor('created_by', 'agreed_by', 'answered_by')],
    plain: [
      'id', 'proposer_id', 'from_partner_id', 'to_partner_id', 'named_partner_domain', 'customer_domain', 'customer_id', 'customer_name', 'customer_country', 'services', 'status', 'created_at', 'expires_at', 'agreed_at',
      'answered_at', 'answered_by_tenant', 'note', 'ended_because', 'version',
    ],
    traces: [byPerson('created_by', 'id', 'status', 'created_at'), byPerson('agreed_by', 'id', 'status', 'agreed_at'), byPerson('answered_by', 'id', 'status', 'answered_at', 'note')],
  },
  creation_requests: {
    personal: [
      actor('created_by', 'answered_by'),
      { columns: ['first_name', 'last_name', 'mail', 'phone'], subject: 'contact', purpose: 'whom a reseller names as the contact of a new customer', retention: 'contact', onErasure: 'kept' },
    ],
    plain: [
      'reseller_id', 'id', 'provider_id', 'status', 'company_name', 'name_key', 'domain_prefix', 'country', 'language', 'culture', 'address_line1', 'address_line2', 'city', 'state', 'postal_code',
      'registration_number', 'note', 'created_at', 'answered_at', 'decline_reason', 'customer_id', 'version',
    ],
    traces: [byPerson('created_by', 'id', 'status', 'created_at'), byPerson('answered_by', 'id', 'status', 'answered_at'), byAddress('mail', 'first_name', 'last_name', 'phone')],
  },
  partner_links: { personal: [secret('to invite customers', 'trail', 'secret_hash', 'sealed_secret')], plain: ['partner_id', 'id', 'created_at', 'ended_at'], traces: [] },
}
