import { sql } from 'kysely'
import type { Lead, LeadStage, LeadTab } from '../domain/leads/lead.ts'
import type { Transaction } from './database.ts'
import { leadFromRow, leadSelection, type LeadSide } from './lead-store.ts'
import { microseconds } from './microseconds.ts'

export interface LeadFilter {
  readonly tab?: LeadTab | undefined
  readonly stage?: LeadStage | undefined
  /** folded by searchKey; found inside the name of the company */
  readonly search?: string | undefined
  readonly now: Date
}

export interface ListedLead {
  readonly lead: Lead
  readonly keys: readonly [receivedAt: string, id: string]
}

/** One's leads on one side, latest first. Reading back gives them in the opposite order. */
export async function listLeadsOf(
  trx: Transaction,
  { side, tenantId }: { readonly side: LeadSide; readonly tenantId: string },
  filter: LeadFilter,
  { start, most }: { readonly start: { readonly keys: readonly unknown[]; readonly backwards: boolean } | undefined; readonly most: number },
): Promise<ListedLead[]> {
  const direction = start?.backwards ? 'asc' : 'desc'
  let query = trx
    .selectFrom('leads')
    .select(leadSelection)
    .select(microseconds('received_at').as('received_key'))
    .where(side === 'partner' ? 'partner_id' : 'customer_id', '=', tenantId)
    .orderBy('received_at', direction)
    .orderBy('id', direction)
    .limit(most)
  if (start) {
    const [receivedAt, id] = start.keys as string[]
    query = query.where(sql<boolean>`(received_at, id) ${sql.raw(start.backwards ? '>' : '<')} (${receivedAt}::timestamptz, ${id}::uuid)`)
  }
  if (filter.tab === 'marketplace') query = query.where('kind', '=', 'customerEnquiry')
  if (filter.tab === 'qualified') query = query.where('kind', '<>', 'customerEnquiry')
  if (filter.tab === 'favourites') query = query.where('is_favourite', '=', true)
  if (filter.stage) query = query.where(holdsNow(filter.stage, filter.now))
  if (filter.search) query = query.where(sql<boolean>`strpos(company_key, ${filter.search}) > 0`)
  return (await query.execute()).map((row) => ({ lead: leadFromRow(row), keys: [row.received_key, row.id] }))
}

/** The column is late by nature: what is past its time counts as expired, whatever it says. */
function holdsNow(stage: LeadStage, now: Date) {
  if (stage === 'received') return sql<boolean>`(status = 'received' and expires_at > ${now})`
  if (stage === 'accepted') return sql<boolean>`status = 'accepted'`
  return sql<boolean>`(status not in ('received', 'accepted') or (status = 'received' and expires_at <= ${now}))`
}
