import { isOnlyIndirectReseller } from '../../domain/relationship-requests/link-claims.ts'
import type { Language } from '../../language/languages.ts'
import { DomainError } from '../../domain/errors.ts'
import { namesOfTenants } from '../../store/tenant-names-store.ts'
import { findUsage, plansToProvision, usageOfCustomer } from '../../store/usage-store.ts'
import { verdictOn } from '../customers/customer-rights.ts'
import { type Page, type PageAsk, readPage } from '../page.ts'
import { type ExplainedReason, explain } from '../relationship-requests/explain.ts'
import type { UseCase, Work } from '../use-case.ts'
import { showUsageToCustomer, showUsageToPartner, type UsageForCustomer, type UsageForPartner } from './show-usage.ts'

export interface UsageList extends PageAsk {
  readonly customerId: string
  readonly reader: Language
}

export interface UsagePage extends Page<UsageForPartner> {
  /** under what this partner may provision */
  readonly plans: readonly { readonly planId: string; readonly name: string; readonly resellerName: string | null }[]
  /** why this person may provision nothing here; null where it may */
  readonly provisionBlocked: ExplainedReason | null
}

export interface UsageNamed {
  readonly customerId: string
  readonly usageId: string
}

/** What this partner sold or owns of a customer's usage subscriptions. What existed before it came is not among them [S0.L1.10]. */
export const listUsage: UseCase<UsageList, UsagePage> = {
  action: 'usage.list',
  customer: ({ customerId }) => customerId,

  async run(work, { customerId, size, cursor, reader }) {
    const page = await pageOf(work, customerId, { size, cursor, route: 'GET /customers/:id/usage-subscriptions' })
    return {
      ...page,
      items: await showUsageToPartner(work, customerId, page.items.map(({ usage }) => usage), reader),
      plans: await plansFor(work, customerId, reader),
      provisionBlocked: provisionBlocked(work, customerId, reader),
    }
  },
}

/** One of them. */
export const readUsage: UseCase<UsageNamed & { readonly reader: Language }, UsageForPartner> = {
  action: 'usage.list',
  customer: ({ customerId }) => customerId,

  async run(work, { customerId, usageId, reader }) {
    const usage = await findUsage(work.trx, customerId, usageId)
    if (!usage) throw new DomainError('notFound', 'No such usage subscription.')
    return (await showUsageToPartner(work, customerId, [usage], reader))[0]!
  },
}

/** All that one's own organization has, with who owns each. */
export const listOwnUsage: UseCase<PageAsk & { readonly reader: Language }, Page<UsageForCustomer>> = {
  action: 'ownUsage.list',

  async run(work, { size, cursor, reader }) {
    const page = await pageOf(work, work.person.tenantId, { size, cursor, route: 'GET /usage-subscriptions' })
    return { ...page, items: await showUsageToCustomer(work, page.items.map(({ usage }) => usage), reader) }
  },
}

function pageOf(work: Work, customerId: string, { size, cursor, route }: PageAsk & { readonly route: string }) {
  return readPage(work, { size, cursor }, { route, filter: { customerId }, read: (start, most) => usageOfCustomer(work.trx, customerId, { start, most }), keysOf: ({ keys }) => keys })
}

async function plansFor({ trx, person, now }: Work, customerId: string, reader: Language) {
  const plans = await plansToProvision(trx, { partnerId: person.tenantId, customerId, now })
  const names = await namesOfTenants(trx, plans.flatMap(({ resellerId }) => resellerId ?? []))
  return plans.map(({ id, name, friendlyName, resellerId }) => ({ planId: id, name: friendlyName ?? name[reader], resellerName: resellerId === null ? null : (names.get(resellerId) ?? null) }))
}

function provisionBlocked(work: Work, customerId: string, reader: Language): ExplainedReason | null {
  const verdict = verdictOn(work, customerId, 'usage.provision')
  if (isOnlyIndirectReseller(work.person.partnerKinds)) return explain(reader, 'resellerMayNotOrder')
  return verdict.allowed ? null : explain(reader, verdict.reason)
}
