import { type Selectable, sql } from 'kysely'
import { noTenant } from '../domain/ids.ts'
import type { MailBlockKind, MailStanding } from '../domain/mail-blocks.ts'
import type { Transaction } from './database.ts'
import type { MailBlocks } from './schema.generated.ts'

/** Sealed; undefined until somebody brings the first. */
export async function sealedAddressKey(trx: Transaction, fresh: Buffer | null, now: Date): Promise<Buffer | undefined> {
  const { rows } = await sql<{ key: Buffer | null }>`select mail_address_key(${fresh}, ${now}) as key`.execute(trx)
  return rows[0]!.key ?? undefined
}

/** By hash, in hex; addresses of which nothing is known are left out. */
export async function mailStandings(trx: Transaction, hashes: readonly Buffer[], senderId: string): Promise<Map<string, MailStanding>> {
  const { rows } = await sql<{ address_hash: Buffer; undeliverable_since: Date | null; is_opted_out: boolean }>`
    select address_hash, undeliverable_since, is_opted_out from mail_standing(${hashes}::bytea[], ${senderId})`.execute(trx)
  return new Map(rows.map((row) => [row.address_hash.toString('hex'), { undeliverableSince: row.undeliverable_since, isOptedOut: row.is_opted_out }]))
}

/** How often it was refused in a row, this time included. */
export async function countRefusal(trx: Transaction, hash: Buffer, at: Date): Promise<number> {
  const { refusals } = await trx
    .insertInto('mail_refusals')
    .values({ address_hash: hash, refusals: 1, last_at: at })
    .onConflict((conflict) => conflict.column('address_hash').doUpdateSet({ refusals: sql`mail_refusals.refusals + 1`, last_at: at }))
    .returning('refusals')
    .executeTakeFirstOrThrow()
  return refusals
}

export async function forgetRefusals(trx: Transaction, hash: Buffer): Promise<void> {
  await trx.deleteFrom('mail_refusals').where('address_hash', '=', hash).execute()
}

export async function markProved(trx: Transaction, hash: Buffer): Promise<void> {
  await sql`select mail_address_proved(${hash})`.execute(trx)
}

export interface MailBlock {
  readonly id: string
  readonly addressHash: Buffer
  readonly kind: MailBlockKind
  /** whose letters; noTenant for everybody's */
  readonly tenantId: string
  readonly domain: string
  readonly since: Date
  readonly source: 'smtp' | 'reader' | 'operator'
  readonly reason: string | null
  readonly addedBy: string | null
}

/** False where it stands there already. */
export async function insertBlock(trx: Transaction, block: MailBlock): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('mail_blocks')
    .values({
      id: block.id,
      address_hash: block.addressHash,
      kind: block.kind,
      tenant_id: block.tenantId,
      domain: block.domain,
      since: block.since,
      source: block.source,
      reason: block.reason,
      added_by: block.addedBy,
    })
    .onConflict((conflict) => conflict.columns(['address_hash', 'kind', 'tenant_id']).doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

export async function deleteBlock(trx: Transaction, id: string): Promise<MailBlock | undefined> {
  const row = await trx.deleteFrom('mail_blocks').where('id', '=', id).returningAll().executeTakeFirst()
  if (row?.kind === 'undeliverable') await forgetRefusals(trx, row.address_hash)
  return row && fromRow(row)
}

export async function deleteOptOut(trx: Transaction, hash: Buffer, tenantId: string): Promise<boolean> {
  const { numDeletedRows } = await trx.deleteFrom('mail_blocks').where('address_hash', '=', hash).where('kind', '=', 'optedOut').where('tenant_id', '=', tenantId).executeTakeFirst()
  return numDeletedRows === 1n
}

export async function blocksOf(trx: Transaction, hash: Buffer): Promise<MailBlock[]> {
  return (await trx.selectFrom('mail_blocks').selectAll().where('address_hash', '=', hash).orderBy('since').execute()).map(fromRow)
}

/** Newest first. */
export async function listBlocks(
  trx: Transaction,
  { kind, most, from }: { kind: MailBlockKind | undefined; most: number; from: { readonly since: Date; readonly id: string; readonly isBackward: boolean } | undefined },
): Promise<MailBlock[]> {
  const direction = from?.isBackward ? 'asc' : 'desc'
  let query = trx.selectFrom('mail_blocks').selectAll().orderBy('since', direction).orderBy('id', direction).limit(most)
  if (kind !== undefined) query = query.where('kind', '=', kind)
  if (from) query = query.where(from.isBackward ? sql<boolean>`(since, id) > (${from.since}, ${from.id}::uuid)` : sql<boolean>`(since, id) < (${from.since}, ${from.id}::uuid)`)
  return (await query.execute()).map(fromRow)
}

export async function countBlocks(trx: Transaction): Promise<Readonly<Record<MailBlockKind, number>>> {
  const { rows } = await sql<Record<MailBlockKind, number>>`
    select count(*) filter (where kind = 'undeliverable') as undeliverable, count(distinct address_hash) filter (where kind = 'optedOut') as "optedOut" from mail_blocks`.execute(trx)
  return rows[0]!
}

/** For a reader who holds a letter's way out: from here on the transaction acts for the installation. */
export async function enterMailRoom(trx: Transaction): Promise<void> {
  await sql`select set_config('app.tenant', ${noTenant}, true), set_config('app.scope', 'system', true)`.execute(trx)
}

function fromRow(row: Selectable<MailBlocks>): MailBlock {
  return {
    id: row.id,
    addressHash: row.address_hash,
    kind: row.kind as MailBlockKind,
    tenantId: row.tenant_id,
    domain: row.domain,
    since: row.since,
    source: row.source as MailBlock['source'],
    reason: row.reason,
    addedBy: row.added_by,
  }
}
