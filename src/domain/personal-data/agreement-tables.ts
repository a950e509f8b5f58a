import { actor, byAddress, byPerson, type DataClass, impersonal, type TableData } from './table-data.ts'

const evidence = 'to prove who agreed to what, and how that is known'
const signing: readonly DataClass[] = [
  { columns: ['person_id'], subject: 'signer', purpose: evidence, retention: 'contract', onErasure: 'kept' },
  { columns: ['role', 'signed_at', 'authenticated_by', 'session_id', 'address', 'user_agent'], subject: 'signer', purpose: evidence, retention: 'contract', onErasure: 'kept' },
]
const signed = ['id', 'version_id', 'language', 'sha256', 'role', 'signed_at', 'authenticated_by', 'session_id', 'address', 'user_agent'] as const

/** What was agreed to. */
export const agreementTables: Readonly<Record<string, TableData>> = {
  signatures: {
    personal: signing,
    plain: ['customer_id', 'id', 'version_id', 'language', 'sha256', 'partner_id', 'request_id', 'trace_id'],
    traces: [byPerson('person_id', 'customer_id', ...signed)],
  },
  partner_agreement_signatures: {
    personal: signing,
    plain: ['partner_id', 'id', 'version_id', 'language', 'sha256', 'trace_id'],
    traces: [byPerson('person_id', 'partner_id', ...signed)],
  },
  attestations: {
    personal: [
      { columns: ['first_name', 'last_name', 'mail', 'phone', 'agreed_on'], subject: 'signer', purpose: 'whom a partner names as having accepted', retention: 'contract', onErasure: 'kept' },
      actor('attested_by'),
    ],
    plain: ['partner_id', 'customer_id', 'id', 'version_id', 'attested_at'],
    traces: [byPerson('attested_by', 'id', 'customer_id', 'version_id', 'attested_at'), byAddress('mail', 'id', 'first_name', 'last_name', 'phone', 'agreed_on')],
  },
  kept_names: {
    personal: [{ columns: ['person_id', 'display_name', 'kept_until'], subject: 'signer', purpose: 'the name of somebody who was erased, for what they signed', retention: 'contract', onErasure: 'kept' }],
    plain: ['tenant_id'],
    traces: [byPerson('person_id', 'display_name', 'kept_until')],
  },
  agreement_versions: { personal: [actor('published_by')], plain: ['id', 'cloud', 'country', 'number', 'must_sign_again', 'published_at'], traces: [byPerson('published_by', 'id', 'number', 'published_at')] },
  agreement_texts: impersonal('version_id', 'language', 'title', 'body', 'sha256'),
  agreement_drafts: { personal: [actor('changed_by')], plain: ['id', 'cloud', 'country', 'must_sign_again', 'texts', 'changed_at', 'version'], traces: [byPerson('changed_by', 'id', 'changed_at')] },
  partner_agreement_versions: { personal: [actor('published_by')], plain: ['id', 'cloud', 'number', 'published_at'], traces: [byPerson('published_by', 'id', 'number', 'published_at')] },
  partner_agreement_texts: impersonal('version_id', 'language', 'title', 'body', 'sha256'),
}
