import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import type { Product } from './product.ts'

/**
 * SQL as the owner of the database of a running product, for givens that no page can make: time that has passed.
 * Opens and closes its own connection; the product is not told.
 */
export async function sqlIn<Row extends pg.QueryResultRow = pg.QueryResultRow>({ folder }: Product, text: string, values: unknown[] = []): Promise<Row[]> {
  const client = await asOwner(folder)
  try {
    return (await client.query<Row>(text, values)).rows
  } finally {
    await client.end()
  }
}

/** The end of a request's time, put into the past. */
export async function letExpire(product: Product, requestId: string): Promise<void> {
  const moved = await sqlIn(
    product,
    `update relationship_requests set created_at = created_at - interval '100 days', expires_at = now() - interval '1 hour' where id = $1 returning id`,
    [requestId],
  )
  if (moved.length !== 1) throw new Error(`there is no request ${requestId}`)
}

/** A partner that is a reseller and serves this customer directly: nobody in the demo is both. */
export async function servedDirectly(product: Product, { partnerId, customerId }: { readonly partnerId: string; readonly customerId: string }): Promise<void> {
  await sqlIn(product, `update partner_profiles set kinds = '{directBill,indirectReseller}' where tenant_id = $1`, [partnerId])
  await sqlIn(product, `insert into reseller_relationships (partner_id, customer_id, id, channel, started_at, origin) values ($1, $2, gen_random_uuid(), 'direct', now(), 'import')`, [partnerId, customerId])
  await sqlIn(
    product,
    `insert into customer_accounts (partner_id, customer_id, company_name, name_key, primary_domain, country, channels, related_since)
     select $1, t.id, t.name, t.name_key, t.primary_domain, t.country, '{direct}', now() from tenants t where t.id = $2`,
    [partnerId, customerId],
  )
}

/** Lets nobody read the customer lists until it is released: what reads them stands still meanwhile, as long as a test wants. */
export async function holdCustomerLists({ folder }: Product): Promise<() => Promise<void>> {
  const client = await asOwner(folder)
  await client.query('begin')
  await client.query('lock table customer_accounts in access exclusive mode')
  return () => client.end()
}

/** Whether something that was asked for stands still before the lists that are held. */
export async function areListsAwaited(product: Product): Promise<boolean> {
  return (await sqlIn(product, "select 1 from pg_locks where not granted and relation = 'customer_accounts'::regclass")).length > 0
}

async function asOwner(folder: string): Promise<pg.Client> {
  const passwords = JSON.parse(await readFile(join(folder, 'postgres-passwords.json'), 'utf8')) as { owner: string }
  const client = new pg.Client({ host: join(folder, 'run'), port: 5432, database: 'vinculo', user: 'vinculo_owner', password: passwords.owner })
  await client.connect()
  return client
}
