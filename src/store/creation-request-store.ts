import { type Selectable, sql } from 'kysely'
import type { CreationRequest, CreationRequestSide, CreationRequestStatus } from '../domain/creation-requests/creation-request.ts'
import { DomainError } from '../domain/errors.ts'
import { searchKey } from '../domain/names/search-key.ts'
import type { Transaction } from './database.ts'
import { microseconds } from './microseconds.ts'
import type { CreationRequests } from './schema.generated.ts'

/** The same company that waits with the same provider is refused by the database (alreadyExists). */
export async function insertCreationRequest(trx: Transaction, request: CreationRequest): Promise<void> {
  const { customer } = request
  await trx
    .insertInto('creation_requests')
    .values({
      reseller_id: request.resellerId,
      id: request.id,
      provider_id: request.providerId,
      status: request.status,
      company_name: customer.companyName,
      name_key: searchKey(customer.companyName),
      domain_prefix: customer.domainPrefix,
      country: customer.country,
      language: customer.language,
      culture: customer.culture,
      first_name: customer.firstName,
      last_name: customer.lastName,
      mail: customer.mail,
      phone: customer.phone,
      address_line1: customer.addressLine1,
      address_line2: customer.addressLine2,
      city: customer.city,
      state: customer.state,
      postal_code: customer.postalCode,
      registration_number: customer.registrationNumber,
      note: request.note,
      created_by: request.createdBy,
      created_at: request.createdAt,
    })
    .execute()
}

/** Of this partner, on whichever side; undefined where there is none. */
export async function findCreationRequestOf(trx: Transaction, tenantId: string, id: string): Promise<CreationRequest | undefined> {
  const row = await own(trx, tenantId, id).executeTakeFirst()
  return row && fromRow(row)
}

/** The same, held for the act: two that answer or withdraw queue up here. */
export async function lockCreationRequestOf(trx: Transaction, tenantId: string, id: string): Promise<CreationRequest | undefined> {
  const row = await own(trx, tenantId, id).forUpdate().executeTakeFirst()
  return row && fromRow(row)
}

/** What waits between these two, held. */
export async function lockWaitingCreationRequests(trx: Transaction, { resellerId, providerId }: { readonly resellerId: string; readonly providerId: string }): Promise<CreationRequest[]> {
  const rows = await trx
    .selectFrom('creation_requests')
    .select(columns)
    .where('reseller_id', '=', resellerId)
    .where('provider_id', '=', providerId)
    .where('status', '=', 'waiting')
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.map(fromRow)
}

/** Writes what an answer changes. Somebody else's change in between is refused. */
export async function saveCreationRequest(trx: Transaction, next: CreationRequest): Promise<CreationRequest> {
  const { numUpdatedRows } = await trx
    .updateTable('creation_requests')
    .set({
      status: next.status,
      answered_at: next.answeredAt,
      answered_by: next.answeredBy,
      decline_reason: next.declineReason,
      customer_id: next.customerId,
      version: next.version + 1,
    })
    .where('reseller_id', '=', next.resellerId)
    .where('id', '=', next.id)
    .where('version', '=', next.version)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new DomainError('changedMeanwhile', 'The creation request changed meanwhile.')
  return { ...next, version: next.version + 1 }
}

export interface CreationRequestFilter {
  readonly side: CreationRequestSide
  readonly status?: CreationRequestStatus | undefined
  /** folded by searchKey; found inside the company's name */
  readonly search?: string | undefined
}

export interface ListedCreationRequest {
  readonly request: CreationRequest
  readonly keys: readonly [createdAt: string, id: string]
}

/** One's requests on one side, latest first. Reading back gives them in the opposite order. */
export async function listCreationRequestsOf(
  trx: Transaction,
  tenantId: string,
  filter: CreationRequestFilter,
  { start, most }: { readonly start: { readonly keys: readonly unknown[]; readonly backwards: boolean } | undefined; readonly most: number },
): Promise<ListedCreationRequest[]> {
  const direction = start?.backwards ? 'asc' : 'desc'
  let query = trx
    .selectFrom('creation_requests')
    .select(columns)
    .select(microseconds('created_at').as('created_key'))
    .where(filter.side === 'provider' ? 'provider_id' : 'reseller_id', '=', tenantId)
    .orderBy('created_at', direction)
    .orderBy('id', direction)
    .limit(most)
  if (start) {
    const [createdAt, id] = start.keys as string[]
    query = query.where(sql<boolean>`(created_at, id) ${sql.raw(start.backwards ? '>' : '<')} (${createdAt}::timestamptz, ${id}::uuid)`)
  }
  if (filter.status) query = query.where('status', '=', filter.status)
  if (filter.search) query = query.where(sql<boolean>`strpos(name_key, ${filter.search}) > 0`)
  const rows = await query.execute()
  return rows.map((row) => ({ request: fromRow(row), keys: [row.created_key, row.id] }))
}

const columns = [
  ...(['reseller_id', 'id', 'provider_id', 'status', 'company_name', 'domain_prefix', 'country', 'language', 'culture'] as const),
  ...(['first_name', 'last_name', 'mail', 'phone', 'address_line1', 'address_line2', 'city', 'state', 'postal_code', 'registration_number'] as const),
  ...(['note', 'created_by', 'created_at', 'answered_at', 'answered_by', 'decline_reason', 'customer_id', 'version'] as const),
] as const satisfies readonly (keyof CreationRequests)[]

function own(trx: Transaction, tenantId: string, id: string) {
  return trx
    .selectFrom('creation_requests')
    .select(columns)
    .where('id', '=', id)
    .where((or) => or.or([or('reseller_id', '=', tenantId), or('provider_id', '=', tenantId)]))
}

function fromRow(row: Pick<Selectable<CreationRequests>, (typeof columns)[number]>): CreationRequest {
  return {
    id: row.id,
    resellerId: row.reseller_id,
    providerId: row.provider_id,
    status: row.status as CreationRequestStatus,
    customer: {
      ...{ companyName: row.company_name, domainPrefix: row.domain_prefix, country: row.country, language: row.language, culture: row.culture },
      ...{ firstName: row.first_name, lastName: row.last_name, mail: row.mail, phone: row.phone },
      ...{ addressLine1: row.address_line1, addressLine2: row.address_line2, city: row.city, state: row.state, postalCode: row.postal_code },
      registrationNumber: row.registration_number,
    },
    note: row.note,
    createdBy: row.created_by,
    createdAt: row.created_at,
    answeredAt: row.answered_at,
    answeredBy: row.answered_by,
    declineReason: row.decline_reason,
    customerId: row.customer_id,
    version: row.version,
  }
}
