import { sql } from 'kysely'
import type { EventType } from '../domain/events.ts'
import type { Transaction } from './database.ts'

/** What the composer of mails reads about an event; everything in the scope of the system. */
export interface RecordedEvent {
  readonly id: string
  readonly at: Date
  readonly type: EventType
  readonly resourceId: string
  readonly actorPersonId: string | null
  readonly actorTenantId: string | null
  readonly reasonCode: string | null
  readonly data: Readonly<Record<string, unknown>>
  readonly readers: readonly string[]
}

export async function findEvent(trx: Transaction, id: string): Promise<RecordedEvent | undefined> {
  const [row, readers] = await Promise.all([
    trx.selectFrom('events').select(['id', 'at', 'type', 'resource_id', 'actor_person_id', 'actor_tenant_id', 'reason_code', 'data']).where('id', '=', id).executeTakeFirst(),
    trx.selectFrom('event_readers').select('tenant_id').where('event_id', '=', id).execute(),
  ])
  return (
    row && {
      id: row.id,
      at: row.at,
      type: row.type as EventType,
      resourceId: row.resource_id,
      actorPersonId: row.actor_person_id,
      actorTenantId: row.actor_tenant_id,
      reasonCode: row.reason_code,
      data: row.data as Record<string, unknown>,
      readers: readers.map(({ tenant_id }) => tenant_id),
    }
  )
}

export async function hasMailsOf(trx: Transaction, eventId: string): Promise<boolean> {
  const row = await trx.selectFrom('mails').select('id').where('event_id', '=', eventId).limit(1).executeTakeFirst()
  return row !== undefined
}

/** An organization as a mail names it. */
export interface MailTenant {
  readonly id: string
  readonly cloud: string
  readonly name: string
  readonly country: string
  readonly primaryDomain: string
  readonly language: string
  readonly timeZone: string
  readonly isPartner: boolean
  readonly statusReason: string | null
}

export async function mailTenant(trx: Transaction, id: string): Promise<MailTenant | undefined> {
  const row = await trx
    .selectFrom('tenants as t')
    .leftJoin('partner_profiles as p', 'p.tenant_id', 't.id')
    .select(['t.id', 't.cloud', 't.name', 't.country', 't.primary_domain', 't.language', 't.time_zone', 'p.tenant_id as partner', 'p.status_reason'])
    .where('t.id', '=', id)
    .executeTakeFirst()
  return (
    row && {
      id: row.id,
      cloud: row.cloud,
      name: row.name,
      country: row.country,
      primaryDomain: row.primary_domain,
      language: row.language,
      timeZone: row.time_zone,
      isPartner: row.partner !== null,
      statusReason: row.status_reason,
    }
  )
}

/** Somebody who is told. The address is one that was confirmed. */
export interface MailReader {
  readonly personId: string
  readonly tenantId: string
  readonly displayName: string
  readonly userPrincipalName: string
  readonly roles: readonly string[]
  readonly language: string | null
  readonly mail: string
}

/** Most people told of one event in one organization. */
const mostReaders = 20

/** Active people with one of the roles and a confirmed address. */
export async function readersWithRole(trx: Transaction, tenantId: string, roles: readonly string[]): Promise<MailReader[]> {
  const rows = await readers(trx).where('tenant_id', '=', tenantId).where(sql<boolean>`roles && ${[...roles]}::text[]`).orderBy('created_at').orderBy('id').limit(mostReaders).execute()
  return rows.map(readerFromRow)
}

export async function readerById(trx: Transaction, personId: string): Promise<MailReader | undefined> {
  const row = await readers(trx).where('id', '=', personId).executeTakeFirst()
  return row && readerFromRow(row)
}

function readers(trx: Transaction) {
  return trx
    .selectFrom('people')
    .select(['id', 'tenant_id', 'display_name', 'user_principal_name', 'roles', 'language', 'mail'])
    .where('status', '=', 'active')
    .where('mail', 'is not', null)
    .where('mail_confirmed_at', 'is not', null)
}

function readerFromRow(row: { id: string; tenant_id: string; display_name: string; user_principal_name: string; roles: string[]; language: string | null; mail: string | null }): MailReader {
  return {
    personId: row.id,
    tenantId: row.tenant_id,
    displayName: row.display_name,
    userPrincipalName: row.user_principal_name,
    roles: row.roles,
    language: row.language,
    mail: row.mail!,
  }
}

/** The request an event is about, as its mails name it. */
export interface MailRequest {
  readonly id: string
  readonly partnerId: string
  readonly customerId: string | null
  readonly namedCompany: string | null
  readonly namedDomain: string | null
  readonly kind: string
  readonly createdBy: string
  readonly declineReason: string | null
  readonly secondPartnerId: string | null
  readonly isAskedByProvider: boolean
  readonly expiresAt: Date
}

export async function mailRequest(trx: Transaction, id: string): Promise<MailRequest | undefined> {
  const row = await trx
    .selectFrom('relationship_requests')
    .select(['id', 'partner_id', 'customer_id', 'named_company', 'named_domain', 'kind', 'created_by', 'decline_reason', 'second_partner_id', 'asked_by_provider', 'expires_at'])
    .where('id', '=', id)
    .executeTakeFirst()
  return (
    row && {
      id: row.id,
      partnerId: row.partner_id,
      customerId: row.customer_id,
      namedCompany: row.named_company,
      namedDomain: row.named_domain,
      kind: row.kind,
      createdBy: row.created_by,
      declineReason: row.decline_reason,
      secondPartnerId: row.second_partner_id,
      isAskedByProvider: row.asked_by_provider,
      expiresAt: row.expires_at,
    }
  )
}

