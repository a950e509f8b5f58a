import { sql } from 'kysely'
import type { Campaign } from '../domain/campaigns/campaign.ts'
import { rowsWithRequests } from './campaign-report-store.ts'
import { type CampaignRow, rowColumns, rowFrom } from './campaign-row-store.ts'
import type { Transaction } from './database.ts'

type Whose = Pick<Campaign, 'partnerId' | 'id'>

/** Letters to one address within a day for one partner, whatever campaign they are of (rule R39). */
const mostToOneAddress = 5

/** Mails of one partner are counted and written one batch after the other. */
export async function holdCampaignMails(trx: Transaction, partnerId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`campaign mails ${partnerId}`}, 0))`.execute(trx)
}

/** Mails that were written since then: by this campaign, and by all of the partner's. */
export async function campaignMailsSince(trx: Transaction, { partnerId, id }: Whose, since: Date): Promise<{ readonly own: number; readonly all: number }> {
  const { rows } = await sql<{ own: number; all: number }>`
    select count(*) filter (where campaign_id = ${id})::int as own, count(*)::int as all from campaign_rows where partner_id = ${partnerId} and mailed_at > ${since}`.execute(trx)
  return rows[0]!
}

/** The next rows to be asked, in the order of the file; whose address had its letters of the day waits, and keeps no other waiting. */
export async function rowsToMail(trx: Transaction, { partnerId, id }: Whose, { since, most }: { readonly since: Date; readonly most: number }): Promise<CampaignRow[]> {
  const { rows } = await sql<Parameters<typeof rowFrom>[0]>`
    with waiting as (
      select r.*, row_number() over (partition by lower(r.stated_mail) order by r.line) + (
        select count(*) from campaign_rows s where s.partner_id = r.partner_id and lower(s.stated_mail) = lower(r.stated_mail) and s.mailed_at > ${since}) as letter
      from campaign_rows r where r.partner_id = ${partnerId} and r.campaign_id = ${id} and r.state = 'ready')
    select ${sql.join(rowColumns.map((column) => sql.ref(`w.${column}`)))} from waiting w where w.letter <= ${mostToOneAddress} order by w.line limit ${most}`.execute(trx)
  return rows.map(rowFrom)
}

/**
 * Rows whose request waits for an answer and that may still be reminded of it; those of which the last letter, whoever sent
 * it, lies so far back.
 */
export async function rowsToRemind(trx: Transaction, campaign: Campaign, { due, now, most }: { readonly due: Date; readonly now: Date; readonly most: number }): Promise<CampaignRow[]> {
  const { rows } = await sql<Parameters<typeof rowFrom>[0]>`
    select ${sql.join(rowColumns.map((column) => sql.ref(`r.${column}`)))} ${remindable(campaign, now, sentStatuses)} and greatest(r.mailed_at, q.shared_at, q.reminded_at) <= ${due} order by r.mailed_at, r.line limit ${most}`.execute(trx)
  return rows.map(rowFrom)
}

/** Whether anybody may still have to be reminded, today or later; also of a fresh link that the partner has yet to send. */
export async function awaitsReminders(trx: Transaction, campaign: Campaign, now: Date): Promise<boolean> {
  const { rows } = await sql<{ is: boolean }>`select exists (select ${remindable(campaign, now, ['draft', ...sentStatuses])}) as is`.execute(trx)
  return rows[0]!.is
}

const sentStatuses = ['shared', 'opened'] as const

function remindable({ partnerId, id, reminders }: Campaign, now: Date, statuses: readonly string[]) {
  return sql`
    from ${rowsWithRequests}
    where r.partner_id = ${partnerId} and r.campaign_id = ${id} and r.state = 'asked' and r.mails between 1 and ${reminders} and q.status = any (${statuses}::text[]) and q.expires_at > ${now}`
}
