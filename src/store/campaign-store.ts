import { type Selectable, sql } from 'kysely'
import type { Campaign } from '../domain/campaigns/campaign.ts'
import { DomainError } from '../domain/errors.ts'
import type { Transaction } from './database.ts'
import { microseconds } from './microseconds.ts'
import type { Campaigns } from './schema.generated.ts'

export async function insertCampaign(trx: Transaction, campaign: Campaign): Promise<void> {
  const { partnerId, id, name, delivery, createdBy, createdAt, actingId } = campaign
  await trx
    .insertInto('campaigns')
    .values({ partner_id: partnerId, id, name, delivery, created_by: createdBy, created_at: createdAt, acting_id: actingId, ...changing(campaign) })
    .execute()
}

/** Somebody else's is like an absent one (decision 11). */
export async function findCampaign(trx: Transaction, partnerId: string, id: string): Promise<Campaign | undefined> {
  const row = await trx.selectFrom('campaigns').select(campaignColumns).where('partner_id', '=', partnerId).where('id', '=', id).executeTakeFirst()
  return row && campaignFromRow(row)
}

/** Held for the act: two that work at the same campaign take turns. */
export async function lockCampaign(trx: Transaction, partnerId: string, id: string): Promise<Campaign | undefined> {
  const row = await trx.selectFrom('campaigns').select(campaignColumns).where('partner_id', '=', partnerId).where('id', '=', id).forUpdate().executeTakeFirst()
  return row && campaignFromRow(row)
}

/** For the scope of the system: whichever partner's it is. */
export async function findAnyCampaign(trx: Transaction, id: string): Promise<Campaign | undefined> {
  const row = await trx.selectFrom('campaigns').select(campaignColumns).where('id', '=', id).executeTakeFirst()
  return row && campaignFromRow(row)
}

/** For the scope of the system: what has something to do by now. */
export async function campaignsAtWork(trx: Transaction, now: Date): Promise<string[]> {
  const rows = await trx
    .selectFrom('campaigns')
    .select('id')
    .where('status', 'in', ['checking', 'running'])
    .where((or) => or.or([or('next_at', 'is', null), or('next_at', '<=', now)]))
    .execute()
  return rows.map(({ id }) => id)
}

/** Writes what may change. Somebody else's change in between is refused, however it came about. */
export async function saveCampaign(trx: Transaction, next: Campaign): Promise<Campaign> {
  const { numUpdatedRows } = await trx
    .updateTable('campaigns')
    .set({ ...changing(next), acting_id: next.actingId, version: next.version + 1 })
    .where('partner_id', '=', next.partnerId)
    .where('id', '=', next.id)
    .where('version', '=', next.version)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new DomainError('changedMeanwhile', 'The campaign changed meanwhile.')
  return { ...next, version: next.version + 1 }
}

/** One job a campaign, whoever asks for it. */
export async function enqueueCampaign(trx: Transaction, id: string, traceparent?: string): Promise<void> {
  await sql`select enqueue('work-campaign', ${JSON.stringify({ campaignId: id, traceparent })}::json, ${`campaign:${id}`})`.execute(trx)
}

export interface ListedCampaign {
  readonly campaign: Campaign
  readonly keys: readonly [createdAt: string, id: string]
}

/** One's own, latest first; reading back from a place gives them in the opposite order. */
export async function listCampaigns(
  trx: Transaction,
  partnerId: string,
  { start, most }: { readonly start: { readonly keys: readonly unknown[]; readonly backwards: boolean } | undefined; readonly most: number },
): Promise<ListedCampaign[]> {
  const direction = start?.backwards ? 'asc' : 'desc'
  let query = trx
    .selectFrom('campaigns')
    .select(campaignColumns)
    .select(microseconds('created_at').as('created_key'))
    .where('partner_id', '=', partnerId)
    .orderBy('created_at', direction)
    .orderBy('id', direction)
    .limit(most)
  if (start) {
    const [createdAt, id] = start.keys as string[]
    query = query.where(sql<boolean>`(created_at, id) ${sql.raw(start.backwards ? '>' : '<')} (${createdAt}::timestamptz, ${id}::uuid)`)
  }
  return (await query.execute()).map((row) => ({ campaign: campaignFromRow(row), keys: [row.created_key, row.id] }))
}

function changing(campaign: Campaign) {
  return {
    status: campaign.status,
    ask_privileges: campaign.askPrivileges,
    validity_days: campaign.validityDays,
    language: campaign.language,
    words: campaign.words,
    mails_a_day: campaign.mailsADay,
    reminders: campaign.reminders,
    days_between: campaign.daysBetween,
    file_sha256: campaign.fileSha256,
    row_count: campaign.rowCount,
    checked_count: campaign.checkedCount,
    pause_reason: campaign.pauseReason,
    next_at: campaign.nextAt,
    started_at: campaign.startedAt,
    ended_at: campaign.endedAt,
  }
}

const campaignColumns = [
  'partner_id', 'id', 'name', 'delivery', 'status', 'ask_privileges', 'validity_days', 'language', 'words', 'mails_a_day', 'reminders', 'days_between', 'file_sha256', 'row_count', 'checked_count',
  'pause_reason', 'next_at', 'created_by', 'created_at', 'acting_id', 'started_at', 'ended_at', 'version',
] as const satisfies readonly (keyof Campaigns)[]

function campaignFromRow(row: Pick<Selectable<Campaigns>, (typeof campaignColumns)[number]>): Campaign {
  return {
    partnerId: row.partner_id,
    id: row.id,
    name: row.name,
    delivery: row.delivery as Campaign['delivery'],
    status: row.status as Campaign['status'],
    askPrivileges: row.ask_privileges,
    validityDays: row.validity_days,
    language: row.language as Campaign['language'],
    words: row.words,
    mailsADay: row.mails_a_day,
    reminders: row.reminders,
    daysBetween: row.days_between,
    fileSha256: row.file_sha256,
    rowCount: row.row_count,
    checkedCount: row.checked_count,
    pauseReason: row.pause_reason,
    nextAt: row.next_at,
    createdBy: row.created_by,
    createdAt: row.created_at,
    actingId: row.acting_id,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    version: row.version,
  }
}
