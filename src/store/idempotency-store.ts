import { sql } from 'kysely'
import { DomainError } from '../domain/errors.ts'
import type { Transaction } from './database.ts'

export interface IdempotentAct {
  readonly tenantId: string
  readonly principal: string
  readonly route: string
  readonly key: string
  readonly bodySha256: Buffer
  readonly expiresAt: Date
}

export interface RememberedAnswer {
  readonly status: number
  readonly answer: unknown
  readonly etag: string | null
}

/**
 * Claims the key inside the act's transaction, or gives the answer that was stored with the effect (rule R17).
 * The lock only makes "still running" an answer instead of a wait; the primary key is what keeps the effect single.
 */
export async function claimKey(trx: Transaction, act: IdempotentAct, now: Date): Promise<RememberedAnswer | undefined> {
  const lock = `${act.tenantId} ${act.principal} ${act.route} ${act.key}`
  const running = await sql<{ free: boolean }>`select pg_try_advisory_xact_lock(hashtextextended(${lock}, 0)) as free`.execute(trx)
  if (!running.rows[0]?.free) throw new DomainError('idempotencyKeyRunning', 'The first request with this key is still running.')
  const claimed = await trx
    .insertInto('idempotency_keys')
    .values({
      tenant_id: act.tenantId,
      principal: act.principal,
      route: act.route,
      key: act.key,
      body_sha256: act.bodySha256,
      created_at: now,
      expires_at: act.expiresAt,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'principal', 'route', 'key']).doNothing())
    .executeTakeFirst()
  if (claimed.numInsertedOrUpdatedRows === 1n) return undefined
  const stored = await ofAct(trx.selectFrom('idempotency_keys'), act)
    .select(['body_sha256', 'status', 'answer', 'etag'])
    .executeTakeFirstOrThrow()
  if (!stored.body_sha256.equals(act.bodySha256)) {
    throw new DomainError('idempotencyKeyReused', 'This key was used for another request.')
  }
  return { status: stored.status!, answer: stored.answer, etag: stored.etag }
}

export async function rememberAnswer(trx: Transaction, act: IdempotentAct, remembered: RememberedAnswer): Promise<void> {
  await ofAct(
    trx.updateTable('idempotency_keys').set({
      status: remembered.status,
      answer: JSON.stringify(remembered.answer ?? null),
      etag: remembered.etag,
    }),
    act,
  ).execute()
}

/** Forgets keys whose time has passed. */
export async function forgetKeys(trx: Transaction, now: Date): Promise<number> {
  const gone = await trx.deleteFrom('idempotency_keys').where('expires_at', '<=', now).executeTakeFirst()
  return Number(gone.numDeletedRows)
}

interface Filtered<Self> {
  where(column: 'tenant_id' | 'principal' | 'route' | 'key', operator: '=', value: string): Self
}

function ofAct<Query extends Filtered<Query>>(query: Query, act: IdempotentAct): Query {
  return query
    .where('tenant_id', '=', act.tenantId)
    .where('principal', '=', act.principal)
    .where('route', '=', act.route)
    .where('key', '=', act.key)
}
