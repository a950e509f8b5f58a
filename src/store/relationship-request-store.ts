import { type Selectable, sql } from 'kysely'
import type { CustomerLanguage } from '../domain/countries.ts'
import { DomainError } from '../domain/errors.ts'
import { searchKey } from '../domain/names/search-key.ts'
import { awaitingStatuses } from '../domain/relationship-requests/relationship-request.ts'
import type { NamedCustomer, RelationshipRequest } from '../domain/relationship-requests/relationship-request.ts'
import type { Transaction } from './database.ts'
import { insertMany } from './insert-many.ts'
import type { RelationshipRequests } from './schema.generated.ts'

/** A link's secret as it lies: its hash to find it by, and sealed to show it again to those who may ask (rule R3). */
export interface StoredSecret {
  readonly hash: Buffer
  readonly sealed: Buffer
}

/** A request that has just come into being, with its secret as it will lie. */
export interface FreshRequest {
  readonly request: RelationshipRequest
  readonly secret: StoredSecret
}

export function insertRequests(trx: Transaction, fresh: readonly FreshRequest[]): Promise<void> {
  return insertMany(trx, 'relationship_requests', fresh.map(rowOfFresh))
}

function rowOfFresh({ request, secret }: FreshRequest) {
  const { named } = request
  return {
    partner_id: request.partnerId,
    id: request.id,
    second_partner_id: request.secondPartnerId,
    asked_by_provider: request.isAskedByProvider,
    kind: request.kind,
    status: request.status,
    named_customer_id: named.customerId,
    named_domain: named.domain,
    named_country: named.country,
    named_company: named.companyName,
    named_key: namedKey(named),
    services: [...request.services],
    language: request.language,
    subject: request.subject,
    body: request.body,
    secret_hash: secret.hash,
    sealed_secret: secret.sealed,
    follows_id: request.followsId,
    created_by: request.createdBy,
    created_at: request.createdAt,
    expires_at: request.expiresAt,
  }
}

/** The request behind a link, held for the act; undefined where no link has that secret. Needs the transaction's link secret. */
export async function lockRequestBySecret(trx: Transaction, secretHash: Buffer): Promise<RelationshipRequest | undefined> {
  const row = await trx
    .selectFrom('relationship_requests')
    .select(requestColumns)
    .where('secret_hash', '=', secretHash)
    .forUpdate()
    .executeTakeFirst()
  return row && requestFromRow(row)
}

/** One of this partner's own requests, held for the act. */
export async function lockRequestOf(trx: Transaction, partnerId: string, id: string): Promise<RelationshipRequest | undefined> {
  const row = await ownRequest(trx, partnerId, id).forUpdate().executeTakeFirst()
  return row && requestFromRow(row)
}

export async function findRequestOf(trx: Transaction, partnerId: string, id: string): Promise<RelationshipRequest | undefined> {
  const row = await ownRequest(trx, partnerId, id).executeTakeFirst()
  return row && requestFromRow(row)
}

/** Open requests of this partner that name the customer, by its id or by its domain; held, oldest first. */
export async function lockOpenRequestsNaming(
  trx: Transaction,
  partnerId: string,
  customer: { readonly id: string; readonly domain: string },
): Promise<RelationshipRequest[]> {
  const rows = await trx
    .selectFrom('relationship_requests')
    .select(requestColumns)
    .where('partner_id', '=', partnerId)
    .where('status', 'in', [...awaitingStatuses])
    .where((or) => or.or([or('named_customer_id', '=', customer.id), or('named_domain', '=', customer.domain)]))
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.map(requestFromRow)
}

/** Open joint requests of this reseller and this provider, of whichever of the two asks; held, oldest first. */
export async function lockOpenJointRequests(trx: Transaction, resellerId: string, providerId: string): Promise<RelationshipRequest[]> {
  const rows = await trx
    .selectFrom('relationship_requests')
    .select(requestColumns)
    .where(({ or, and, eb }) =>
      or([
        and([eb('partner_id', '=', resellerId), eb('second_partner_id', '=', providerId), eb('asked_by_provider', '=', false)]),
        and([eb('partner_id', '=', providerId), eb('second_partner_id', '=', resellerId), eb('asked_by_provider', '=', true)]),
      ]),
    )
    .where('status', 'in', [...awaitingStatuses])
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.map(requestFromRow)
}

