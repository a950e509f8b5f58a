import type pg from 'pg'
import type { BenchPartner } from './fill.ts'

export const theCustomer = '30000000-0000-4000-8000-000000000000'
export const theAdministrator = { tenantId: theCustomer, personId: '30000000-0000-4001-8000-000000000000', userPrincipalName: 'admin@users.example' }

/** A customer with so many users and seats, straight into the tables as the owner; names from word lists, so that common and rare words both exist. */
export async function fillUsers(owner: pg.Client, { users, seats, partner }: { readonly users: number; readonly seats: number; readonly partner: BenchPartner }): Promise<void> {
  await owner.query(
    `insert into tenants (id, cloud, name, name_key, country, primary_domain, language, time_zone, is_customer, origin, created_at)
     values ($1, 'public', 'Many users', 'many users', 'ES', 'users.example', 'es', 'Europe/Madrid', true, 'operatorImport', now())`,
    [theCustomer],
  )
  await owner.query(
    `insert into people (tenant_id, id, user_principal_name, user_principal_name_key, display_name, roles, created_at) values ($1, $2, $3, $3, 'Admin', '{globalAdministrator}', now())`,
    [theCustomer, theAdministrator.personId, theAdministrator.userPrincipalName],
  )
  await owner.query(
    `insert into people (tenant_id, id, user_principal_name, user_principal_name_key, display_name, usage_location, roles, status, created_at)
     select $1, ('30000000-0000-4002-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'u' || n || '@users.example', 'u' || n || '@users.example',
       (array['Ana','Luis','Marta','Noa','Teo','Vera','Hugo','Irene','Saul','Lia'])[1 + n * 7 % 10] || ' ' || substr(md5(n::text), 1, 6), 'ES', '{}', 'active', now()
     from generate_series(1, $2::int) n`,
    [theCustomer, users],
  )
  await owner.query(`insert into catalogue_products (cloud, id, title_en, title_es, name_key, publisher, product_type) values ('public', 'BENCH', 'Bench', 'Bench', 'bench', 'Bench', 'onlineServices')`)
  await owner.query(
    `insert into catalogue_skus (cloud, product_id, id, title_en, title_es, name_key, generation, service_plans, min_quantity, max_quantity, is_trial) values ('public', 'BENCH', 'SEAT', 'Seat', 'Seat', 'seat', 'newCommerce', '{MAIL,FILES}', 1, 1000000, false)`,
  )
  await owner.query(`insert into catalogue_availabilities (cloud, product_id, sku_id, id, market, segment, available_from) values ('public', 'BENCH', 'SEAT', 'HERE', 'europe', 'commercial', '2024-01-01')`)
  const order = '30000000-0000-4003-8000-000000000000'
  await owner.query(`insert into customer_orders (partner_id, customer_id, id, status, currency, total, created_by, created_at) values ($1, $2, $3, 'completed', 'EUR', 0, $4, now())`, [partner.id, theCustomer, order, partner.personId])
  await owner.query(
    `insert into subscriptions (partner_id, customer_id, id, order_id, line_number, cloud, product_id, sku_id, availability_id, term, billing_cycle, generation, is_trial,
       offer_name_en, offer_name_es, quantity, min_quantity, max_quantity, currency, unit_price, status, auto_renew, created_by, created_at, started_at)
     values ($1, $2, $3, $3, 1, 'public', 'BENCH', 'SEAT', 'HERE', 'P1Y', 'monthly', 'newCommerce', false, 'Seat', 'Seat', $4, 1, 1000000, 'EUR', 100, 'active', true, $5, now(), now())`,
    [partner.id, theCustomer, order, seats, partner.personId],
  )
  await owner.query('vacuum analyze people')
}