export interface MailPair {
  readonly partnerId: string
  readonly customerId: string
}

/** The two sides of a relationship, by its id. */
export async function pairOfRelationship(trx: Transaction, id: string): Promise<MailPair | undefined> {
  const row = await trx.selectFrom('reseller_relationships').select(['partner_id', 'customer_id']).where('id', '=', id).executeTakeFirst()
  return row && { partnerId: row.partner_id, customerId: row.customer_id }
}

/** The two sides of privileges, by the id of one grant. */
export async function pairOfGrant(trx: Transaction, id: string): Promise<MailPair | undefined> {
  const row = await trx.selectFrom('delegated_admin_privileges').select(['partner_id', 'customer_id']).where('id', '=', id).executeTakeFirst()
  return row && { partnerId: row.partner_id, customerId: row.customer_id }
}

/** Who attested for whom, by the attestation's id. */
export async function pairOfAttestation(trx: Transaction, id: string): Promise<MailPair | undefined> {
  const row = await trx.selectFrom('attestations').select(['partner_id', 'customer_id']).where('id', '=', id).executeTakeFirst()
  return row && { partnerId: row.partner_id, customerId: row.customer_id }
}

/** The two sides of a partnership, by its id, and who asked for it. */
export async function sidesOfPartnership(trx: Transaction, id: string): Promise<{ readonly providerId: string; readonly resellerId: string | null; readonly askedBy: string } | undefined> {
  const row = await trx.selectFrom('partnerships').select(['provider_id', 'reseller_id', 'created_by']).where('id', '=', id).executeTakeFirst()
  return row && { providerId: row.provider_id, resellerId: row.reseller_id, askedBy: row.created_by }
}

export interface MailHandOver {
  readonly proposerId: string
  readonly namedPartnerDomain: string
  readonly fromPartnerId: string | null
  readonly toPartnerId: string | null
  readonly customerId: string | null
  readonly customerName: string | null
  readonly customerDomain: string
  readonly hasAgreed: boolean
  readonly note: string | null
  readonly expiresAt: Date
}

/** The sides of a hand-over, by its id. */
export async function sidesOfHandOver(trx: Transaction, id: string): Promise<MailHandOver | undefined> {
  const row = await trx
    .selectFrom('hand_overs')
    .select(['proposer_id', 'named_partner_domain', 'from_partner_id', 'to_partner_id', 'customer_id', 'customer_name', 'customer_domain', 'agreed_at', 'note', 'expires_at'])
    .where('id', '=', id)
    .executeTakeFirst()
  return (
    row && {
      proposerId: row.proposer_id,
      namedPartnerDomain: row.named_partner_domain,
      fromPartnerId: row.from_partner_id,
      toPartnerId: row.to_partner_id,
      customerId: row.customer_id,
      customerName: row.customer_name,
      customerDomain: row.customer_domain,
      hasAgreed: row.agreed_at !== null,
      note: row.note,
      expiresAt: row.expires_at,
    }
  )
}

export interface CreationRequestSides {
  readonly providerId: string
  readonly resellerId: string
  readonly askedBy: string
  readonly companyName: string
  readonly declineReason: string | null
}

/** The two sides of a creation request, by its id, and what their letters name. */
export async function sidesOfCreationRequest(trx: Transaction, id: string): Promise<CreationRequestSides | undefined> {
  const row = await trx.selectFrom('creation_requests').select(['provider_id', 'reseller_id', 'created_by', 'company_name', 'decline_reason']).where('id', '=', id).executeTakeFirst()
  return row && { providerId: row.provider_id, resellerId: row.reseller_id, askedBy: row.created_by, companyName: row.company_name, declineReason: row.decline_reason }
}

export async function partnerOfLink(trx: Transaction, id: string): Promise<string | undefined> {
  const row = await trx.selectFrom('partner_links').select('partner_id').where('id', '=', id).executeTakeFirst()
  return row?.partner_id
}

export async function servicesStillHeld(trx: Transaction, { partnerId, customerId }: MailPair): Promise<string[]> {
  const rows = await trx
    .selectFrom('delegated_admin_privileges')
    .select('service')
    .where('partner_id', '=', partnerId)
    .where('customer_id', '=', customerId)
    .where('ended_at', 'is', null)
    .orderBy('service')
    .execute()
  return rows.map(({ service }) => service)
}

/** When the open question of a customer has to be answered. */
export async function answerDueAt(trx: Transaction, { partnerId, customerId }: MailPair): Promise<Date | undefined> {
  const row = await trx
    .selectFrom('end_requests')
    .select('answer_due_at')
    .where('partner_id', '=', partnerId)
    .where('customer_id', '=', customerId)
    .orderBy('asked_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.answer_due_at
}

/** The two sides of a lead, and who sent it. */
export interface MailLead {
  readonly partnerId: string
  readonly partnerName: string
  readonly customerId: string | null
  readonly companyName: string
  readonly sentBy: string | null
  readonly callMe: boolean
  readonly expiresAt: Date
}

export async function mailLead(trx: Transaction, id: string): Promise<MailLead | undefined> {
  const row = await trx.selectFrom('leads').select(['partner_id', 'partner_name', 'customer_id', 'company_name', 'sent_by', 'call_me', 'expires_at']).where('id', '=', id).executeTakeFirst()
  return row && { partnerId: row.partner_id, partnerName: row.partner_name, customerId: row.customer_id, companyName: row.company_name, sentBy: row.sent_by, callMe: row.call_me, expiresAt: row.expires_at }
}
