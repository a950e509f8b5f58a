import { type Selectable, sql } from 'kysely'
import { noTenant } from '../domain/ids.ts'
import type { CallStatus, ConnectorCall } from '../domain/provisioning/connector-call.ts'
import type { Subscription } from '../domain/subscriptions/subscription.ts'
import type { Transaction } from './database.ts'
import type { ProvisioningCalls } from './schema.generated.ts'

/** One job a subscription, whoever asks for it; without a connector it finds nothing to do. */
export async function enqueueCall(trx: Transaction, subscriptionId: string, traceparent?: string): Promise<void> {
  await sql`select enqueue('provision', ${JSON.stringify({ subscriptionId, traceparent })}::json, ${`provision:${subscriptionId}`})`.execute(trx)
}

/** Held for an attempt or an act. */
export async function lockCall(trx: Transaction, subscriptionId: string): Promise<ConnectorCall | undefined> {
  const row = await trx.selectFrom('provisioning_calls').selectAll().where('subscription_id', '=', subscriptionId).forUpdate().executeTakeFirst()
  return row && fromRow(row)
}

export async function callsOf(trx: Transaction, subscriptionIds: readonly string[]): Promise<ReadonlyMap<string, ConnectorCall>> {
  const rows = subscriptionIds.length === 0 ? [] : await trx.selectFrom('provisioning_calls').selectAll().where('subscription_id', 'in', subscriptionIds).execute()
  return new Map(rows.map((row) => [row.subscription_id, fromRow(row)]))
}

/** When the queue tries them next. */
export async function nextTriesOf(trx: Transaction, subscriptionIds: readonly string[]): Promise<ReadonlyMap<string, Date>> {
  const { rows } = await sql<{ subscription_id: string; run_at: Date }>`select subscription_id, run_at from provisioning_tries(${subscriptionIds}::uuid[])`.execute(trx)
  return new Map(rows.map((row) => [row.subscription_id, row.run_at]))
}

/** Before the attempt: whatever becomes of it, it is known that one was made. */
export async function countCall(trx: Transaction, { partnerId, customerId, id }: Subscription, { connectorId, now }: { readonly connectorId: string; readonly now: Date }): Promise<number> {
  const { rows } = await sql<{ attempts: number }>`
    insert into provisioning_calls as c (partner_id, customer_id, subscription_id, connector_id, status, attempts, last_at, created_at)
    values (${partnerId}::uuid, ${customerId}::uuid, ${id}::uuid, ${connectorId}::uuid, 'queued', 1, ${now}, ${now})
    on conflict (subscription_id) do update set attempts = c.attempts + 1, connector_id = excluded.connector_id, last_at = excluded.last_at, last_status = null, last_answer = null
    returning attempts`.execute(trx)
  return rows[0]!.attempts
}

export interface CallNote {
  readonly status: CallStatus
  readonly lastStatus: number | null
  readonly lastAnswer: string | null
}

export async function noteCall(trx: Transaction, subscriptionId: string, { status, lastStatus, lastAnswer }: CallNote): Promise<void> {
  await trx.updateTable('provisioning_calls').set({ status, last_status: lastStatus, last_answer: lastAnswer }).where('subscription_id', '=', subscriptionId).execute()
}

export async function setCallStatus(trx: Transaction, subscriptionId: string, status: CallStatus): Promise<void> {
  await trx.updateTable('provisioning_calls').set({ status }).where('subscription_id', '=', subscriptionId).execute()
}

/** Whom the connector is told about: names and the domain of the customer, as the operator knows them. */
export async function partiesOfCall(trx: Transaction, ids: readonly string[]) {
  const rows = await trx.selectFrom('tenants').select(['id', 'name', 'country']).where('id', 'in', [...new Set(ids)]).execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** For a call that proved itself by its signature: from here on the transaction acts for the installation. */
export async function enterProvisioning(trx: Transaction): Promise<void> {
  await sql`select set_config('app.tenant', ${noTenant}, true), set_config('app.scope', 'system', true)`.execute(trx)
}

function fromRow(row: Selectable<ProvisioningCalls>): ConnectorCall {
  return {
    ...{ partnerId: row.partner_id, customerId: row.customer_id, subscriptionId: row.subscription_id, connectorId: row.connector_id },
    ...{ status: row.status as CallStatus, attempts: row.attempts, lastAt: row.last_at, lastStatus: row.last_status, lastAnswer: row.last_answer },
  }
}
