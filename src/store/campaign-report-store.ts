import { type RawBuilder, sql } from 'kysely'
import type { Campaign } from '../domain/campaigns/campaign.ts'
import type { RelationshipRequestStatus } from '../domain/relationship-requests/relationship-request.ts'
import { type CampaignRow, rowColumns, rowFrom } from './campaign-row-store.ts'
import type { Transaction } from './database.ts'

/** Where a row stands: as the list left it, or as its request stands at this moment. */
export type RowStanding = 'unchecked' | 'ready' | 'refused' | RelationshipRequestStatus

type Whose = Pick<Campaign, 'partnerId' | 'id'>

/** The column is late by nature: what is past its time counts as expired, whatever it says (relationship-request-list-store). */
const standing = (now: Date): RawBuilder<RowStanding> => sql<RowStanding>`
  case when q.id is null then r.state when q.status in ('draft', 'shared', 'opened') and q.expires_at <= ${now} then 'expired' else q.status end`

/** The latest visit of a request that still awaits its answer, where it was stopped. */
const blockedBy = (now: Date): RawBuilder<string | null> => sql<string | null>`
  case when q.status in ('draft', 'shared', 'opened') and q.expires_at > ${now} then
    (select case when v.outcome = 'blocked' then v.reason_code end from request_visits v
     where v.partner_id = q.partner_id and v.request_id = q.id order by v.at desc, v.id desc limit 1) end`

/**
 * By the id alone, which is unique: of a list that has just come in no statistics know how long it is, and with the partner
 * beside it the planner looks through all requests of the partner once for each row (10 000 of them: beyond the timeout).
 */
export const rowsWithRequests = sql`campaign_rows r left join relationship_requests q on q.id = r.request_id`

export interface Funnel {
  readonly standings: Readonly<Partial<Record<RowStanding, number>>>
  /** taken along by the partner, or mailed by Vinculo */
  readonly sent: number
  /** opened at least once, whatever came of it */
  readonly opened: number
  readonly blocked: Readonly<Record<string, number>>
}

/** What came of a campaign, counted where it stands: on its requests. */
export async function funnelOf(trx: Transaction, { partnerId, id }: Whose, now: Date): Promise<Funnel> {
  const { rows } = await sql<{ standing: RowStanding; blocked: string | null; rows: number; sent: number; opened: number }>`
    select ${standing(now)} as standing, ${blockedBy(now)} as blocked, count(*)::int as rows, count(q.shared_at)::int as sent, count(q.opened_at)::int as opened
    from ${rowsWithRequests} where r.partner_id = ${partnerId} and r.campaign_id = ${id} group by 1, 2`.execute(trx)
  const standings: Partial<Record<RowStanding, number>> = {}
  const blocked: Record<string, number> = {}
  for (const row of rows) {
    standings[row.standing] = (standings[row.standing] ?? 0) + row.rows
    if (row.blocked !== null) blocked[row.blocked] = (blocked[row.blocked] ?? 0) + row.rows
  }
  return { standings, sent: sum(rows.map(({ sent }) => sent)), opened: sum(rows.map(({ opened }) => opened)), blocked }
}

/** Why rows of the list were refused, commonest first. */
export async function refusalsOf(trx: Transaction, { partnerId, id }: Whose): Promise<{ readonly reasonCode: string; readonly rows: number }[]> {
  const { rows } = await sql<{ reasonCode: string; rows: number }>`
    select reason_code as "reasonCode", count(*)::int as rows from campaign_rows
    where partner_id = ${partnerId} and campaign_id = ${id} and state = 'refused' group by 1 order by 2 desc, 1`.execute(trx)
  return rows
}

/** In which countries and languages its customers are asked, most first. */
export async function countriesOf(trx: Transaction, { partnerId, id }: Whose): Promise<CountryOfRows[]> {
  const { rows } = await sql<CountryOfRows>`
    select country, language, stated_language <> '' as "isStated", count(*)::int as rows from campaign_rows
    where partner_id = ${partnerId} and campaign_id = ${id} and state in ('ready', 'asked') group by 1, 2, 3 order by 4 desc, 1, 2, 3`.execute(trx)
  return rows
}

export interface CountryOfRows {
  readonly country: string | null
  readonly language: string
  /** the row said so itself */
  readonly isStated: boolean
  readonly rows: number
}

export interface ReportedRow {
  readonly row: CampaignRow
  readonly standing: RowStanding
  readonly blockedBy: string | null
  /** when its request came into being, was sent and opened, was answered or ended, and is valid until; null where there is none */
  readonly dates: Readonly<Record<(typeof requestDates)[number], Date | null>>
}

const requestDates = ['created_at', 'shared_at', 'opened_at', 'answered_at', 'expires_at'] as const

/** In the order of the file; reading back from a place gives them in the opposite order. */
export async function reportedRows(
  trx: Transaction,
  { partnerId, id }: Whose,
  filter: { readonly standing: RowStanding | undefined; readonly now: Date },
  { start, most }: { readonly start: { readonly keys: readonly unknown[]; readonly backwards: boolean } | undefined; readonly most: number },
): Promise<ReportedRow[]> {
  const isWanted = filter.standing === undefined ? sql`true` : sql`${standing(filter.now)} = ${filter.standing}`
  const isBeyond = start === undefined ? sql`true` : sql`r.line ${sql.raw(start.backwards ? '<' : '>')} ${Number(start.keys[0])}`
  const { rows } = await sql<Parameters<typeof rowFrom>[0] & { standing: RowStanding; blocked_by: string | null } & ReportedRow['dates']>`
    select ${sql.join(rowColumns.map((column) => sql.ref(`r.${column}`)))}, ${standing(filter.now)} as standing, ${blockedBy(filter.now)} as blocked_by,
      ${sql.join(requestDates.map((column) => sql.ref(`q.${column}`)))}
    from ${rowsWithRequests} where r.partner_id = ${partnerId} and r.campaign_id = ${id} and ${isWanted} and ${isBeyond}
    order by r.line ${sql.raw(start?.backwards ? 'desc' : 'asc')} limit ${most}`.execute(trx)
  return rows.map((row) => ({ row: rowFrom(row), standing: row.standing, blockedBy: row.blocked_by, dates: row }))
}

function sum(counts: readonly number[]): number {
  return counts.reduce((all, one) => all + one, 0)
}