/** How many requests of this partner to that customer still await an answer. */
export async function hasOpenRequestNaming(
  trx: Transaction,
  partnerId: string,
  named: Pick<NamedCustomer, 'customerId' | 'domain'>,
  now: Date,
): Promise<boolean> {
  if (named.customerId === null && named.domain === null) return false
  const row = await trx
    .selectFrom('relationship_requests')
    .select('id')
    .where('partner_id', '=', partnerId)
    .where('status', 'in', [...awaitingStatuses])
    .where('expires_at', '>', now)
    .where((or) => or.or([or('named_customer_id', '=', named.customerId), or('named_domain', '=', named.domain)]))
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** The sealed secret of one's own request, for re-showing its link. */
export async function sealedSecretOf(trx: Transaction, partnerId: string, id: string): Promise<Buffer> {
  const row = await trx
    .selectFrom('relationship_requests')
    .select('sealed_secret')
    .where('partner_id', '=', partnerId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return row.sealed_secret
}

/** Writes what may change. Somebody else's change in between is refused, however it came about. */
export async function saveRequest(trx: Transaction, next: RelationshipRequest): Promise<RelationshipRequest> {
  const { numUpdatedRows } = await trx
    .updateTable('relationship_requests')
    .set({
      status: next.status,
      subject: next.subject,
      body: next.body,
      customer_id: next.customerId,
      decline_reason: next.declineReason,
      shared_at: next.sharedAt,
      opened_at: next.openedAt,
      answered_at: next.answeredAt,
      answered_by: next.answeredBy,
      reminded_at: next.remindedAt,
      fresh_link_asked_at: next.freshLinkAskedAt,
      version: next.version + 1,
    })
    .where('partner_id', '=', next.partnerId)
    .where('id', '=', next.id)
    .where('version', '=', next.version)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new DomainError('changedMeanwhile', 'The request changed meanwhile.')
  return { ...next, version: next.version + 1 }
}

/** Open requests whose time has passed, of any partner; for the schedule. Others under way are skipped, not waited for. */
export async function lockDueRequests(trx: Transaction, now: Date, most: number): Promise<RelationshipRequest[]> {
  const rows = await trx
    .selectFrom('relationship_requests')
    .select(requestColumns)
    .where('status', 'in', [...awaitingStatuses])
    .where('expires_at', '<=', now)
    .orderBy('expires_at')
    .limit(most)
    .forUpdate()
    .skipLocked()
    .execute()
  return rows.map(requestFromRow)
}

/**
 * Requests on their way that run out within so many days, and within the last quarter of their time, and whose asker was not
 * told; from here on told. The index gives those of the next days, whatever the number of requests.
 */
export async function takeRequestsRunningOut(trx: Transaction, { now, days, most }: { readonly now: Date; readonly days: number; readonly most: number }): Promise<RelationshipRequest[]> {
  const rows = await trx
    .selectFrom('relationship_requests')
    .select(requestColumns)
    .where('status', 'in', ['shared', 'opened'])
    .where('expiry_told_at', 'is', null)
    .where('expires_at', '>', now)
    .where('expires_at', '<=', new Date(now.getTime() + days * 86_400_000))
    .where(sql<boolean>`expires_at - ${now}::timestamptz <= (expires_at - created_at) / 4`)
    .orderBy('expires_at')
    .limit(most)
    .forUpdate()
    .skipLocked()
    .execute()
  for (const { id, partner_id } of rows) await trx.updateTable('relationship_requests').set({ expiry_told_at: now }).where('partner_id', '=', partner_id).where('id', '=', id).execute()
  return rows.map(requestFromRow)
}

export const requestColumns = [
  'partner_id',
  'id',
  'second_partner_id',
  'asked_by_provider',
  'kind',
  'status',
  'named_customer_id',
  'named_domain',
  'named_country',
  'named_company',
  'services',
  'language',
  'subject',
  'body',
  'follows_id',
  'customer_id',
  'decline_reason',
  'created_by',
  'created_at',
  'shared_at',
  'opened_at',
  'answered_at',
  'answered_by',
  'reminded_at',
  'fresh_link_asked_at',
  'expires_at',
  'version',
] as const satisfies readonly (keyof RelationshipRequests)[]

export function requestFromRow(row: Pick<Selectable<RelationshipRequests>, (typeof requestColumns)[number]>): RelationshipRequest {
  return {
    id: row.id,
    partnerId: row.partner_id,
    secondPartnerId: row.second_partner_id,
    isAskedByProvider: row.asked_by_provider,
    kind: row.kind as RelationshipRequest['kind'],
    status: row.status as RelationshipRequest['status'],
    named: {
      customerId: row.named_customer_id,
      domain: row.named_domain,
      country: row.named_country,
      companyName: row.named_company,
    },
    services: row.services,
    language: row.language as CustomerLanguage,
    subject: row.subject,
    body: row.body,
    followsId: row.follows_id,
    customerId: row.customer_id,
    declineReason: row.decline_reason,
    createdBy: row.created_by,
    createdAt: row.created_at,
    sharedAt: row.shared_at,
    openedAt: row.opened_at,
    answeredAt: row.answered_at,
    answeredBy: row.answered_by,
    remindedAt: row.reminded_at,
    freshLinkAskedAt: row.fresh_link_asked_at,
    expiresAt: row.expires_at,
    version: row.version,
  }
}

function ownRequest(trx: Transaction, partnerId: string, id: string) {
  return trx.selectFrom('relationship_requests').select(requestColumns).where('partner_id', '=', partnerId).where('id', '=', id)
}

function namedKey(named: NamedCustomer): string {
  return [searchKey(named.companyName ?? ''), named.domain ?? ''].filter((part) => part !== '').join(' ')
}
