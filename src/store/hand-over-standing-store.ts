import { sql } from 'kysely'
import type { Transaction } from './database.ts'

export interface StandingInHandOver {
  readonly partnerId: string
  readonly isSuspended: boolean
  readonly isClosed: boolean
  readonly inDebt: boolean
  readonly hasSigned: boolean
  /** whoever spoke for this partner; null where nobody has yet */
  readonly person: { readonly isActive: boolean; readonly roles: readonly string[] } | null
  readonly isCustomerClosed: boolean
  /** whether the customer is still with the present partner */
  readonly isRelated: boolean
}

/** Of both partners; with `hold` it stays so until the act has committed (R7, R10). Nothing to who takes no part. */
export async function standingInHandOver(trx: Transaction, id: string, how: { readonly hold: boolean }): Promise<StandingInHandOver[]> {
  const { rows } = await sql<{
    partner_id: string
    is_suspended: boolean
    is_closed: boolean
    in_debt: boolean
    has_signed: boolean
    person_status: string | null
    person_roles: string[] | null
    customer_closed: boolean | null
    is_related: boolean
  }>`select * from hand_over_standing(${id}, ${how.hold})`.execute(trx)
  return rows.map((row) => ({
    partnerId: row.partner_id,
    isSuspended: row.is_suspended,
    isClosed: row.is_closed,
    inDebt: row.in_debt,
    hasSigned: row.has_signed,
    person: row.person_status === null ? null : { isActive: row.person_status === 'active', roles: row.person_roles ?? [] },
    isCustomerClosed: row.customer_closed ?? false,
    isRelated: row.is_related,
  }))
}
