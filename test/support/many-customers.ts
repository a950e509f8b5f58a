import { sql, type TestTenant } from './world.ts'

/**
 * So many customers of a partner, straight into the table that the list reads: their tenants are left out, and so are the
 * indexes that this order does not use. How they come into being is not what is measured.
 */
export async function manyCustomers(partner: TestTenant, count: number): Promise<void> {
  await sql('alter table customer_accounts drop constraint if exists customer_accounts_customer_id_fkey')
  for (const index of ['customers_by_domain', 'customers_by_country', 'customers_by_since', 'customers_by_tag', 'customers_inside', 'customers_with_privileges', 'customers_without_privileges']) {
    await sql(`drop index if exists ${index}`)
  }
  await sql(
    `insert into customer_accounts (partner_id, customer_id, company_name, name_key, primary_domain, country, tags, channels, related_since)
     select $1, ('10000000-0000-4000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'Cliente ' || lpad(n::text, 7, '0'), 'cliente ' || lpad(n::text, 7, '0'),
       'c' || n || '.example', 'ES', case when n % 10 = 0 then '{vip}'::text[] else '{}' end, '{direct}', timestamptz '2026-01-01' + n * interval '1 second'
     from generate_series(1, $2::int) n`,
    [partner.id, count],
  )
  await sql('analyze customer_accounts')
}
