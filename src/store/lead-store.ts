import { type Selectable, sql } from 'kysely'
import { DomainError } from '../domain/errors.ts'
import type { Lead } from '../domain/leads/lead.ts'
import { plainDecimal } from '../domain/leads/lead-text.ts'
import { searchKey } from '../domain/names/search-key.ts'
import type { Transaction } from './database.ts'
import type { Leads } from './schema.generated.ts'

/** False where this customer has one open with this partner already. */
export async function insertLead(trx: Transaction, lead: Lead): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('leads')
    .values({
      id: lead.id,
      partner_id: lead.partnerId,
      partner_name: lead.partnerName,
      customer_id: lead.customerId,
      sent_by: lead.sentBy,
      kind: lead.kind,
      status: lead.status,
      market: lead.market,
      company_name: lead.company.name,
      company_key: searchKey(lead.company.name),
      company_domain: lead.company.domain,
      company_country: lead.company.country,
      company_size: lead.company.size,
      contact_name: lead.contact.name,
      contact_mail: lead.contact.mail,
      contact_phone: lead.contact.phone,
      message: lead.message,
      call_me: lead.callMe,
      received_at: lead.receivedAt,
      expires_at: lead.expiresAt,
    })
    .onConflict((conflict) => conflict.columns(['customer_id', 'partner_id']).where(sql<boolean>`status = 'received'`).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** On which side of a lead somebody stands. */
export type LeadSide = 'partner' | 'customer'

/** Of this tenant on that side; anybody else's answers like an absent one. */
export async function findLead(trx: Transaction, side: LeadSide, { tenantId, id }: { readonly tenantId: string; readonly id: string }): Promise<Lead> {
  return found(await own(trx, side, tenantId).where('id', '=', id).executeTakeFirst())
}

/** Held: accepting and withdrawing queue up here. */
export async function lockLead(trx: Transaction, side: LeadSide, { tenantId, id }: { readonly tenantId: string; readonly id: string }): Promise<Lead> {
  return found(await own(trx, side, tenantId).where('id', '=', id).forUpdate().executeTakeFirst())
}

export async function saveLead(trx: Transaction, next: Lead): Promise<Lead> {
  await trx
    .updateTable('leads')
    .set({
      status: next.status,
      contact_name: next.contact.name,
      contact_mail: next.contact.mail,
      contact_phone: next.contact.phone,
      answered_at: next.answeredAt,
      answered_by: next.answeredBy,
      decline_reason: next.declineReason,
      decline_note: next.declineNote,
      deal_name: next.deal?.name ?? null,
      deal_value: next.deal?.value ?? null,
      deal_currency: next.deal?.currency ?? null,
      closing_on: next.deal === null ? null : sql<Date>`${next.deal.closingOn}::date`,
      crm_id: next.deal?.crmId ?? null,
      campaign_id: next.deal?.campaignId ?? null,
      closed_at: next.closedAt,
      closed_by: next.closedBy,
      version: next.version + 1,
    })
    .where('id', '=', next.id)
    .execute()
  return { ...next, version: next.version + 1 }
}

/** Beside the versions: nothing that anybody edits changes. */
export async function markFavourite(trx: Transaction, id: string, isFavourite: boolean): Promise<void> {
  await trx.updateTable('leads').set({ is_favourite: isFavourite }).where('id', '=', id).execute()
}

/** Unanswered ones whose time has passed, of any partner. Others under way are skipped, not waited for. */
export async function lockDueLeads(trx: Transaction, now: Date, most: number): Promise<Lead[]> {
  const rows = await trx.selectFrom('leads').select(leadSelection).where('status', '=', 'received').where('expires_at', '<=', now).orderBy('expires_at').limit(most).forUpdate().skipLocked().execute()
  return rows.map(leadFromRow)
}

/** Those that a customer sent and that still wait or run, held; for when it closes. */
export async function lockOpenLeadsFrom(trx: Transaction, customerId: string): Promise<Lead[]> {
  const rows = await trx.selectFrom('leads').select(leadSelection).where('customer_id', '=', customerId).where('status', 'in', ['received', 'accepted']).orderBy('id').forUpdate().execute()
  return rows.map(leadFromRow)
}

/** Message and contact of what was archived before then, and what the partner noted; gives back how many. */
export async function forgetLeads(trx: Transaction, before: Date, now: Date, most: number): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    update leads set contact_name = null, contact_mail = null, contact_phone = null, message = null, decline_note = null, forgotten_at = ${now}
    where id in (select id from leads where closed_at < ${before} and forgotten_at is null limit ${most}) returning id`.execute(trx)
  if (rows.length > 0) await trx.deleteFrom('lead_notes').where('lead_id', 'in', rows.map(({ id }) => id)).execute()
  return rows.length
}

const leadColumns = [
  'id', 'partner_id', 'partner_name', 'customer_id', 'sent_by', 'kind', 'status', 'market', 'company_name', 'company_domain', 'company_country', 'company_size', 'contact_name', 'contact_mail', 'contact_phone',
  'message', 'call_me', 'is_favourite', 'received_at', 'expires_at', 'answered_at', 'answered_by', 'decline_reason', 'decline_note', 'deal_name', 'deal_value', 'deal_currency', 'crm_id',
  'campaign_id', 'closed_at', 'closed_by', 'version',
] as const satisfies readonly (keyof Leads)[]

/** A day has no hour; as text it stays the same day everywhere. */
export const leadSelection = [...leadColumns, sql<string | null>`to_char(closing_on, 'YYYY-MM-DD')`.as('closing_day')] as const

export type LeadRow = Pick<Selectable<Leads>, (typeof leadColumns)[number]> & { readonly closing_day: string | null }

function own(trx: Transaction, side: LeadSide, tenantId: string) {
  return trx.selectFrom('leads').select(leadSelection).where(side === 'partner' ? 'partner_id' : 'customer_id', '=', tenantId)
}

function found(row: LeadRow | undefined): Lead {
  if (!row) throw new DomainError('notFound', 'No such lead.')
  return leadFromRow(row)
}

export function leadFromRow(row: LeadRow): Lead {
  return {
    id: row.id,
    partnerId: row.partner_id,
    partnerName: row.partner_name,
    customerId: row.customer_id,
    sentBy: row.sent_by,
    kind: row.kind as Lead['kind'],
    status: row.status as Lead['status'],
    market: row.market,
    company: { name: row.company_name, domain: row.company_domain, country: row.company_country, size: row.company_size },
    contact: { name: row.contact_name, mail: row.contact_mail, phone: row.contact_phone },
    message: row.message,
    callMe: row.call_me,
    isFavourite: row.is_favourite,
    receivedAt: row.received_at,
    expiresAt: row.expires_at,
    answeredAt: row.answered_at,
    answeredBy: row.answered_by,
    declineReason: row.decline_reason as Lead['declineReason'],
    declineNote: row.decline_note,
    deal:
      row.deal_name === null
        ? null
        : { name: row.deal_name, value: plainDecimal(String(row.deal_value)), currency: row.deal_currency!, closingOn: row.closing_day!, crmId: row.crm_id, campaignId: row.campaign_id },
    closedAt: row.closed_at,
    closedBy: row.closed_by,
    version: row.version,
  }
}
