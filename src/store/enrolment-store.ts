import { sql } from 'kysely'
import type { RecordedCheck } from '../domain/partners/enrolment.ts'
import type { LegalDetails } from '../domain/partners/legal-details.ts'
import type { Transaction } from './database.ts'

export type CheckedStep = 'programmeId' | 'legalDetails' | 'agreement'

/** A second look replaces the first; its event stays. */
export async function saveCheck(trx: Transaction, partnerId: string, step: CheckedStep, check: RecordedCheck): Promise<void> {
  const values = { recorded_at: check.at, recorded_by: check.byPersonId, note: check.note }
  await trx
    .insertInto('enrolment_checks')
    .values({ partner_id: partnerId, step, ...values })
    .onConflict((conflict) => conflict.columns(['partner_id', 'step']).doUpdateSet(values))
    .execute()
}

export async function checksOf(trx: Transaction, partnerId: string): Promise<Partial<Record<CheckedStep, RecordedCheck>>> {
  const rows = await trx.selectFrom('enrolment_checks').selectAll().where('partner_id', '=', partnerId).execute()
  return Object.fromEntries(rows.map((row) => [row.step, { at: row.recorded_at, byPersonId: row.recorded_by, note: row.note }]))
}

export interface Founder {
  readonly personId: string
  readonly hasJoined: boolean
  readonly mail: string | null
  readonly createdAt: Date
}

/** The first Global admin of a partner, as enrolment made them. */
export async function founderOf(trx: Transaction, partnerId: string): Promise<Founder | null> {
  const row = await trx
    .selectFrom('people')
    .select(['id', 'status', 'mail', 'created_at'])
    .where('tenant_id', '=', partnerId)
    .where(sql<boolean>`'globalAdmin' = any (roles)`)
    .where('status', 'in', ['active', 'invited'])
    .orderBy('created_at')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return row ? { personId: row.id, hasJoined: row.status === 'active', mail: row.mail, createdAt: row.created_at } : null
}

export async function legalDetailsOf(trx: Transaction, partnerId: string): Promise<LegalDetails | null> {
  const row = await trx.selectFrom('partner_legal_details').selectAll().where('partner_id', '=', partnerId).executeTakeFirst()
  return row
    ? {
        legalName: row.legal_name,
        addressLine1: row.address_line1,
        addressLine2: row.address_line2,
        city: row.city,
        state: row.state,
        postalCode: row.postal_code,
        contactName: row.contact_name,
        contactMail: row.contact_mail,
        contactPhone: row.contact_phone,
        supportMail: row.support_mail,
        supportPhone: row.support_phone,
      }
    : null
}

export async function saveLegalDetails(trx: Transaction, partnerId: string, details: LegalDetails): Promise<void> {
  const values = {
    legal_name: details.legalName,
    address_line1: details.addressLine1,
    address_line2: details.addressLine2,
    city: details.city,
    state: details.state,
    postal_code: details.postalCode,
    contact_name: details.contactName,
    contact_mail: details.contactMail,
    contact_phone: details.contactPhone,
    support_mail: details.supportMail,
    support_phone: details.supportPhone,
  }
  await trx
    .insertInto('partner_legal_details')
    .values({ partner_id: partnerId, ...values })
    .onConflict((conflict) => conflict.column('partner_id').doUpdateSet(values))
    .execute()
}
