import { actor, byAddress, byPerson, type TableData } from './table-data.ts'

/** Business profiles and leads. */
export const referralTables: Readonly<Record<string, TableData>> = {
  business_profiles: {
    personal: [actor('created_by', 'changed_by', 'other_companies_by')],
    plain: [
      'partner_id', 'id', 'market', 'status', 'description', 'website', 'linkedin', 'industries', 'services', 'products', 'competencies', 'skills', 'company_sizes', 'other_companies', 'other_companies_at',
      'logo', 'logo_sha256', 'logo_width', 'logo_height', 'search_key', 'created_at', 'published_at', 'changed_at', 'version',
    ],
    traces: [byPerson('created_by', 'id', 'market', 'created_at'), byPerson('changed_by', 'id', 'market', 'changed_at'), byPerson('other_companies_by', 'id', 'market', 'other_companies', 'other_companies_at')],
  },
  profile_locations: {
    personal: [actor('created_by')],
    plain: ['partner_id', 'id', 'profile_id', 'name', 'address_line1', 'address_line2', 'city', 'state', 'postal_code', 'country', 'phone', 'created_at'],
    traces: [byPerson('created_by', 'id', 'name', 'created_at')],
  },
  leads: {
    personal: [
      actor('sent_by', 'answered_by', 'closed_by'),
      { columns: ['contact_name', 'contact_mail', 'contact_phone', 'message'], subject: 'contact', purpose: 'so that a partner can answer an enquiry', retention: 'lead', onErasure: 'gone' },
    ],
    plain: [
      'id', 'partner_id', 'partner_name', 'customer_id', 'kind', 'status', 'market', 'company_name', 'company_key', 'company_domain', 'company_country', 'company_size', 'call_me', 'is_favourite', 'received_at',
      'expires_at', 'answered_at', 'decline_reason', 'decline_note', 'deal_name', 'deal_value', 'deal_currency', 'closing_on', 'crm_id', 'campaign_id', 'closed_at', 'forgotten_at', 'version',
    ],
    traces: [
      byPerson('sent_by', 'id', 'partner_name', 'status', 'received_at', 'contact_name', 'contact_mail', 'contact_phone', 'message'),
      byPerson('answered_by', 'id', 'status', 'answered_at'),
      byPerson('closed_by', 'id', 'status', 'closed_at'),
      byAddress('contact_mail', 'id', 'partner_name', 'status', 'received_at', 'contact_name', 'contact_phone', 'message'),
    ],
  },
  lead_notes: {
    personal: [actor('person_id'), { columns: ['body'], subject: 'member', purpose: 'what somebody noted about a lead', retention: 'lead', onErasure: 'gone' }],
    plain: ['partner_id', 'id', 'lead_id', 'at'],
    traces: [byPerson('person_id', 'id', 'lead_id', 'at', 'body')],
  },
}
