import { sql } from 'kysely'
import { type Channel, relationshipWith } from '../domain/customers/customer-account.ts'
import { awaitingStatuses } from '../domain/relationship-requests/relationship-request.ts'
import type { KnownCustomer } from '../domain/relationship-requests/request-checks.ts'
import type { Transaction } from './database.ts'

export interface NamedMany {
  readonly ids: readonly string[]
  readonly domains: readonly string[]
}

/** Of many customers at once, those that this partner has or had, by id and by primary domain; nobody else's are looked at (decision 11). */
export async function knownCustomers(trx: Transaction, partnerId: string, { ids, domains }: NamedMany): Promise<Map<string, KnownCustomer>> {
  const rows = await trx
    .selectFrom('customer_accounts')
    .select(['customer_id', 'company_name', 'primary_domain', 'country', 'ended_at', 'customer_closed_at', 'privileged_services', 'channels'])
    .where('partner_id', '=', partnerId)
    .where(sql<boolean>`(customer_id = any (${ids}::uuid[]) or primary_domain = any (${domains}::text[]))`)
    // A domain may have changed hands: the present relationship is what counts, so it is set last.
    .orderBy('ended_at', (order) => order.asc().nullsLast())
    .execute()
  const known = new Map<string, KnownCustomer>()
  for (const row of rows) {
    const customer: KnownCustomer = {
      customerId: row.customer_id,
      companyName: row.company_name,
      domain: row.primary_domain,
      country: row.country,
      relationship: relationshipWith({ endedAt: row.ended_at, channels: row.channels as Channel[] }),
      privilegedServices: row.privileged_services,
      isClosed: row.customer_closed_at !== null,
    }
    known.set(row.customer_id, customer)
    known.set(row.primary_domain, customer)
  }
  return known
}

/** Of many ids and domains, those that an open request of this partner names. */
export async function askedCustomers(trx: Transaction, partnerId: string, { ids, domains }: NamedMany, now: Date): Promise<Set<string>> {
  const rows = await trx
    .selectFrom('relationship_requests')
    .select(['named_customer_id', 'named_domain'])
    .where('partner_id', '=', partnerId)
    .where('status', 'in', [...awaitingStatuses])
    .where('expires_at', '>', now)
    .where(sql<boolean>`(named_customer_id = any (${ids}::uuid[]) or named_domain = any (${domains}::text[]))`)
    .execute()
  return new Set(rows.flatMap((row) => [row.named_customer_id, row.named_domain].filter((name) => name !== null)))
}
