import { actor, byAddress, byPerson, holder, secret, type TableData } from './table-data.ts'

/** Accounts, and what opens them. */
export const peopleTables: Readonly<Record<string, TableData>> = {
  people: {
    personal: [
      { columns: ['id'], subject: 'member', purpose: 'the number by which the record names the person', retention: 'trail', onErasure: 'nameless' },
      { columns: ['display_name', 'first_name', 'last_name', 'display_name_key', 'search_text'], subject: 'member', purpose: 'to be known to colleagues and to the other side of a relationship', retention: 'account', onErasure: 'gone' },
      { columns: ['user_principal_name', 'user_principal_name_key'], subject: 'member', purpose: 'to sign in', retention: 'account', onErasure: 'gone' },
      { columns: ['mail', 'mail_confirmed_at'], subject: 'member', purpose: 'to be told what concerns them', retention: 'account', onErasure: 'gone' },
      { columns: ['usage_location'], subject: 'member', purpose: 'where services are used, which licenses ask for', retention: 'account', onErasure: 'gone' },
      { columns: ['removed_at'], subject: 'member', purpose: 'until when they can be restored', retention: 'account', onErasure: 'gone' },
      { columns: ['language'], subject: 'member', purpose: 'to be spoken to', retention: 'account', onErasure: 'gone' },
      { columns: ['roles', 'status'], subject: 'member', purpose: 'what they may do', retention: 'account', onErasure: 'gone' },
      { columns: ['last_signed_in_at', 'password_changed_at', 'totp_confirmed_at', 'temporary_password_expires_at'], subject: 'member', purpose: 'that administrators see unused accounts', retention: 'account', onErasure: 'gone' },
      secret('to sign in', 'account', 'password_hash', 'temporary_password_hash', 'totp_seed', 'totp_pending_seed', 'totp_last_step'),
    ],
    plain: ['tenant_id', 'created_at', 'version', 'temporary_password_by'],
    traces: [byPerson('id', 'tenant_id', 'display_name', 'first_name', 'last_name', 'usage_location', 'removed_at', 'user_principal_name', 'mail', 'mail_confirmed_at', 'language', 'roles', 'status', 'last_signed_in_at', 'password_changed_at', 'totp_confirmed_at', 'created_at')],
  },
  passkeys: {
    personal: [
      holder('person_id'),
      { columns: ['name', 'transports', 'is_synced', 'created_at', 'last_used_at'], subject: 'member', purpose: 'to sign in', retention: 'account', onErasure: 'gone' },
      secret('to sign in', 'account', 'credential_id', 'public_key', 'counter'),
    ],
    plain: ['tenant_id', 'id', 'version'],
    traces: [byPerson('person_id', 'id', 'name', 'transports', 'is_synced', 'created_at', 'last_used_at')],
  },
  recovery_codes: {
    personal: [holder('person_id'), secret('to sign in without the authenticator', 'account', 'code_hash'), { columns: ['created_at', 'used_at'], subject: 'member', purpose: 'to sign in without the authenticator', retention: 'account', onErasure: 'gone' }],
    plain: ['tenant_id'],
    traces: [byPerson('person_id', 'created_at', 'used_at')],
  },
  sessions: {
    personal: [
      holder('person_id'),
      secret('to stay signed in', 'session', 'secret_hash'),
      { columns: ['portal', 'awaits', 'authenticated_by', 'stepped_up_at', 'created_at', 'last_seen_at', 'expires_at', 'ended_at', 'address', 'user_agent'], subject: 'member', purpose: 'that people see where they are signed in, and a stranger at the door is noticed', retention: 'session', onErasure: 'gone' },
    ],
    plain: ['tenant_id', 'id'],
    traces: [byPerson('person_id', 'id', 'portal', 'authenticated_by', 'created_at', 'last_seen_at', 'expires_at', 'ended_at', 'address', 'user_agent')],
  },
  one_time_secrets: {
    personal: [
      holder('person_id'),
      actor('created_by'),
      secret('to join, to choose a new password, to confirm an address', 'oneTime', 'secret_hash'),
      { columns: ['kind', 'created_at', 'expires_at', 'used_at', 'new_mail'], subject: 'member', purpose: 'to join, to choose a new password, to confirm an address', retention: 'oneTime', onErasure: 'gone' },
    ],
    plain: ['tenant_id', 'id'],
    traces: [byPerson('person_id', 'id', 'kind', 'created_at', 'expires_at', 'used_at', 'new_mail')],
  },
  outside_identities: {
    personal: [holder('person_id'), { columns: ['issuer', 'subject', 'linked_at', 'last_used_at'], subject: 'member', purpose: 'to sign in through the organization’s provider', retention: 'account', onErasure: 'gone' }],
    plain: ['tenant_id'],
    traces: [byPerson('person_id', 'issuer', 'subject', 'linked_at', 'last_used_at')],
  },
  outside_sign_ins: {
    personal: [{ columns: ['person_id'], subject: 'member', purpose: 'to come back from the provider', retention: 'minutes', onErasure: 'gone' }, secret('to come back from the provider', 'minutes', 'state_hash', 'binding_hash', 'sealed')],
    plain: ['purpose', 'tenant_id', 'provider_version', 'portal', 'expires_at'],
    traces: [],
  },
  passkey_challenges: { personal: [secret('to sign in', 'minutes', 'challenge_hash', 'binding_hash')], plain: ['purpose', 'expires_at'], traces: [] },
  idempotency_keys: {
    personal: [
      { columns: ['principal'], subject: 'member', purpose: 'that an act that is sent twice happens once', retention: 'key', onErasure: 'gone' },
      secret('that an act that is sent twice happens once', 'key', 'answer'),
    ],
    plain: ['tenant_id', 'route', 'key', 'body_sha256', 'status', 'etag', 'created_at', 'expires_at'],
    traces: [],
  },
  registrations: {
    personal: [
      { columns: ['display_name', 'mail', 'company_name', 'country', 'language'], subject: 'applicant', purpose: 'to make the organization once the address is confirmed', retention: 'registration', onErasure: 'gone' },
      secret('to confirm the address', 'registration', 'secret_hash', 'code_hash'),
    ],
    plain: ['id', 'attempts', 'cloud', 'created_at', 'expires_at', 'confirmed_at', 'tenant_id'],
    traces: [byAddress('mail', 'id', 'display_name', 'company_name', 'country', 'language', 'created_at', 'expires_at', 'confirmed_at')],
  },
}
