import { type SqlBool, sql } from 'kysely'
import type { Transaction } from './database.ts'

/** Where a list of evidence continues: after this row, oldest first. */
export interface EvidenceStart {
  readonly at: Date
  readonly id: string
}

export interface EvidencePage {
  readonly after: EvidenceStart | undefined
  readonly most: number
}

/** How a customer answered what partners asked; nothing of how the partner wrote it. */
export function answersOf(trx: Transaction, customerId: string, { after, most }: EvidencePage) {
  return trx
    .selectFrom('relationship_requests')
    .select(['id', 'partner_id', 'second_partner_id', 'kind', 'status', 'services', 'answered_by', 'decline_reason'])
    .select(sql<Date>`answered_at`.as('at'))
    .where('customer_id', '=', customerId)
    .where('status', 'in', ['accepted', 'declined'])
    .where('answered_at', 'is not', null)
    .$if(after !== undefined, (query) => query.where(later('answered_at', after!)))
    .orderBy('answered_at')
    .orderBy('id')
    .limit(most)
    .execute()
}

/** Reseller relationships there are or were; the reason that a partner noted for itself stays its own. */
export function relationshipsAgreedBy(trx: Transaction, customerId: string, { after, most }: EvidencePage) {
  return trx
    .selectFrom('reseller_relationships')
    .select(['id', 'partner_id', 'channel', 'origin', 'request_id', 'signature_id', 'ended_at', 'ended_by', 'end_statement_sha256'])
    .select(sql<Date>`started_at`.as('at'))
    .where('customer_id', '=', customerId)
    .$if(after !== undefined, (query) => query.where(later('started_at', after!)))
    .orderBy('started_at')
    .orderBy('id')
    .limit(most)
    .execute()
}

/** Admin privileges there are or were, one service a row. */
export function privilegesGrantedBy(trx: Transaction, customerId: string, { after, most }: EvidencePage) {
  return trx
    .selectFrom('delegated_admin_privileges')
    .select(['id', 'partner_id', 'service', 'granted_by', 'request_id', 'ended_at', 'ended_by', 'end_reason'])
    .select(sql<Date>`granted_at`.as('at'))
    .where('customer_id', '=', customerId)
    .$if(after !== undefined, (query) => query.where(later('granted_at', after!)))
    .orderBy('granted_at')
    .orderBy('id')
    .limit(most)
    .execute()
}

/** What the customer asked its partners to end, and the answers. */
export function endsAskedBy(trx: Transaction, customerId: string, { after, most }: EvidencePage) {
  return trx
    .selectFrom('end_requests')
    .select(['id', 'partner_id', 'status', 'reason', 'asked_by', 'answer_due_at', 'answered_at'])
    .select(sql<Date>`asked_at`.as('at'))
    .where('customer_id', '=', customerId)
    .$if(after !== undefined, (query) => query.where(later('asked_at', after!)))
    .orderBy('asked_at')
    .orderBy('id')
    .limit(most)
    .execute()
}

/** The hand-overs that the customer itself answered. */
export function handOversAnsweredBy(trx: Transaction, customerId: string, { after, most }: EvidencePage) {
  return trx
    .selectFrom('hand_overs')
    .select(['id', 'from_partner_id', 'to_partner_id', 'status', 'services', 'answered_by', 'note'])
    .select(sql<Date>`answered_at`.as('at'))
    .where('customer_id', '=', customerId)
    .where('answered_by_tenant', '=', customerId)
    .where('status', 'in', ['accepted', 'declined'])
    .$if(after !== undefined, (query) => query.where(later('answered_at', after!)))
    .orderBy('answered_at')
    .orderBy('id')
    .limit(most)
    .execute()
}

/** Partnerships that were authorised or declined, of either side; requests that nobody answered bind nobody. */
export function partnershipsAnswered(trx: Transaction, tenantId: string, { after, most }: EvidencePage) {
  return trx
    .selectFrom('partnerships')
    .select(['id', 'provider_id', 'reseller_id', 'status', 'answered_by', 'ended_at', 'ended_by', 'ended_by_tenant', 'end_reason', 'end_statement_sha256'])
    .select(sql<Date>`answered_at`.as('at'))
    .where((or) => or.or([or('provider_id', '=', tenantId), or('reseller_id', '=', tenantId)]))
    .where('status', 'in', ['active', 'declined', 'removed'])
    .where('answered_at', 'is not', null)
    .$if(after !== undefined, (query) => query.where(later('answered_at', after!)))
    .orderBy('answered_at')
    .orderBy('id')
    .limit(most)
    .execute()
}

/** The partner agreements that a partner signed here, with the text exactly as it was shown. */
export function partnerSignatures(trx: Transaction, partnerId: string, { after, most }: EvidencePage) {
  return trx
    .selectFrom('partner_agreement_signatures as s')
    .innerJoin('partner_agreement_texts as t', (on) => on.onRef('t.version_id', '=', 's.version_id').onRef('t.language', '=', 's.language'))
    .innerJoin('partner_agreement_versions as v', 'v.id', 's.version_id')
    .select(['s.id', 's.version_id', 's.language', 's.sha256', 's.person_id', 's.role', 's.authenticated_by', 's.session_id', 's.address', 's.user_agent', 's.trace_id'])
    .select(['t.title', 't.body', 'v.number'])
    .select(sql<Date>`s.signed_at`.as('at'))
    .where('s.partner_id', '=', partnerId)
    .$if(after !== undefined, (query) => query.where(sql<SqlBool>`(s.signed_at, s.id) > (${after!.at}::timestamptz, ${after!.id}::uuid)`))
    .orderBy('s.signed_at')
    .orderBy('s.id')
    .limit(most)
    .execute()
}

function later(column: string, { at, id }: EvidenceStart) {
  return sql<SqlBool>`(${sql.ref(column)}, id) > (${at}::timestamptz, ${id}::uuid)`
}
