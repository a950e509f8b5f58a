import type { Selectable } from 'kysely'
import { DomainError } from '../domain/errors.ts'
import type { UsageOwner } from '../domain/usage/usage-subscription.ts'
import type { Transaction } from './database.ts'
import type { UsageOwners } from './schema.generated.ts'

/** The living index keeps a second one of the same principal away. */
export async function insertUsageOwner(trx: Transaction, owner: UsageOwner): Promise<void> {
  await trx
    .insertInto('usage_owners')
    .values({
      ...{ customer_id: owner.customerId, id: owner.id, usage_id: owner.usageId, seller_id: owner.sellerId, partner_id: owner.partnerId, person_id: owner.personId },
      ...{ role: 'owner', because: owner.because, given_at: owner.givenAt, given_by: owner.givenBy },
    })
    .execute()
}

/** Ends it; at once, for everybody who asks next. */
export async function endUsageOwner(trx: Transaction, { id, version }: UsageOwner, end: { readonly at: Date; readonly by: string }): Promise<void> {
  const { numUpdatedRows } = await trx.updateTable('usage_owners').set({ ended_at: end.at, ended_by: end.by, version: version + 1 }).where('id', '=', id).where('version', '=', version).executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new DomainError('changedMeanwhile', 'The owner changed meanwhile.')
}

/** The living assignment of a partner's group, held while the partner acts on it: its end waits for this act, or this act sees it (rule R10). */
export async function holdUsageOwner(trx: Transaction, usageId: string, partnerId: string): Promise<UsageOwner | undefined> {
  const row = await trx.selectFrom('usage_owners').select(columns).where('usage_id', '=', usageId).where('partner_id', '=', partnerId).where('ended_at', 'is', null).forShare().executeTakeFirst()
  return row && fromRow(row)
}

/** One assignment of the customer's, held for its end. */
export async function lockUsageOwner(trx: Transaction, { customerId, usageId, ownerId }: { readonly customerId: string; readonly usageId: string; readonly ownerId: string }): Promise<UsageOwner> {
  const row = await trx.selectFrom('usage_owners').select(columns).where('customer_id', '=', customerId).where('usage_id', '=', usageId).where('id', '=', ownerId).forUpdate().executeTakeFirst()
  if (!row) throw new DomainError('notFound', 'No such owner.')
  return fromRow(row)
}

/** What a partner's Admin agents own at the customer now, held for its end; in one order, so that two acts queue up. */
export async function livingOwnershipsOf(trx: Transaction, customerId: string, partnerId: string): Promise<UsageOwner[]> {
  const rows = await trx.selectFrom('usage_owners').select(columns).where('customer_id', '=', customerId).where('partner_id', '=', partnerId).where('ended_at', 'is', null).orderBy('id').forUpdate().execute()
  return rows.map(fromRow)
}

/** All that this reader may see, the ended too, of these usage subscriptions, oldest first. */
export async function usageOwnersOf(trx: Transaction, usageIds: readonly string[]): Promise<UsageOwner[]> {
  if (usageIds.length === 0) return []
  const rows = await trx.selectFrom('usage_owners').select(columns).where('usage_id', 'in', [...usageIds]).orderBy('given_at').orderBy('id').execute()
  return rows.map(fromRow)
}

const columns = ['customer_id', 'id', 'usage_id', 'seller_id', 'partner_id', 'person_id', 'because', 'given_at', 'given_by', 'ended_at', 'ended_by', 'version'] as const

function fromRow(row: Pick<Selectable<UsageOwners>, (typeof columns)[number]>): UsageOwner {
  return {
    ...{ customerId: row.customer_id, id: row.id, usageId: row.usage_id, sellerId: row.seller_id, partnerId: row.partner_id, personId: row.person_id },
    because: row.because as UsageOwner['because'],
    ...{ givenAt: row.given_at, givenBy: row.given_by, endedAt: row.ended_at, endedBy: row.ended_by, version: row.version },
  }
}
