import { type Selectable, sql } from 'kysely'
import type { Campaign, RowState, StatedRow } from '../domain/campaigns/campaign.ts'
import type { Transaction } from './database.ts'
import { insertMany } from './insert-many.ts'
import type { CampaignRows } from './schema.generated.ts'

export interface CampaignRow {
  readonly stated: StatedRow
  readonly state: RowState
  readonly reasonCode: string | null
  readonly namedCustomerId: string | null
  readonly namedDomain: string | null
  readonly country: string | null
  readonly language: string | null
  readonly requestId: string | null
  readonly mails: number
  readonly mailedAt: Date | null
}

type Whose = Pick<Campaign, 'partnerId' | 'id'>

/** In place of those of an earlier file. What the reader of the file could not read is refused from the start. */
export async function replaceRows(trx: Transaction, { partnerId, id }: Whose, rows: readonly StatedRow[]): Promise<void> {
  await trx.deleteFrom('campaign_rows').where('partner_id', '=', partnerId).where('campaign_id', '=', id).execute()
  await insertMany(
    trx,
    'campaign_rows',
    rows.map((row) => ({
      partner_id: partnerId,
      campaign_id: id,
      line: row.line,
      stated_id: row.tenantId,
      stated_name: row.companyName,
      stated_domain: row.domain,
      stated_country: row.country,
      stated_cloud: row.cloud,
      stated_mail: row.mail,
      stated_language: row.language,
      state: 'unchecked',
      reason_code: row.problem ?? null,
    })),
  )
}

/** The next rows in that state, in the order of the file. */
export async function rowsInState(trx: Transaction, campaign: Whose, state: RowState, most: number): Promise<CampaignRow[]> {
  const rows = await ofCampaign(trx, campaign).where('state', '=', state).orderBy('line').limit(most).execute()
  return rows.map(rowFrom)
}

/** What was found out about rows, many in one statement. */
export async function saveRows(trx: Transaction, { partnerId, id }: Whose, rows: readonly CampaignRow[]): Promise<void> {
  if (rows.length === 0) return
  await sql`
    update campaign_rows r set state = n.state, reason_code = n.reason_code, named_customer_id = n.named_customer_id, named_domain = n.named_domain, country = n.country, language = n.language,
      request_id = n.request_id, mails = n.mails, mailed_at = n.mailed_at
    from jsonb_to_recordset(${JSON.stringify(rows.map(changed))}::jsonb) as n (line integer, state text, reason_code text, named_customer_id uuid, named_domain text, country text, language text,
      request_id uuid, mails smallint, mailed_at timestamptz)
    where r.partner_id = ${partnerId} and r.campaign_id = ${id} and r.line = n.line`.execute(trx)
}

function changed(row: CampaignRow) {
  return {
    line: row.stated.line,
    state: row.state,
    reason_code: row.reasonCode,
    named_customer_id: row.namedCustomerId,
    named_domain: row.namedDomain,
    country: row.country,
    language: row.language,
    request_id: row.requestId,
    mails: row.mails,
    mailed_at: row.mailedAt?.toISOString() ?? null,
  }
}

/** A request that is asked anew with another link goes on in the row of the one before, where that came of a list. */
export async function moveRowTo(trx: Transaction, partnerId: string, { from, to }: { readonly from: string; readonly to: string }): Promise<void> {
  await trx.updateTable('campaign_rows').set({ request_id: to }).where('partner_id', '=', partnerId).where('request_id', '=', from).execute()
}

/** Those of these ids and domains that a row of the list names already. */
export async function namedInList(trx: Transaction, { partnerId, id }: Whose, names: { readonly ids: readonly string[]; readonly domains: readonly string[] }): Promise<Set<string>> {
  const { rows } = await sql<{ name: string }>`
    select named_customer_id::text as name from campaign_rows where partner_id = ${partnerId} and campaign_id = ${id} and named_customer_id = any (${names.ids}::uuid[])
    union select named_domain from campaign_rows where partner_id = ${partnerId} and campaign_id = ${id} and named_domain = any (${names.domains}::text[])`.execute(trx)
  return new Set(rows.map(({ name }) => name))
}

export async function countRows(trx: Transaction, { partnerId, id }: Whose): Promise<Readonly<Record<RowState, number>>> {
  const rows = await trx
    .selectFrom('campaign_rows')
    .select(['state', ({ fn }) => fn.countAll<number>().as('count')])
    .where('partner_id', '=', partnerId)
    .where('campaign_id', '=', id)
    .groupBy('state')
    .execute()
  return { unchecked: 0, ready: 0, refused: 0, asked: 0, ...Object.fromEntries(rows.map(({ state, count }) => [state, Number(count)])) }
}

export const rowColumns = [
  'line', 'stated_id', 'stated_name', 'stated_domain', 'stated_country', 'stated_cloud', 'stated_mail', 'stated_language', 'state', 'reason_code', 'named_customer_id', 'named_domain', 'country',
  'language', 'request_id', 'mails', 'mailed_at',
] as const satisfies readonly (keyof CampaignRows)[]

export function rowFrom(row: Pick<Selectable<CampaignRows>, (typeof rowColumns)[number]>): CampaignRow {
  return {
    stated: {
      line: row.line,
      tenantId: row.stated_id,
      companyName: row.stated_name,
      domain: row.stated_domain,
      country: row.stated_country,
      cloud: row.stated_cloud,
      mail: row.stated_mail,
      language: row.stated_language,
      ...(row.state === 'unchecked' && row.reason_code !== null && { problem: row.reason_code as NonNullable<StatedRow['problem']> }),
    },
    state: row.state as RowState,
    reasonCode: row.reason_code,
    namedCustomerId: row.named_customer_id,
    namedDomain: row.named_domain,
    country: row.country,
    language: row.language,
    requestId: row.request_id,
    mails: row.mails,
    mailedAt: row.mailed_at,
  }
}

function ofCampaign(trx: Transaction, { partnerId, id }: Whose) {
  return trx.selectFrom('campaign_rows').select(rowColumns).where('partner_id', '=', partnerId).where('campaign_id', '=', id)
}
