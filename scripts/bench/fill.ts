import type pg from 'pg'

/** Sizes of the three partners that are looked at, among 997 others of unequal size. */
export const sizes = [1_000, 100_000, 1_000_000] as const
const others = 997

/** Ids that the measurements name; the rest follow the same pattern. */
export const partnerId = (index: number) => `00000000-0000-4000-8000-${index.toString(16).padStart(12, '0')}`
const personId = (index: number) => `00000000-0000-4001-8000-${index.toString(16).padStart(12, '0')}`

export interface BenchPartner {
  readonly id: string
  readonly personId: string
  readonly userPrincipalName: string
  readonly customers: number
}

/**
 * 1 000 partners and about 1.5 million customers, straight into the tables as the owner: how they come into being is
 * not what is measured. Names come from word lists, so that a word every row has and rare words both exist.
 */
export async function fill(owner: pg.Client, factor: number): Promise<BenchPartner[]> {
  await owner.query(`insert into tenants (id, cloud, name, name_key, country, primary_domain, language, time_zone, origin, created_at)
    select ('00000000-0000-4000-8000-' || lpad(to_hex(i), 12, '0'))::uuid, 'public', 'Partner ' || i, 'partner ' || i, 'ES', 'p' || i || '.example', 'es', 'Europe/Madrid', 'enrolment', now()
    from generate_series(0, ${others + sizes.length - 1}) i`)
  await owner.query(`insert into partner_profiles (tenant_id, kinds, programme_id, agreement_signed_at, enrolled_at) select id, '{directBill}', '1234567', now(), now() from tenants`)
  await owner.query(`insert into people (tenant_id, id, user_principal_name, user_principal_name_key, display_name, roles, created_at)
    select id, ('00000000-0000-4001-8000-' || right(id::text, 12))::uuid, 'admin@' || primary_domain, 'admin@' || primary_domain, 'Admin', '{adminAgent}', now() from tenants`)
  await fillCustomers(owner, factor)
  await owner.query('vacuum analyze')
  return sizes.map((size, index) => ({
    id: partnerId(index),
    personId: personId(index),
    userPrincipalName: `admin@p${index}.example`,
    customers: Math.round(size * factor),
  }))
}

/** Zipf-like: the other partners have from one to a few thousand customers. */
async function fillCustomers(owner: pg.Client, factor: number): Promise<void> {
  await owner.query(
    `create temporary table wanted as
     select i as partner, case when i < $2 then round(($1::int[])[i + 1] * $3::float8)::int else greatest(1, round(40000.0 * $3::float8 / (i - $2 + 1)))::int end as size
     from generate_series(0, $4::int) i`,
    [sizes, sizes.length, factor, others + sizes.length - 1],
  )
  await owner.query(`create temporary table rows as
    select ('00000000-0000-4000-8000-' || lpad(to_hex(partner), 12, '0'))::uuid as partner_id,
      ('10000000-0000-4000-8000-' || lpad(to_hex(row_number() over ()), 12, '0'))::uuid as customer_id,
      row_number() over () as n, partner, i
    from wanted, generate_series(1, size) i`)
  const name = `(array['alfa','nieve','orbita','faro','cobre','delta','lumen','vega','pino','ruta'])[1 + (n * 7 % 10)] || ' ' || substr(md5(n::text), 1, 6) || ' soluciones'`
  await owner.query(`insert into tenants (id, cloud, name, name_key, country, primary_domain, language, time_zone, is_customer, origin, created_at)
    select customer_id, 'public', ${name}, ${name}, (array['ES','FR','DE','IT','PT'])[1 + n % 5], 'c' || n || '.example', 'es', 'Europe/Madrid', true, 'operatorImport', now() from rows`)
  await owner.query(`insert into reseller_relationships (partner_id, customer_id, id, channel, started_at, origin)
    select partner_id, customer_id, ('20000000-0000-4000-8000-' || right(customer_id::text, 12))::uuid, 'direct', timestamptz '2026-01-01' + n * interval '1 second', 'import' from rows`)
  await owner.query(`insert into customer_accounts (partner_id, customer_id, company_name, name_key, primary_domain, country, tags, channels, related_since)
    select partner_id, customer_id, ${name}, ${name}, 'c' || n || '.example', (array['ES','FR','DE','IT','PT'])[1 + n % 5], case when n % 10 = 0 then '{vip}'::text[] else '{}' end, '{direct}', timestamptz '2026-01-01' + n * interval '1 second' from rows`)
}

/** Customers without any partner, each with an administrator: they accept in the pairs that are counted. */
export async function fillAccepters(owner: pg.Client, count: number): Promise<void> {
  await owner.query(`insert into tenants (id, cloud, name, name_key, country, primary_domain, language, time_zone, is_customer, origin, created_at)
    select ('30000000-0000-4000-8000-' || lpad(to_hex(i), 12, '0'))::uuid, 'public', 'Accepter ' || i, 'accepter ' || i, 'ES', 'a' || i || '.example', 'es', 'Europe/Madrid', true, 'operatorImport', now() from generate_series(1, $1::int) i`, [count])
  await owner.query(`insert into people (tenant_id, id, user_principal_name, user_principal_name_key, display_name, roles, created_at)
    select id, ('31000000-0000-4000-8000-' || right(id::text, 12))::uuid, 'admin@' || primary_domain, 'admin@' || primary_domain, 'Admin', '{globalAdministrator}', now()
    from tenants where primary_domain like 'a%' and name like 'Accepter %'`)
}
