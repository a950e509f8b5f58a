import { randomUUID } from 'node:crypto'
import { sql, type TestPerson, type TestTenant } from './world.ts'

/** Who sells to all of them, and in whose name the agreement is attested. */
export interface LedgerSellers {
  readonly sellers: readonly [TestTenant, TestTenant]
  readonly people: readonly [TestPerson, TestPerson]
}

const atOnce = 50

/** Gives a new customer each time: of both sellers, with the privileges that a conversion asks for; made many at once. */
export function ledgerCustomers(world: LedgerSellers): () => Promise<{ readonly id: string }> {
  let waiting: Promise<string[]> = Promise.resolve([])
  return async () => {
    const taken = waiting.then(async (ids) => (ids.length > 0 ? ids : manyCustomers(world)))
    waiting = taken.then((ids) => ids.slice(1))
    return { id: (await taken)[0]! }
  }
}

async function manyCustomers({ sellers, people }: LedgerSellers): Promise<string[]> {
  const ids = Array.from({ length: atOnce }, () => randomUUID())
  await sql(
    `insert into tenants (id, cloud, name, name_key, country, primary_domain, language, time_zone, is_customer, is_operator, origin, created_at)
     select id, 'public', 'Contoso', 'contoso', 'ES', id || '.example', 'es', 'Europe/Madrid', true, false, 'operatorImport', now() from unnest($1::uuid[]) id`,
    [ids],
  )
  const pairs = [ids, sellers.map(({ id }) => id), people.map(({ id }) => id)]
  const each = 'from unnest($1::uuid[]) customer cross join unnest($2::uuid[], $3::uuid[]) seller (id, person)'
  await sql(
    `insert into customer_accounts (partner_id, customer_id, company_name, name_key, primary_domain, country, channels, related_since)
     select seller.id, customer, 'Contoso', 'contoso', customer || '.example', 'ES', '{direct}', now() from unnest($1::uuid[]) customer cross join unnest($2::uuid[]) seller (id)`,
    pairs.slice(0, 2),
  )
  await sql(`insert into reseller_relationships (partner_id, customer_id, id, channel, started_at, origin) select seller.id, customer, gen_random_uuid(), 'direct', now(), 'import' from unnest($1::uuid[]) customer cross join unnest($2::uuid[]) seller (id)`, pairs.slice(0, 2))
  await sql(`insert into delegated_admin_privileges (partner_id, customer_id, service, id, granted_at, granted_by) select seller.id, customer, 'office365', gen_random_uuid(), now(), seller.person ${each}`, pairs)
  await sql(
    `insert into attestations (partner_id, customer_id, id, version_id, first_name, last_name, mail, agreed_on, attested_at, attested_by)
     select seller.id, customer, gen_random_uuid(), v.id, 'Ana', 'Ejemplo', 'ana@example.com', current_date, now(), seller.person ${each}, (select id from agreement_versions where cloud = 'public' order by number desc limit 1) v`,
    pairs,
  )
  return ids
}
