import { sql } from 'kysely'
import type { StatedTie } from '../domain/known-ties/known-tie.ts'
import type { Transaction } from './database.ts'

/** One import or enrolment at a time: two that do not see each other would leave a tie on nobody's list. */
export async function lockKnownTies(trx: Transaction): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('known ties', 0))`.execute(trx)
}

export interface TiedTenant {
  readonly id: string
  readonly cloud: string
  readonly domain: string
  readonly name: string
  readonly isPartner: boolean
  /** an organization that is nobody's customer, or closed, has no ties */
  readonly isCustomer: boolean
}

/** The organizations that rows name, by id or by primary domain, in whichever cloud. For who runs the installation. */
export async function tenantsNamed(trx: Transaction, { ids, domains }: { readonly ids: readonly string[]; readonly domains: readonly string[] }): Promise<TiedTenant[]> {
  const { rows } = await sql<TiedTenant>`
    select t.id, t.cloud, t.primary_domain as domain, t.name, t.is_customer and t.status = 'active' as "isCustomer",
      exists (select from partner_profiles p where p.tenant_id = t.id) as "isPartner"
    from tenants t where t.id = any (${ids}::uuid[]) or t.primary_domain = any (${domains}::text[])`.execute(trx)
  return rows
}

export type TieToKeep = Pick<StatedTie, 'cloud' | 'partnerDomain' | 'kind' | 'service' | 'since'> & { readonly customerId: string }

/** Keeps ties; answers which of them are new or have another day, by their place. What is known already is left as it is. */
export async function keepTies(trx: Transaction, ties: readonly TieToKeep[], at: Date): Promise<Set<number>> {
  const { rows } = await sql<{ place: number }>`
    with given as (
      select place::integer, tie->>'cloud' as cloud, tie->>'partnerDomain' as partner_domain, (tie->>'customerId')::uuid as customer_id,
        tie->>'kind' as kind, coalesce(tie->>'service', '') as service, (tie->>'since')::date as since
      from jsonb_array_elements(${JSON.stringify(ties)}::jsonb) with ordinality as g (tie, place)),
    kept as (
      insert into known_ties (cloud, partner_domain, customer_id, kind, service, since, recorded_at)
      select cloud, partner_domain, customer_id, kind, service, since, ${at} from given
      on conflict (cloud, partner_domain, customer_id, kind, service) do update set since = excluded.since, listed_at = null
        where known_ties.since is distinct from excluded.since
      returning cloud, partner_domain, customer_id, kind, service)
    select given.place from given join kept using (cloud, partner_domain, customer_id, kind, service)`.execute(trx)
  return new Set(rows.map(({ place }) => place - 1))
}

/** Puts the next customers with ties on the list of this partner, at most so many; answers how many were taken. */
export async function listKnownCustomers(trx: Transaction, partnerId: string, { at, most }: { readonly at: Date; readonly most: number }): Promise<number> {
  const { rows } = await sql<{ taken: number }>`select list_known_customers(${partnerId}, ${at}, ${most}) as taken`.execute(trx)
  return rows[0]!.taken
}
