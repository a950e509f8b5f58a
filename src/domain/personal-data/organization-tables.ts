import { actor, byAddress, byPerson, impersonal, secret, type TableData } from './table-data.ts'

/** Organizations, and whom they name for others to turn to. */
export const organizationTables: Readonly<Record<string, TableData>> = {
  tenants: {
    personal: [{ columns: ['contact_name', 'contact_mail', 'contact_phone'], subject: 'contact', purpose: 'whom others turn to', retention: 'contact', onErasure: 'gone' }],
    plain: [
      'id', 'cloud', 'name', 'name_key', 'country', 'primary_domain', 'language', 'time_zone', 'is_customer', 'is_operator', 'origin', 'status', 'sandbox_id', 'created_at', 'closed_at', 'segment', 'version',
    ],
    traces: [byAddress('contact_mail', 'contact_name', 'contact_phone')],
  },
  tenant_domains: impersonal('tenant_id', 'domain', 'verified_at'),
  partner_profiles: {
    personal: [actor('verified_by')],
    plain: [
      'tenant_id', 'kinds', 'programme_id', 'status', 'in_debt', 'status_reason', 'verified_at', 'verification_method', 'verification_note', 'agreement_signed_at', 'enrolled_at', 'version',
    ],
    traces: [byPerson('verified_by', 'tenant_id', 'verified_at')],
  },
  partner_legal_details: {
    personal: [{ columns: ['contact_name', 'contact_mail', 'contact_phone', 'support_mail', 'support_phone'], subject: 'contact', purpose: 'whom operator and customers turn to', retention: 'contact', onErasure: 'kept' }],
    plain: ['partner_id', 'legal_name', 'address_line1', 'address_line2', 'city', 'state', 'postal_code'],
    traces: [byAddress('contact_mail', 'contact_name', 'contact_phone'), byAddress('support_mail', 'support_phone')],
  },
  enrolment_checks: { personal: [actor('recorded_by')], plain: ['partner_id', 'step', 'recorded_at', 'note'], traces: [byPerson('recorded_by', 'partner_id', 'step', 'recorded_at')] },
  sign_in_providers: { personal: [secret('to sign people in', 'trail', 'sealed_secret')], plain: ['tenant_id', 'issuer', 'client_id', 'is_enabled', 'created_at', 'version'], traces: [] },
}
