import type { CustomerAccount } from '../../domain/customers/customer-account.ts'
import { effectiveHandOverStatus, isOpenHandOver } from '../../domain/hand-overs/hand-over.ts'
import { expireHandOver } from '../../domain/hand-overs/decide.ts'
import { findAccount, findAccountByDomain } from '../../store/customer-account-store.ts'
import { lockOpenHandOverBetween, openHandOverBetween } from '../../store/hand-over-store.ts'
import type { Work } from '../use-case.ts'
import { settleHandOver } from './own-hand-over.ts'

export interface CustomerToGive {
  readonly account: CustomerAccount
  /** one that still waits for an answer; one whose time has passed does not stand in the way */
  readonly hasOpenHandOver: boolean
}

/** A customer of one's own list, by its id or its domain; null where there is none such on it. */
export async function customerToGive(work: Work, named: { readonly id: string } | { readonly domain: string }): Promise<CustomerToGive | null> {
  const { trx, person, now } = work
  const account = 'id' in named ? await findAccount(trx, person.tenantId, named.id) : await findAccountByDomain(trx, person.tenantId, named.domain)
  if (!account) return null
  const open = await openHandOverBetween(trx, person.tenantId, account.customerId)
  return { account, hasOpenHandOver: open !== undefined && isOpenHandOver(effectiveHandOverStatus(open, now)) }
}

/** Records what the schedule has not come to yet, so that a late record never refuses a new hand-over. */
export async function expireLateHandOver(work: Work, customerId: string): Promise<void> {
  const open = await lockOpenHandOverBetween(work.trx, work.person.tenantId, customerId)
  if (open && effectiveHandOverStatus(open, work.now) === 'expired') await settleHandOver(work, expireHandOver(open, work.now))
}
