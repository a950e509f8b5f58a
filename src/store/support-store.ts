import { type Selectable, sql } from 'kysely'
import { DomainError } from '../domain/errors.ts'
import type { SupportCase, SupportCaseStatus, SupportMessage, SupportSubject } from '../domain/support/support-case.ts'
import type { Transaction } from './database.ts'
import type { SupportCases, SupportMessages } from './schema.generated.ts'

export async function insertCase(trx: Transaction, one: SupportCase): Promise<void> {
  await trx
    .insertInto('support_cases')
    .values({
      tenant_id: one.tenantId,
      id: one.id,
      opened_by: one.openedBy,
      subject: one.subject,
      about_type: one.about?.type ?? null,
      about_id: one.about?.id ?? null,
      status: one.status,
      opened_at: one.openedAt,
      changed_at: one.changedAt,
    })
    .execute()
}

export async function insertMessage(trx: Transaction, of: Pick<SupportCase, 'tenantId' | 'id'>, message: SupportMessage): Promise<void> {
  await trx
    .insertInto('support_messages')
    .values({ tenant_id: of.tenantId, case_id: of.id, id: message.id, at: message.at, written_by: message.by, person_id: message.personId, body: message.text })
    .execute()
}

export async function saveCase(trx: Transaction, { id, status, changedAt }: SupportCase): Promise<void> {
  await trx.updateTable('support_cases').set({ status, changed_at: changedAt }).where('id', '=', id).execute()
}

/** Which cases somebody may read: all, those of an organization, or one's own there. */
export interface CaseReach {
  readonly tenantId?: string | undefined
  readonly openedBy?: string | undefined
}

/** Held, so that of two who write at once one waits. Out of reach answers like absent. */
export async function lockCase(trx: Transaction, id: string, { tenantId, openedBy }: CaseReach): Promise<SupportCase> {
  let query = trx.selectFrom('support_cases').selectAll().where('id', '=', id).forUpdate()
  if (tenantId !== undefined) query = query.where('tenant_id', '=', tenantId)
  if (openedBy !== undefined) query = query.where('opened_by', '=', openedBy)
  const row = await query.executeTakeFirst()
  if (!row) throw new DomainError('notFound', 'No such case.')
  return caseFrom(row)
}

export async function findCase(trx: Transaction, id: string, { tenantId, openedBy }: CaseReach): Promise<SupportCase> {
  let query = trx.selectFrom('support_cases').selectAll().where('id', '=', id)
  if (tenantId !== undefined) query = query.where('tenant_id', '=', tenantId)
  if (openedBy !== undefined) query = query.where('opened_by', '=', openedBy)
  const row = await query.executeTakeFirst()
  if (!row) throw new DomainError('notFound', 'No such case.')
  return caseFrom(row)
}

export interface CaseFilter extends CaseReach {
  readonly status?: SupportCaseStatus | undefined
}

/** Latest change first. */
export async function listCases(
  trx: Transaction,
  { tenantId, openedBy, status }: CaseFilter,
  { most, from }: { readonly most: number; readonly from: { readonly changedAt: Date; readonly id: string; readonly isBackward: boolean } | undefined },
): Promise<SupportCase[]> {
  const direction = from?.isBackward ? 'asc' : 'desc'
  let query = trx.selectFrom('support_cases').selectAll().orderBy('changed_at', direction).orderBy('id', direction).limit(most)
  if (tenantId !== undefined) query = query.where('tenant_id', '=', tenantId)
  if (openedBy !== undefined) query = query.where('opened_by', '=', openedBy)
  if (status !== undefined) query = query.where('status', '=', status)
  if (from) query = query.where(from.isBackward ? sql<boolean>`(changed_at, id) > (${from.changedAt}, ${from.id}::uuid)` : sql<boolean>`(changed_at, id) < (${from.changedAt}, ${from.id}::uuid)`)
  return (await query.execute()).map(caseFrom)
}

/** Oldest first. */
export async function messagesOf(trx: Transaction, caseId: string): Promise<SupportMessage[]> {
  return (await trx.selectFrom('support_messages').selectAll().where('case_id', '=', caseId).orderBy('at').orderBy('id').execute()).map(messageFrom)
}

/** Whether the organization itself sees a thing of that kind; row-level security says the same once more. */
export async function seesSubject(trx: Transaction, tenantId: string, { type, id }: { readonly type: SupportSubject; readonly id: string }): Promise<boolean> {
  const { rows } =
    type === 'relationshipRequest'
      ? await sql`select 1 from relationship_requests where id = ${id} and (partner_id = ${tenantId} or second_partner_id = ${tenantId})`.execute(trx)
      : await sql`select 1 from reseller_relationships where (partner_id = ${tenantId} and customer_id = ${id}) or (customer_id = ${tenantId} and partner_id = ${id}) limit 1`.execute(trx)
  return rows.length > 0
}

function caseFrom(row: Selectable<SupportCases>): SupportCase {
  return {
    id: row.id,
    tenantId: row.tenant_id,
    openedBy: row.opened_by,
    subject: row.subject,
    about: row.about_type === null ? null : { type: row.about_type as SupportSubject, id: row.about_id! },
    status: row.status as SupportCaseStatus,
    openedAt: row.opened_at,
    changedAt: row.changed_at,
  }
}

function messageFrom(row: Selectable<SupportMessages>): SupportMessage {
  return { id: row.id, at: row.at, by: row.written_by as SupportMessage['by'], personId: row.person_id, text: row.body }
}
